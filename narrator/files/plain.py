"""The bytes and the text of a file, which must be a file, and not without end."""

import stat
from pathlib import Path

from narrator.errors import BadScript

LARGEST = 64 << 20
"""Bytes of a file that is read as a whole; nothing that Narrator or a person writes comes near."""
_BOM = b"\xef\xbb\xbf"


class Damaged(BadScript):
    """A file does not hold what it should."""


def read_file(path: Path, *, most: int = LARGEST) -> bytes:
    """The content of a file.

    Raises:
        Damaged: it is a pipe, a device, a socket or a folder, or has more than `most` bytes.
        OSError: it is not there, or cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise Damaged("is no file", where=str(path), todo="put a file there, or take it away")
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Damaged(f"is larger than {most >> 20} MB", where=str(path), todo="make it smaller")
    return data


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, with or without a byte-order mark.

    Raises:
        Damaged: as of `read_file`; it is not UTF-8.
        OSError: it is not there, or cannot be read.
    """
    return text_of(read_file(path), where=str(path))


def text_of(data: bytes, *, where: str) -> str:
    """The text that `data`, the content of the file `where`, is.

    Raises:
        Damaged: it is not UTF-8.
    """
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Damaged(
            "is not UTF-8 text", where=f"{where} line {line}", todo="save it as UTF-8"
        ) from error
