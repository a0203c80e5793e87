"""What every reader can do. To add one: a file here with a subclass, and its entry in `registry`.

Law 1 binds readers: every character of the source that is not white space is in exactly one
block. What is not read aloud is in a block of kind SKIPPED with its reason, never dropped.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from narrator.model import Book

from .source import SourceFile


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about a book, over what the file says. None means: as found."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    encoding: str | None = None
    chapters: str = ""
    """The chapters to read, by their numbers: `1-3,5`; empty: all."""
    skip: str = ""
    """The chapters to leave out, likewise."""
    rename: tuple[str, ...] = ()
    """New titles of chapters: `3=The Docks`."""
    read_notes: bool = False
    """Whether each foot- and endnote is read at the end of its paragraph."""
    read_pictures: bool = False
    """Whether the description of a picture is read where the picture stands."""
    skip_notes: bool = False
    """Whether an author's notes to the readers, as fan fiction has them, are left out."""
    read_all: bool = False
    """Whether front and back matter, notes and captions are read too."""


class Reader(ABC):
    """Turns a file into a Book."""

    suffixes: ClassVar[tuple[str, ...]]
    """The file name endings it takes, lower case with the dot."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins with `head` is of this format, whatever its name says."""
        return False

    @abstractmethod
    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in `source`.

        Raises:
            BadSource: it is missing, empty, not of this format, or cannot be decoded.
        """
