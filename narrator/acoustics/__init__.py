"""Voices as measured facts: pitch, timbre, and how far apart two of them sound."""

from .inferring import age_of, gender_of
from .measurements import Measurements, read, shipped, written
from .pitch import pitches
from .samples import resampled
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
    "pitches",
    "position",
    "read",
    "resampled",
    "shipped",
    "written",
]
