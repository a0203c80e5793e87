"""The cover that came with a story, kept beside its script for publishing."""

import os
from pathlib import Path

_NAMES = ("cover.jpg", "cover.png")
_PNG = b"\x89PNG"
KEPT_SUFFIX = ".bak"
"""Added to the name of a cover in whose place another came."""


def save_cover(folder: Path, data: bytes | None) -> None:
    """Keep a JPEG or PNG picture as the book's cover; one that is there stays as `.bak`."""
    if data is None:
        return
    path = folder / _NAMES[data.startswith(_PNG)]
    there = kept_cover(folder)
    if there is not None:
        if there.read_bytes() == data:
            return
        there.replace(there.with_name(there.name + KEPT_SUFFIX))
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def kept_cover(folder: Path) -> Path | None:
    """The cover in a book's script folder, if there is one."""
    return next((folder / name for name in _NAMES if (folder / name).is_file()), None)
