"""The voices there are: brought to this machine, and measured."""

from .downloading import Downloaded, download_voice
from .measuring import (
    KnownVoice,
    described,
    known_voices,
    measure_engine,
    measured_prints,
    print_of,
    usable_voices,
)
from .refusing import refuse_unknown_voice
from .speed import known_speed

__all__ = [
    "Downloaded",
    "KnownVoice",
    "described",
    "download_voice",
    "known_speed",
    "known_voices",
    "measure_engine",
    "measured_prints",
    "print_of",
    "refuse_unknown_voice",
    "usable_voices",
]
