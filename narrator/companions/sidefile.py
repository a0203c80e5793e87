"""A file beside the sound files: it comes into the folder whole, and only when it changed."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from narrator.publish import Entry, Manifest, Published, remove_stale, unwritable
from narrator.publish.output import PART


@dataclass(frozen=True, slots=True)
class SideFile:
    """A file to be made."""

    name: str
    """Relative to the book's folder, with `/` between folders."""
    kind: str
    """Files of one kind are made together: those that are no longer wanted go."""
    fingerprint: str
    """Names all that shapes the file."""
    write: Callable[[Path], None]
    """Make the file at the given path."""
    seconds: float = 0.0
    """How long it plays; 0 where it has no sound."""


def text_file(name: str, kind: str, text: str) -> SideFile:
    """A file with `text` in UTF-8. Halves of characters, which UTF-8 cannot hold, become `?`."""
    return data_file(name, kind, text.encode("utf-8", "replace"))


def data_file(name: str, kind: str, data: bytes) -> SideFile:
    """A file with these bytes."""

    def write(path: Path) -> None:
        path.write_bytes(data)

    return SideFile(name, kind, hashlib.sha256(data).hexdigest(), write)


def write_side_files(files: Iterable[SideFile], folder: Path) -> Iterator[Published]:
    """Write what is missing or has changed; then remove what is left of an earlier run.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    manifest = Manifest(folder)
    wanted = []
    for file in files:
        current = manifest.is_current(file.name, file.fingerprint)
        if not current:
            size = _write(file, folder)
            manifest.add(file.name, Entry(file.kind, file.fingerprint, size))
        wanted.append(file)
        yield Published(folder / file.name, not current, file.seconds)
    remove_stale(folder, manifest, {file.name for file in wanted}, {file.kind for file in wanted})


def _write(file: SideFile, folder: Path) -> int:
    path = folder / file.name
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file.write(part)
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        size = part.stat().st_size
        part.replace(path)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        part.unlink(missing_ok=True)
    return size
