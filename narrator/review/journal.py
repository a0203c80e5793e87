"""What was done to a book in all sessions: a row of JSON a step, on the disk before it holds.

A step says how it changes each file, so that one that was cut short can be ended, and one that was
done can be taken back. Only what is needed to find steps again is in memory.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from narrator.workspace import ParsedLine

from .hunks import Hunk
from .shapes import Entry, History


class FileChange(msgspec.Struct, frozen=True, array_like=True):
    """What a step does to a file."""

    name: str
    """Its path, from the workspace on."""
    before: str
    """The SHA-256 of the content before; empty where there is no file."""
    after: str
    hunks: tuple[Hunk, ...]


class Turned(msgspec.Struct, frozen=True, array_like=True):
    """What a step does to a line of what Narrator remembers to have written itself."""

    file: str
    at: int
    old: ParsedLine
    new: ParsedLine


Kind = Literal["do", "follow", "undo", "redo"]


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was done at once."""

    kind: Kind
    entry: int
    """The entry that it is, that it follows from, or that it takes back or does again."""
    files: tuple[FileChange, ...]
    what: str = ""
    """Of an entry: what it is, in words."""
    do: str = ""
    turned: tuple[Turned, ...] = ()
    learnt: tuple[str, str] | None = None
    """What the lines follow, before and after."""
    count: int = 0
    """How many lines followed."""


@dataclass(slots=True)
class _Known:
    """What is in memory of an entry."""

    number: int
    what: str
    do: str
    undone: bool = False
    followed: int = 0
    places: list[int] = field(default_factory=list)
    """Where its steps begin in the file."""


class Journal:
    """The journal of one book."""

    def __init__(self, path: Path) -> None:
        """Open it; a last row that was not written to its end was never confirmed, and goes."""
        self._path = path
        self._entries: list[_Known] = []
        self._redo: list[int] = []
        self._size = 0
        self.last: Step | None = None
        """The step that was begun last."""
        path.parent.mkdir(parents=True, exist_ok=True)
        for place, step in self._read():
            self._note(step, place)
        self._file = path.open("ab")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def next_number(self) -> int:
        """The number of the entry that comes next."""
        return len(self._entries) + 1

    @property
    def undoable(self) -> int | None:
        """The entry that would be taken back."""
        return next((one.number for one in reversed(self._entries) if not one.undone), None)

    @property
    def redoable(self) -> int | None:
        """The entry that would be done again."""
        return self._redo[-1] if self._redo else None

    def is_done(self, entry: int) -> bool:
        """Whether an entry was not taken back."""
        return 0 < entry <= len(self._entries) and not self._entries[entry - 1].undone

    def what(self, entry: int | None) -> str:
        """An entry in words; empty for none."""
        return self._entries[entry - 1].what if entry else ""

    def do(self, entry: int) -> str:
        """The kind of action that an entry is."""
        return self._entries[entry - 1].do

    def add(self, step: Step) -> None:
        """Write `step`; it is on the disk when this returns.

        Raises:
            OSError: it cannot be written.
        """
        row = msgspec.json.encode(step) + b"\n"
        try:
            self._file.write(row)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError:
            self._file.close()
            os.truncate(self._path, self._size)
            self._file = self._path.open("ab")
            raise
        self._note(step, self._size)
        self._size += len(row)

    def steps(self, entry: int) -> list[Step]:
        """What an entry did, and what followed from it, in order."""
        found = []
        with self._path.open("rb") as file:
            for place in self._entries[entry - 1].places:
                file.seek(place)
                found.append(msgspec.json.decode(file.readline(), type=Step))
        return found

    def history(self, most: int | None = None) -> History:
        """What was done, the last first; only the last `most` of it."""
        some = self._entries if most is None else self._entries[-most:]
        return History(
            tuple(
                Entry(one.number, one.what, one.do, one.undone, one.followed)
                for one in reversed(some)
            ),
            self.what(self.undoable),
            self.what(self.redoable),
        )

    def _note(self, step: Step, place: int) -> None:
        self.last = step
        if step.kind == "do":
            self._entries.append(_Known(step.entry, step.what, step.do))
            self._redo.clear()
        known = self._entries[step.entry - 1]
        if step.kind in ("do", "follow"):
            known.places.append(place)
            known.followed += step.count
        elif step.kind == "undo":
            known.undone = True
            self._redo.append(step.entry)
        else:
            known.undone = False
            self._redo.pop()

    def _read(self) -> Iterator[tuple[int, Step]]:
        """The steps in the file, which ends behind the last that is whole."""
        if not self._path.exists():
            return
        with self._path.open("rb") as file:
            for row in file:
                try:
                    step = msgspec.json.decode(row, type=Step)
                except (msgspec.DecodeError, UnicodeDecodeError):
                    break
                if not row.endswith(b"\n") or not self._fits(step):
                    break
                yield self._size, step
                self._size += len(row)
        self._cut()

    def _fits(self, step: Step) -> bool:
        """Whether `step` can come next."""
        count = len(self._entries)
        if step.kind == "do":
            return step.entry == count + 1
        if step.kind == "redo":
            return bool(self._redo) and self._redo[-1] == step.entry
        return 0 < step.entry <= count and not self._entries[step.entry - 1].undone

    def _cut(self) -> None:
        """Cut off what is behind the last whole step; more than one row of it is kept beside."""
        with self._path.open("rb") as file:
            file.seek(self._size)
            rest = file.read()
        if rest.strip(b"\0").count(b"\n") > 0:
            self._path.with_name(self._path.name + ".bak").write_bytes(rest)
        if rest:
            os.truncate(self._path, self._size)
