"""Which reader takes a file, by the ending of its name."""

from pathlib import Path

from narrator.model import Book

from .interface import Reader, ReadOptions
from .plain_text import PlainText

READERS: tuple[Reader, ...] = (PlainText(),)
"""Every reader; the first one is tried on endings that none of them knows."""


def reader_for(path: Path) -> Reader:
    """The reader that takes the file at `path`."""
    suffix = path.suffix.lower()
    return next((reader for reader in READERS if suffix in reader.suffixes), READERS[0])


def read_book(path: Path, options: ReadOptions = ReadOptions()) -> Book:  # noqa: B008 - frozen
    """The book in the file at `path`.

    Raises:
        BadSource: it is missing, empty, not of a known format, or cannot be decoded.
    """
    return reader_for(path).read(path, options)
