"""The files of a neural model, known by what is in them."""

import contextlib
import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from narrator.errors import MissingTool
from narrator.files import Damaged, read_json

NOTES = ".digests.json"
"""Beside the models: what was found of each file, by its name."""
LENGTH = 12
"""Hexadecimal digits by which one model is told from another."""
_PIECE = 1 << 20


def digest(paths: Iterable[Path]) -> str:
    """What tells files with one content from any others. Read once: it is kept beside them with
    their size and the time they were changed.

    Raises:
        MissingTool: one of them cannot be read.
    """
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.name} {_digest_of(path)}\n".encode())
    return whole.hexdigest()[:LENGTH]


def _digest_of(path: Path) -> str:
    try:
        stat = path.stat()
        return _found(path, f"{stat.st_size} {stat.st_mtime_ns}")
    except OSError as error:
        raise MissingTool(f"the model cannot be read: {error.strerror}", where=str(path)) from error


@lru_cache(maxsize=1000)
def _found(path: Path, state: str) -> str:
    """The SHA-256 of a file that is in a certain state, in hexadecimal."""
    notes = _read(path.with_name(NOTES))
    kept = notes.get(path.name, "")
    if kept.startswith(f"{state} "):
        return kept.rpartition(" ")[2]
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    _keep(path, f"{state} {found.hexdigest()}")
    return found.hexdigest()


def _read(path: Path) -> dict[str, str]:
    try:
        return read_json(path, dict[str, str])
    except (OSError, Damaged):
        return {}


def _keep(path: Path, note: str) -> None:
    """Whoever may not write there has it found anew in each run."""
    file = path.with_name(NOTES)
    beside = file.with_name(f"{NOTES}.part")
    with contextlib.suppress(OSError):
        notes = {**_read(file), path.name: note}
        beside.write_text(json.dumps(notes, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        beside.replace(file)
