"""One run at a time makes a book.

The system holds the lock for as long as the process lives, so that a run that was killed, however
that happened, leaves nothing that a person would have to remove.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from narrator.errors import NarratorError


@contextmanager
def alone(path: Path, book: str, doing: str = "being made by") -> Iterator[None]:
    """Hold the lock file `path` of a book while it is `doing` this process.

    Raises:
        NarratorError: another process holds it, or the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise NarratorError(
            f"cannot write here ({error.strerror or error})",
            where=str(path.parent),
            todo="make room there, or make the folder writable",
        ) from error
    try:
        if not _locked(handle):
            raise NarratorError(
                f"{book!r} is {doing} another run ({_holder(handle)})",
                todo="wait until it has finished, or end it",
            )
        _sign(handle)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    """Whether the lock of an open file is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(handle: int) -> None:
    """Tell others who holds the lock."""
    if sys.platform != "win32":  # there nobody else can read what is locked
        # A full disk is found out, and told, by those who have more to write.
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)


def _holder(handle: int) -> str:
    """Who holds the lock."""
    number = "" if sys.platform == "win32" else os.pread(handle, 20, 0).decode("ascii", "replace")
    return f"process {number}" if number.isdigit() else "another process"
