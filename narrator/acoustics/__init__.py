"""Voices as measured facts: pitch, timbre, and how far apart two of them sound."""

from .inferring import age_of, gender_of
from .measurements import Measurements, read, shipped, written
from .space import distance, position
from .voiceprint import TEXT, Voiceprint, measured

__all__ = [
    "TEXT",
    "Measurements",
    "Voiceprint",
    "age_of",
    "distance",
    "gender_of",
    "measured",
    "position",
    "read",
    "shipped",
    "written",
]
