"""Clips to chapters: pauses, levels, the stream of sound that an encoder reads."""

from .ffmpeg import Stopped, convert, encode, find, version
from .loudness import CEILING, TARGET, Loudness, mastering, measure, measure_clips, voice_gain
from .pauses import Pauses, pause_between
from .stream import pcm
from .timeline import Mixed, Segment, Silence, Speech, TakeInMix, mix

__all__ = [
    "CEILING",
    "TARGET",
    "Loudness",
    "Mixed",
    "Pauses",
    "Segment",
    "Silence",
    "Speech",
    "Stopped",
    "TakeInMix",
    "convert",
    "encode",
    "find",
    "mastering",
    "measure",
    "measure_clips",
    "mix",
    "pause_between",
    "pcm",
    "version",
    "voice_gain",
]
