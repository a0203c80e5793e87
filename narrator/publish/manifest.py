"""What we have written into a folder, so that it is not written twice and old files can go."""

import json
import threading
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from narrator.errors import NarratorError
from narrator.files import Damaged, read_json

NAME = ".published.json"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was when we had finished it."""

    format: str
    fingerprint: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the manifest holds."""

    schema: int
    files: dict[str, Entry]


class Manifest:
    """The files of a folder that are ours, by name; every change is on disk at once.

    Used by any number of threads.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = threading.Lock()
        self._folder = folder
        self._entries = _read(folder / NAME)

    @property
    def path(self) -> Path:
        """The file that it is kept in."""
        return self._folder / NAME

    @property
    def names(self) -> tuple[str, ...]:
        """The files we wrote, sorted."""
        return tuple(sorted(self._entries))

    def entry(self, name: str) -> Entry | None:
        """What is known of a file."""
        return self._entries.get(name)

    def is_current(self, name: str, fingerprint: str) -> bool:
        """Whether the file is there as we wrote it, and is what we would write now."""
        entry = self._entries.get(name)
        if not entry or entry.fingerprint != fingerprint:
            return False
        path = self._folder / name
        return path.is_file() and path.stat().st_size == entry.size

    def add(self, name: str, entry: Entry) -> None:
        """Remember a finished file.

        Raises:
            NarratorError: the folder cannot be written to.
        """
        with self._lock:
            self._entries[name] = entry
            self._write()

    def remove(self, name: str) -> None:
        """Forget a file.

        Raises:
            NarratorError: the folder cannot be written to.
        """
        with self._lock:
            del self._entries[name]
            self._write()

    def _write(self) -> None:
        files = {
            name: {"format": entry.format, "fingerprint": entry.fingerprint, "size": entry.size}
            for name, entry in sorted(self._entries.items())
        }
        text = json.dumps({"schema": _SCHEMA, "files": files}, ensure_ascii=False, indent=1)
        part = self._folder / f"{NAME}.part"
        try:
            part.write_text(text + "\n", encoding="utf-8")
            part.replace(self._folder / NAME)
        except OSError as error:
            raise unwritable(self._folder, error) from error


def remove_stale(folder: Path, manifest: Manifest, names: Set[str], formats: Set[str]) -> None:
    """Remove the files we once wrote in these formats and would not write now.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    written = {_same(name) for name in names}
    for name in manifest.names:
        entry = manifest.entry(name)
        if name in names or not entry or entry.format not in formats:
            continue
        if _same(name) not in written:
            try:
                (folder / name).unlink(missing_ok=True)
            except OSError as error:
                raise unwritable(folder, error) from error
        manifest.remove(name)


def _same(name: str) -> str:
    """`name` as the file systems see it that ignore case: the new file may be the old one."""
    return unicodedata.normalize("NFC", name).casefold()


def _stays_inside(name: str) -> bool:
    """Whether `name` is that of a file in a folder, or in a folder of that folder."""
    path = PurePosixPath(name)
    plain = bool(path.parts) and ".." not in path.parts and str(path) == name
    windows = PureWindowsPath(name)
    return plain and not path.root and not windows.drive and not windows.root and "\\" not in name


def unwritable(folder: Path, error: OSError) -> NarratorError:
    """What to tell when `folder` takes no file."""
    reason = error.strerror or str(error)
    return NarratorError(
        f"cannot write here ({reason})",
        where=str(folder),
        todo="free or choose another place and run the same again; what is done is kept",
    )


def _read(path: Path) -> dict[str, Entry]:
    """The entries of a manifest; one that is missing or damaged only means more to write."""
    try:
        kept = read_json(path, _Kept)
    except (OSError, Damaged):
        return {}
    if kept.schema != _SCHEMA:
        return {}
    # Files are removed by these names: none may lead out of the folder.
    return {name: entry for name, entry in kept.files.items() if _stays_inside(name)}
