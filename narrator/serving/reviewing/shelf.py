"""The books of a workspace, each opened for review when it is first asked for."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from narrator.errors import NarratorError
from narrator.review import Listening, Making, Session, Stories
from narrator.review.shapes import Work
from narrator.workspace import Workspace, alone

MOST = 2
"""Books held open at once: each takes some 70 MB once its story is studied."""

Watcher = Callable[[str, object], None]


@dataclass(slots=True)
class Opened:
    """A book under review."""

    session: Session
    listening: Listening
    ends: contextlib.ExitStack


@dataclass(slots=True)
class _Place:
    """A book's place on the shelf, whether it is open, made, watched or nothing of it."""

    making: Making
    watchers: list[Watcher] = field(default_factory=list)
    opened: Opened | None = None


class Shelf:
    """What goes on in each book; one that nobody watches is closed when too many are open."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.stories = Stories(workspace)
        self._lock = threading.RLock()
        self._places: dict[str, _Place] = {}

    def open(self, book: str) -> Opened:
        """A book under review.

        Raises:
            KeyError: there is no book of just that name.
            NarratorError: it is under review by another process, or damaged.
        """
        with self._lock:
            place = self._place(book)
            if place.opened is None:
                if book not in self.workspace.books():
                    raise KeyError(book)
                self._make_room()
                place.opened = self._opened(book)
            self._places[book] = self._places.pop(book)
            return place.opened

    def making(self, book: str) -> Making:
        """The making of a book, whether there is anything of it yet or not."""
        with self._lock:
            return self._place(book).making

    def watch(self, book: str, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` what goes on in a book, until what is returned is called."""
        with self._lock:
            watchers = self._place(book).watchers
            watchers.append(watcher)
        return lambda: watchers.remove(watcher)

    def refresh(self) -> None:
        """See what hands changed in the books that are open."""
        with self._lock:
            opened = [place.opened for place in self._places.values() if place.opened]
        for each in opened:
            with contextlib.suppress(NarratorError, OSError):
                each.session.refresh()

    def close(self) -> None:
        """Close all, and stop what is made."""
        with self._lock:
            for place in self._places.values():
                place.making.close()
                self._close(place)

    def _place(self, book: str) -> _Place:
        if book not in self._places:
            making = Making(self.workspace, lambda work: self._tell(book, "work", work))
            self._places[book] = _Place(making)
        return self._places[book]

    def _tell(self, book: str, name: str, what: object) -> None:
        place = self._places.get(book)
        for watcher in list(place.watchers) if place else ():
            watcher(name, what)
            if isinstance(what, Work) and what.state not in ("running", "stopping"):
                watcher("book", None)

    def _make_room(self) -> None:
        opened = [place for place in self._places.values() if place.opened]
        for place in opened[: max(len(opened) - MOST + 1, 0)]:
            if not place.watchers:
                self._close(place)

    def _close(self, place: _Place) -> None:
        if place.opened:
            place.opened.ends.close()
            place.opened = None

    def _opened(self, book: str) -> Opened:
        with contextlib.ExitStack() as stack:
            lock = self.workspace.lock(f"{book}.review")
            stack.enter_context(alone(lock, book, "under review in"))
            session = Session(self.workspace, book)
            stack.callback(session.close)
            session.watch(lambda name, what: self._tell(book, name, what))
            listening = Listening(session)
            session.start()
            listening.start()
            stack.callback(listening.close)
            return Opened(session, listening, stack.pop_all())

    def __iter__(self) -> Iterator[str]:
        yield from self.workspace.books()
