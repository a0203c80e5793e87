"""What a request may have: the files of one folder, of kinds that are known, and parts of them."""

import re
from pathlib import Path
from urllib.parse import unquote

from narrator.companions import MEDIA_TYPES

TYPES = {
    **MEDIA_TYPES,
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".srt": "text/plain; charset=utf-8",
    ".lrc": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
}
"""What is served; a file of another kind is not there."""
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def find_file(folder: Path, path: str) -> Path | None:
    """The file that a request for `path` may have; None where there is none for it.

    `folder` is resolved already.
    """
    names = unquote(path, errors="replace").lstrip("/").split("/")
    if names == [""]:
        names = ["index.html"]
    if any(not name or name.startswith(".") or _is_odd(name) for name in names):
        return None
    found = folder.joinpath(*names)
    try:
        real = found.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    known = found.suffix.lower() in TYPES
    return real if known and real.is_relative_to(folder) and real.is_file() else None


def _is_odd(name: str) -> bool:
    """Whether `name` means more than a name to some system: a drive, a stream, a control."""
    return any(char in '\\:*?"<>|\ufffd' or ord(char) < 32 for char in name)


def byte_range(header: str, size: int) -> tuple[int, int, bool] | None:
    """Begin and end of what a `Range` header asks of a file, and whether that is a part of it.

    None where the part lies behind the file. A header that is not understood asks for all.

    >>> byte_range("bytes=2-4", 10), byte_range("bytes=-3", 10), byte_range("bytes=10-", 10)
    ((2, 5, True), (7, 10, True), None)
    """
    found = _RANGE.fullmatch(header.strip())
    if not found or found[1] == found[2] == "":
        return 0, size, False
    if not found[1]:
        last = int(found[2])
        return (max(size - last, 0), size, True) if last and size else None
    start = int(found[1])
    end = min(int(found[2]) + 1, size) if found[2] else size
    if found[2] and int(found[2]) < start:
        return 0, size, False
    return (start, end, True) if start < size else None
