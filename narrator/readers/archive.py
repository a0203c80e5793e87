"""Zip archives that other people made: read in memory, with limits, never unpacked to disk."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import BinaryIO, Self

from narrator.errors import BadSource

from .source import SourceFile

MOST_FILES = 20_000
LARGEST_TEXT = 16 << 20
"""Bytes of one text file in a book: a whole Bible has five million."""
LARGEST_PICTURE = 16 << 20
_LARGEST_DIRECTORY = 8 << 20
"""Bytes of the list of files, looked at before Python's zipfile takes all of it into memory."""
_SMALL = 1 << 20
_HIGHEST_RATIO = 200
_MOST_READ = 512 << 20
_GET_COPY = "get another copy of the book"


class Archive:
    """An open zip archive; names are found whatever their case."""

    def __init__(self, source: SourceFile, file: BinaryIO) -> None:
        self.where = source.where
        self._read = 0
        try:
            _check_directory(file, self.where)
            self._zip = zipfile.ZipFile(file)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            struct.error,
            NotImplementedError,
        ) as error:
            raise self.damaged("its archive is damaged or cut short") from error
        members = self._zip.infolist()
        if len(members) > MOST_FILES:
            raise self.damaged(f"it holds more than {MOST_FILES:,} files")
        self._members = {info.filename.replace("\\", "/"): info for info in members}
        self._folded = {name.casefold(): name for name in reversed(self._members)}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The files in it, in the archive's order."""
        return list(self._members)

    def find(self, name: str) -> str | None:
        """The file in it that `name` means, if there is one; paths cannot leave the archive."""
        plain = posixpath.normpath(name.replace("\\", "/")).lstrip("/")
        while plain.startswith("../"):
            plain = plain[3:]
        return plain if plain in self._members else self._folded.get(plain.casefold())

    def size(self, name: str) -> int:
        """The bytes of a file, as the archive states them."""
        return self._members[name].file_size

    def read(self, name: str, limit: int = LARGEST_TEXT) -> bytes:
        """The content of a file.

        Raises:
            BadSource: it is damaged, locked with a password, or larger than a book's can be.
        """
        info = self._members[name]
        if info.flag_bits & 1:
            raise BadSource(
                "is locked with a password", where=self.where, todo="unlock it, then try again"
            )
        packed = max(1, info.compress_size)
        if info.file_size > limit or (
            info.file_size > _SMALL and info.file_size / packed > _HIGHEST_RATIO
        ):
            raise self.damaged(f"{name!r} in it has a suspicious size, {info.file_size:,} bytes")
        data = self._content(info, name, limit)
        self._read += len(data)
        if len(data) > limit or self._read > _MOST_READ:
            raise self.damaged(f"{name!r} in it is larger than any part of a book")
        return data

    def _content(self, info: zipfile.ZipInfo, name: str, limit: int) -> bytes:
        try:
            with self._zip.open(info) as member:
                return member.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise self.damaged(f"{name!r} in it is damaged") from error
        except Exception as error:
            if type(error).__name__ != "LZMAError":  # lzma is not in every Python
                raise
            raise self.damaged(f"{name!r} in it is damaged") from error

    def damaged(self, what: str) -> BadSource:
        """The error that says so of this archive."""
        return BadSource(what, where=self.where, todo=_GET_COPY)


@contextmanager
def open_archive(source: SourceFile) -> Iterator[Archive]:
    """The archive in a story's file.

    Raises:
        BadSource: it cannot be read or is no whole archive.
    """
    with source.open() as file, Archive(source, file) as archive:
        yield archive


def _check_directory(file: BinaryIO, where: str) -> None:
    """Refuse an archive whose list of files alone would fill the memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise zipfile.BadZipFile("no end of the list of files")
    (listed,) = struct.unpack_from("<L", tail, at + 12)
    if tail[at - 20 : at - 16] == b"PK\x06\x07":
        (place,) = struct.unpack_from("<Q", tail, at - 12)
        file.seek(min(place, size))
        (listed,) = struct.unpack_from("<Q", file.read(56).ljust(56, b"\0"), 40)
    if listed > _LARGEST_DIRECTORY:
        raise BadSource(f"it holds more than {MOST_FILES:,} files", where=where, todo=_GET_COPY)
    file.seek(0)
