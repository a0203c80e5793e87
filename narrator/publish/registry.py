"""The formats by name."""

from narrator.errors import NarratorError

from .interface import Format
from .m4a import M4A
from .m4b import M4B
from .mp3 import MP3
from .plain import FLAC, OPUS, WAV

_FORMATS = (MP3, M4B, M4A, OPUS, FLAC, WAV)

SOUND_SUFFIXES = tuple(dict.fromkeys(each.suffix for each in _FORMATS))
"""How the names of the files end that can be made."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, the usual ones first."""
    return tuple(each.name for each in _FORMATS)


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        NarratorError: there is none; the message lists those there are.
    """
    for each in _FORMATS:
        if each.name == name.strip().lower():
            return each
    raise NarratorError(f"there is no format {name!r}", todo=f"use {', '.join(format_names())}")
