"""The formats by name."""

from collections.abc import Iterable

from narrator.errors import NarratorError, WrongUsage

from .interface import Format
from .m4a import M4A
from .m4b import M4B
from .mp3 import MP3, MP3_BOOK
from .plain import FLAC, FLAC_BOOK, OPUS, OPUS_BOOK, WAV

_FORMATS = (MP3, M4B, M4A, OPUS, FLAC, WAV, MP3_BOOK, OPUS_BOOK, FLAC_BOOK)

SOUND_SUFFIXES = tuple(dict.fromkeys(each.suffix for each in _FORMATS))
"""How the names of the files end that can be made."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, the usual ones first."""
    return tuple(each.name for each in _FORMATS)


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        WrongUsage: there is none; the message lists those there are.
    """
    for each in _FORMATS:
        if each.name == name.strip().lower():
            return each
    raise WrongUsage(f"there is no format {name!r}", todo=f"use {', '.join(format_names())}")


def refuse_too_many(kinds: Iterable[Format], chapters: int) -> None:
    """Refuse formats whose file of the whole book cannot tell so many chapters.

    Raises:
        NarratorError: there is such a format.
    """
    for kind in kinds:
        if kind.most_chapters and chapters > kind.most_chapters:
            raise NarratorError(
                f"{kind.name} holds at most {kind.most_chapters} chapters, "
                f"and this book has {chapters}",
                todo="use m4b, or mp3 for a file each",
            )
