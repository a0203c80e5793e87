"""What was found of the clips of a store when they were last read, so that they need not be again.

A clip counts as unread once its file is another: of another size, or written at another time.
"""

import contextlib
import os
import secrets
from pathlib import Path

import msgspec

NAME = "catalogue.json"
MOST = 100_000
"""Clips: some thirty books. The oldest are forgotten, and read again when they are wanted."""

Found = tuple[int, tuple[int, ...]]
"""The rate of a clip in Hertz, and the frames of its sentences."""
_Entry = tuple[int, int, int, tuple[int, ...]]
"""Size in bytes, time of writing in nanoseconds, and what was found."""


class Catalogue:
    """Kept in the folder of the store; it may be damaged or deleted, and is then made anew."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._entries: dict[str, _Entry] | None = None
        self._changed = False

    def known(self, key: str, state: os.stat_result) -> Found | None:
        """What was found of the clip called `key`, if its file is still the one that was read."""
        entry = self._read().get(key)
        if entry and entry[:2] == (state.st_size, state.st_mtime_ns):
            return entry[2:]
        return None

    def note(self, key: str, state: os.stat_result, found: Found) -> None:
        """Remember what was found of a clip whose file was in such a state before it was read."""
        self._read()[key] = (state.st_size, state.st_mtime_ns, *found)
        self._changed = True

    def keep(self) -> None:
        """Write it down, if there is anything new; where that fails, the next run reads again."""
        if not self._changed or self._entries is None:
            return
        kept = list(self._entries.items())[-MOST:]
        beside = self._path.with_name(f"{NAME}.{secrets.token_hex(4)}.part")
        with contextlib.suppress(OSError):
            try:
                beside.write_bytes(msgspec.json.encode(dict(kept)))
                beside.replace(self._path)
                self._changed = False
            finally:
                beside.unlink(missing_ok=True)

    def _read(self) -> dict[str, _Entry]:
        if self._entries is None:
            try:
                data = self._path.read_bytes()
                self._entries = msgspec.json.decode(data, type=dict[str, _Entry])
            except (OSError, msgspec.MsgspecError, ValueError):
                self._entries = {}
        return self._entries
