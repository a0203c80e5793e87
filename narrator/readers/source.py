"""A story as a reader gets it: a file on disk, or bytes that came some other way."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from narrator.errors import BadSource

_NEIGHBOURS = 5_000
"""Files of a folder among which a misspelt name is looked for."""
LARGEST = 64 << 20
"""Bytes of a file that is read as a whole; no novel comes near it."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Where a story is read from."""

    path: Path
    data: bytes | None = None
    """Its content where it does not lie at `path`: what came through standard input."""

    @property
    def where(self) -> str:
        """The file as messages name it."""
        return "standard input" if self.data is not None else str(self.path)

    @property
    def suffix(self) -> str:
        """The ending of its name, lower case with the dot."""
        return self.path.suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Its content as a file to read from.

        Raises:
            BadSource: there is no such file, or it may not be read.
        """
        if self.data is not None:
            yield BytesIO(self.data)
            return
        with _told(self.path):
            _check(self.path)
            file = self.path.open("rb")
        with file:
            yield file

    def head(self, size: int) -> bytes:
        """Its first `size` bytes; raises what `open` raises."""
        if self.data is not None:
            return self.data[:size]
        with self.open() as file, _told(self.path):
            return file.read(size)

    def read(self, limit: int = LARGEST) -> bytes:
        """Its content.

        Raises:
            BadSource: it cannot be read, or is larger than `limit` bytes.
        """
        with self.open() as file, _told(self.path):
            data = file.read(limit + 1)
        if len(data) > limit:
            raise BadSource(
                f"this file is larger than {limit >> 20} MB",
                where=self.where,
                todo="no story is that long: give the story's own file, or cut it in parts",
            )
        return data


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Failures of the file system as one line each."""
    try:
        yield
    except FileNotFoundError as error:
        near = _nearest(path)
        todo = f"did you mean {str(near)!r}?" if near else "check the name and the folder"
        raise BadSource("there is no such file", where=str(path), todo=todo) from error
    except PermissionError as error:
        raise BadSource(
            "this file may not be read", where=str(path), todo="check its permissions"
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise BadSource(
            f"this file cannot be read: {reason}", where=repr(str(path)), todo="check the name"
        ) from error


def _nearest(path: Path) -> Path | None:
    """The file or folder beside a `path` that is not there whose name is nearly its own."""
    try:
        names = {
            each.name.casefold(): each.name for each in islice(path.parent.iterdir(), _NEIGHBOURS)
        }
    except OSError:
        return None
    near = get_close_matches(path.name.casefold(), names, n=1, cutoff=0.75)
    return path.with_name(names[near[0]]) if near else None


def _check(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise BadSource("this is a folder", where=str(path), todo="name a book file in it")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise BadSource("this is not a file", where=str(path), todo="name a book file")
