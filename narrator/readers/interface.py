"""What every reader can do. To add one: a file here with a subclass, and its entry in `registry`.

Law 1 binds readers: every character of the source that is not white space is in exactly one
block. What is not read aloud is in a block of kind SKIPPED with its reason, never dropped.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from narrator.model import Book


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about a book, over what the file says. None means: as found."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    encoding: str | None = None


class Reader(ABC):
    """Turns a file into a Book."""

    suffixes: ClassVar[tuple[str, ...]]
    """The file name endings it takes, lower case with the dot."""

    @abstractmethod
    def read(self, path: Path, options: ReadOptions) -> Book:
        """The book in the file at `path`.

        Raises:
            BadSource: it is missing, empty, not of this format, or cannot be decoded.
        """
