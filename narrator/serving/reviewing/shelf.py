"""The books of a workspace, each opened for review when it is first asked for."""

import contextlib
import threading
from collections.abc import Iterator

from narrator.errors import NarratorError
from narrator.review import Session
from narrator.workspace import Workspace, alone

MOST = 2
"""Books held open at once: each takes some 70 MB once its story is studied."""


class Shelf:
    """Sessions by book; the one not asked for longest is closed when there are too many."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._lock = threading.Lock()
        self._open: dict[str, tuple[Session, contextlib.ExitStack]] = {}

    def session(self, book: str) -> Session:
        """The session of a book.

        Raises:
            KeyError: there is no book of just that name.
            NarratorError: it is under review by another process, or damaged.
        """
        with self._lock:
            if book not in self._open:
                if book not in self.workspace.books():
                    raise KeyError(book)
                self._make_room()
                self._open[book] = self._opened(book)
            else:
                self._open[book] = self._open.pop(book)
            return self._open[book][0]

    def refresh(self) -> None:
        """See what hands changed in the books that are open."""
        for session in self._sessions():
            with contextlib.suppress(NarratorError, OSError):
                session.refresh()

    def close(self) -> None:
        """Close all."""
        with self._lock:
            for _, stack in self._open.values():
                stack.close()
            self._open.clear()

    def _sessions(self) -> Iterator[Session]:
        with self._lock:
            sessions = [session for session, _ in self._open.values()]
        yield from sessions

    def _make_room(self) -> None:
        idle = [book for book, (session, _) in self._open.items() if not session.is_watched]
        while len(self._open) >= MOST and idle:
            self._open.pop(idle.pop(0))[1].close()

    def _opened(self, book: str) -> tuple[Session, contextlib.ExitStack]:
        with contextlib.ExitStack() as stack:
            lock = self.workspace.lock(f"{book}.review")
            stack.enter_context(alone(lock, book, "under review in"))
            session = Session(self.workspace, book)
            stack.callback(session.close)
            session.start()
            return session, stack.pop_all()
