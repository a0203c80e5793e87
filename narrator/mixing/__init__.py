"""Clips to chapters: pauses, levels, the stream of sound that an encoder reads."""

from .ffmpeg import Stopped, convert, encode, find, version
from .levelling import ChapterLevels
from .loudness import (
    CEILING,
    LIMIT,
    TARGET,
    Loudness,
    level_voice,
    mastering,
    measure,
    measure_clips,
    voice_gain,
)
from .pauses import pause_between
from .stream import pcm
from .timeline import EDGES, Mixed, Segment, Silence, Speech, TakeInMix, mix

__all__ = [
    "CEILING",
    "EDGES",
    "LIMIT",
    "TARGET",
    "ChapterLevels",
    "Loudness",
    "Mixed",
    "Segment",
    "Silence",
    "Speech",
    "Stopped",
    "TakeInMix",
    "convert",
    "encode",
    "find",
    "level_voice",
    "mastering",
    "measure",
    "measure_clips",
    "mix",
    "pause_between",
    "pcm",
    "version",
    "voice_gain",
]
