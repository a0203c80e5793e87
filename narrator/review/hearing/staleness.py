"""Which lines are yet to be recorded as they stand, found out beside the session."""

import threading
import time
from collections.abc import Callable, Sequence

from narrator.errors import NarratorError
from narrator.model import Line
from narrator.production import Voicing
from narrator.studio import Store

from ..session import Session

_REST = 0.5
"""Seconds between two looks; a change is seen that late."""
_SHARE = 0.5
"""The part of the time that is spent on it at most, so that a page waits for nothing."""


class Staleness:
    """The stale lines of one book."""

    def __init__(self, session: Session, voicing: Callable[[], Voicing]) -> None:
        self._session = session
        self._voicing = voicing
        self._store = Store(session.reviewed.workspace.clips)
        self._keys: dict[int, str] = {}
        """What is to be spoken for a line that is stale."""
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="staleness", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(_REST):
            try:
                self._look()
            except (NarratorError, OSError):
                # What is wrong in the files is told where they are shown.
                self._end.wait(_REST * 4)

    def _look(self) -> None:
        voicing = None
        moment, unknown = self._unknown()
        for ids, rows in unknown:
            voicing = voicing or self._voicing()
            began = time.monotonic()
            self._know(voicing, ids, rows, moment)
            if self._end.wait((time.monotonic() - began) * (1 / _SHARE - 1)):
                return
        recorded = {
            id: False for id, key in list(self._keys.items()) if self._store.path(key).is_file()
        }
        if recorded:
            for id in recorded:
                del self._keys[id]
            self._session.mark(recorded, moment)

    def _unknown(self) -> tuple[int, list[tuple[list[int], list[Line]]]]:
        """This moment of the book, and by chapter the lines of which nothing is known at it."""
        with self._session.lock:
            book = self._session.reviewed
            found = []
            for paper in book.papers:
                lines = [
                    (id, placed.row)
                    for id, placed in zip(paper.ids, paper.rows, strict=True)
                    if isinstance(placed.row, Line) and id not in book.stale
                ]
                if lines:
                    found.append(([id for id, _ in lines], [row for _, row in lines]))
            return book.moment, found

    def _know(
        self, voicing: Voicing, ids: Sequence[int], rows: Sequence[Line], moment: int
    ) -> None:
        """Find out about some lines as they were at `moment`."""
        for id in ids:
            self._keys.pop(id, None)
        played = [at for at, row in enumerate(rows) if voicing.plays(row)]
        needed = voicing.needs([rows[at] for at in played])
        # Who has no voice yet cannot have been recorded; what has no words need not be.
        stale = {id: not voicing.plays(row) for id, row in zip(ids, rows, strict=True)}
        for place in needed.places:
            id = ids[played[place.row]]
            stale[id] = not self._store.path(place.utterance.key).is_file()
            if stale[id]:
                self._keys[id] = place.utterance.key
        self._session.mark(stale, moment)
