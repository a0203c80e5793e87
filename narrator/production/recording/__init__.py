"""The third stage: every line is spoken once, at the level of its voice."""

from .diction import diction_of
from .levelling import CALIBRATION_TEXT, has_spoken
from .places import Place, places_in
from .recording import Recording, Takes, record_script

__all__ = [
    "CALIBRATION_TEXT",
    "Place",
    "Recording",
    "Takes",
    "diction_of",
    "has_spoken",
    "places_in",
    "record_script",
]
