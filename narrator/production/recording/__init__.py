"""The third stage: every line is spoken once, at the level of its voice."""

from .diction import diction_of
from .levelling import has_spoken
from .recording import Recording, Takes, record_script

__all__ = [
    "Recording",
    "Takes",
    "diction_of",
    "has_spoken",
    "record_script",
]
