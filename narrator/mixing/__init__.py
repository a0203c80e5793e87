"""Clips to chapters: pauses, levels, the stream of sound that an encoder reads."""

from .faults import find_faults
from .ffmpeg import Stop, Stopped, convert, encode, find, is_older_than, version
from .inspection import Inspection, inspect
from .levelling import ChapterLevels
from .loudness import (
    CEILING,
    LIMIT,
    TARGET,
    Loudness,
    mastering,
    measure,
    room_tone,
    voice_gain,
)
from .pauses import pause_between
from .profiles import ACX, STANDARD, Profile, Range, find_profile, profile_names
from .stream import pcm
from .timeline import EDGES, Mixed, Segment, Silence, Speech, TakeInMix, mix
from .voice_levels import level_voices

__all__ = [
    "ACX",
    "CEILING",
    "EDGES",
    "LIMIT",
    "STANDARD",
    "TARGET",
    "ChapterLevels",
    "Inspection",
    "Loudness",
    "Mixed",
    "Profile",
    "Range",
    "Segment",
    "Silence",
    "Speech",
    "Stop",
    "Stopped",
    "TakeInMix",
    "convert",
    "encode",
    "find",
    "find_faults",
    "find_profile",
    "inspect",
    "is_older_than",
    "level_voices",
    "mastering",
    "measure",
    "mix",
    "pause_between",
    "pcm",
    "profile_names",
    "room_tone",
    "version",
    "voice_gain",
]
