"""The third stage: every line is spoken once, at the level of its voice."""

from .brought import Brought, brought_to, is_brought, ready
from .diction import diction_of
from .levelling import CALIBRATION_TEXT, calibration_of, gains_of, has_spoken
from .places import Place, places_in
from .recording import Ready, Recording, Takes, record_script

__all__ = [
    "CALIBRATION_TEXT",
    "Brought",
    "Place",
    "Ready",
    "Recording",
    "Takes",
    "brought_to",
    "calibration_of",
    "diction_of",
    "gains_of",
    "has_spoken",
    "is_brought",
    "places_in",
    "ready",
    "record_script",
]
