"""Temporary files, and what is said when there is no room for them."""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from narrator.errors import NarratorError

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextmanager
def temporary_room() -> Iterator[None]:
    """For work that writes temporary files: that they find no room is told with where that is.

    Raises:
        NarratorError: the folder for temporary files is full.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise NarratorError(
            "the folder for temporary files is full",
            where=tempfile.gettempdir(),
            todo="free some space there, or name another folder in TMPDIR",
        ) from error
