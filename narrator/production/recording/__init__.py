"""The third stage: every line is spoken once, at the level of its voice."""

from .diction import diction_of
from .levelling import CALIBRATION_TEXT, has_spoken
from .recording import Recording, Takes, record_script

__all__ = [
    "CALIBRATION_TEXT",
    "Recording",
    "Takes",
    "diction_of",
    "has_spoken",
    "record_script",
]
