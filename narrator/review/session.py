"""A book being reviewed: all that a page asks of it, and those who watch told of every change."""

import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from narrator.errors import NarratorError
from narrator.workspace import Workspace

from . import shapes, telling
from .actions import AnyAction, Assign, AssignAll
from .desk import Reverted
from .doing import deed_of
from .doubts import Pace, people_around
from .journal import Turned
from .learning import Learning
from .papers import CannotBeDone
from .reviewed import Reviewed, Seen

Watcher = Callable[[str, object], None]
"""Told of `changes` with a `Done`, or of `book`, by name; from any thread."""
_SHOWN = 50
"""Entries of the history that come with every answer."""
_MANY = 20
"""Rows; of more than these a page is told to read their chapters again."""
_NOTHING = shapes.Changes((), (), people=False, why="", entry=0)


class Session:
    """One book under review, for any number of pages and threads."""

    def __init__(
        self, workspace: Workspace, book: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Open it; who speaks is learnt from corrections once the story is studied.

        Raises:
            NarratorError: there is no such book, or what Narrator keeps of it is damaged.
        """
        self.book = workspace.find(book)
        self.epoch = secrets.token_hex(8)
        self._lock = threading.RLock()
        self._reviewed = Reviewed(workspace, self.book)
        self._learning = Learning(self._reviewed, self._lock, self._look, self._follows)
        self._pace = Pace()
        self._clock = clock
        self._watchers: list[Watcher] = []

    def start(self) -> None:
        """Begin to study the story, beside everything else."""
        self._learning.start()

    def close(self) -> None:
        """End what goes on beside it, and let go of the files."""
        self._learning.end()
        self._reviewed.close()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` of every change, until what is returned is called."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    @property
    def reviewed(self) -> Reviewed:
        """The book itself; only with `lock` held."""
        return self._reviewed

    @property
    def lock(self) -> threading.RLock:
        """Held while anything is read or changed."""
        return self._lock

    def overview(self) -> shapes.Book:
        """What a page needs before anything else."""
        with self._lock:
            self.refresh()
            book, info = self._reviewed, self._reviewed.info
            return shapes.Book(
                self.book,
                info.title,
                info.author,
                info.language,
                self.epoch,
                tuple(telling.heading_of(book, paper) for paper in book.papers),
                tuple(telling.speakers(book)),
                self._forecast(),
                self._history(),
                self._learning.state,
                sound_of(book.workspace, self.book),
            )

    def sheet(self, number: int) -> shapes.Sheet:
        """A chapter, from 1.

        Raises:
            KeyError: there is none of that number.
        """
        with self._lock:
            return telling.sheet_of(self._reviewed, self._reviewed.papers.chapter(number))

    def doubts(self) -> list[shapes.Doubtful]:
        """The lines to be looked at, the least certain first."""
        with self._lock:
            return telling.doubts_of(self._reviewed, self._learning.likely)

    def scene(self, id: int) -> tuple[str, ...]:
        """Who may say a line, likeliest first."""
        with self._lock:
            place = self._reviewed.papers.place(id)
            names = telling.speakers(self._reviewed)
            return people_around(place, self._learning.likely(id), names)

    def people(self, like: Mapping[str, tuple[str, ...]]) -> list[shapes.Person]:
        """Everyone who speaks; `like` says who sounds like whom."""
        with self._lock:
            return telling.people_of(self._reviewed, like)

    def sayings(self) -> list[shapes.Saying]:
        """How words are said that a person told, in this book and in all."""
        with self._lock:
            return telling.sayings_of(self._reviewed)

    def history(self) -> shapes.History:
        """All that was ever done."""
        with self._lock:
            return self._reviewed.desk.journal.history()

    def act(self, action: AnyAction) -> shapes.Done:
        """Do something. It is on the disk when this returns.

        Raises:
            CannotBeDone: the files are such that it cannot be done; nothing was.
            BadScript: likewise.
        """
        with self._lock:
            self.refresh()
            book = self._reviewed
            deed = deed_of(book, action)
            if isinstance(action, Assign | AssignAll):
                self._pace.answered(self._clock())
            if all(book.desk.text(name) == text for name, text in deed.change.texts.items()):
                return self._done(_NOTHING, "it is so already")
            do = action.__struct_config__.tag
            entry = self._write(deed.change.texts, deed.what, str(do), deed.change.turned)
            return self._tell(book.take(deed.change.texts), "action", entry)

    def undo(self) -> shapes.Done:
        """Take back what was done last, with all that followed from it.

        Raises:
            CannotBeDone: nothing is left to be taken back.
        """
        with self._lock:
            self.refresh()
            return self._reverted(self._reviewed.desk.undo(), "undo")

    def redo(self) -> shapes.Done:
        """Do again what was taken back last.

        Raises:
            CannotBeDone: nothing was taken back.
        """
        with self._lock:
            self.refresh()
            return self._reverted(self._reviewed.desk.redo(), "redo")

    def refresh(self) -> None:
        """See what a hand changed, and tell of it."""
        with self._lock:
            if self._look():
                self._learning.due(0)

    def mark(self, stale: Mapping[int, bool], moment: int) -> None:
        """Take note of which lines were yet to be recorded at a `moment` of the book.

        It is told of those where that is new; a line that changed meanwhile stays unknown.
        """
        with self._lock:
            book = self._reviewed
            here = [id for id in book.mark(stale, moment) if book.papers.has(id)]
            if len(here) > _MANY:
                numbers = {book.papers.place(id).paper.number for id in here}
                self._tell(Seen(chapters=sorted(numbers)), "recorded", 0)
            elif here:
                self._tell(Seen(rows=here), "recorded", 0)

    def adopt(self, name: str, cause: int) -> None:
        """Take what Narrator just wrote into a file as what follows from the entry `cause`.

        `lock` is held since what a hand had done before was seen: else that would count as
        Narrator's, and be taken back with it.
        """
        with self._lock:
            desk = self._reviewed.desk
            if desk.journal.is_done(cause) and desk.adopt(name, cause):
                self._tell(self._reviewed.take([name]), "follows", cause)
            else:
                self.refresh()

    def tell(self, name: str, what: object) -> None:
        """Tell everyone who watches."""
        for watcher in list(self._watchers):
            watcher(name, what)

    def _look(self) -> bool:
        """Whether a hand changed anything; it is told."""
        if seen := self._reviewed.refresh():
            self._tell(seen, "edit", 0, *self._reviewed.mistakes(seen))
        return bool(seen)

    def _write(self, texts: Mapping[str, str], what: str, do: str, turned: Iterable[Turned]) -> int:
        try:
            return self._reviewed.desk.commit(texts, what=what, do=do, turned=turned)
        except OSError as error:
            raise NarratorError(
                f"cannot be written ({error.strerror or error})",
                where=self._reviewed.workspace.where,
                todo="make room there, or make the folder writable",
            ) from error

    def _reverted(self, reverted: Reverted | None, why: str) -> shapes.Done:
        if reverted is None:
            raise CannotBeDone(f"there is nothing to {why}")
        remark = (
            f"{reverted.missed} places were changed by hand since, and stay as they are"
            if reverted.missed > 1
            else "one place was changed by hand since, and stays as it is"
        )
        if self._reviewed.desk.journal.do(reverted.entry) != "follow":
            cause = self._reviewed.desk.journal.undoable or 0
            self._learning.due(cause)
        remarks = [remark] if reverted.missed else []
        return self._tell(self._reviewed.take(reverted.names), why, reverted.entry, *remarks)

    def _follows(self, seen: Seen, entry: int) -> None:
        """What the learning found out."""
        if seen.rows or seen.chapters:
            self._tell(replace(seen, rearranged=False), "follows", entry)
        if seen.rearranged:
            self.tell("book", None)

    def _tell(self, seen: Seen, why: str, entry: int, *remarks: str) -> shapes.Done:
        """Make known what is other than before."""
        book = self._reviewed
        if why in ("action", "redo"):
            self._learning.due(entry)
        inside = {paper.number for paper in book.papers} & set(seen.chapters)
        rows = telling.rows_of(book, [id for id in seen.rows if book.papers.has(id)])
        changes = shapes.Changes(rows, tuple(sorted(inside)), seen.people, why, entry)
        done = self._done(changes, *remarks)
        self.tell("changes", done)
        if seen.rearranged:
            self.tell("book", None)
        return done

    def _done(self, changes: shapes.Changes, *remarks: str) -> shapes.Done:
        return shapes.Done(changes, self._history(), self._forecast(), remarks)

    def _history(self) -> shapes.History:
        return self._reviewed.desk.journal.history(_SHOWN)

    def _forecast(self) -> shapes.Forecast:
        return telling.forecast_of(self._reviewed, self._pace.seconds)


def sound_of(workspace: Workspace, book: str) -> str:
    """Whether a book's folder holds nothing, some, or all of what makes it an audiobook."""
    folder = workspace.published(book)
    if (folder / "index.html").is_file():
        return "made"
    return "partly" if folder.is_dir() and any(folder.iterdir()) else "none"
