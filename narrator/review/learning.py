"""Lines that follow what a person settles: found out beside the session, in a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import Line
from narrator.production import (
    Followed,
    Following,
    ScriptFile,
    casting_digest,
    learnt_from,
    recalled_source,
    script_file,
    silently,
    study_source,
)
from narrator.workspace import read_record, write_record

from .journal import Turned
from .reviewed import Reviewed, Seen

STUDYING, READY = "studying", "ready"
_PATIENCE = 0.02
"""Seconds that a page waits for who may say a line while others are decided."""

Told = Callable[[Seen, int], None]
"""What is other than before, and the entry that it follows from; called with the lock held."""


class Learning:
    """What is learnt from corrections of one book."""

    def __init__(
        self, book: Reviewed, lock: threading.RLock, look: Callable[[], object], told: Told
    ) -> None:
        """`look` sees what a hand changed, and tells of it."""
        self._book = book
        self._look = look
        self._lock = lock
        self._told = told
        self.state = STUDYING
        self._following: Following | None = None
        self._deciding = threading.Lock()
        self._files: dict[str, ScriptFile] = {}
        self._due = threading.Event()
        self._cause = 0
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="learning", daemon=True)

    def start(self) -> None:
        """Begin to study the story."""
        self._due.set()
        self._thread.start()

    def end(self) -> None:
        """Change nothing any more. A study that goes on comes to nothing; nobody waits for it."""
        with self._lock:
            self._ended = True
        self._due.set()

    def due(self, cause: int) -> None:
        """Something was settled by the entry `cause`; 0: by a hand."""
        self._cause = cause
        self._due.set()

    def likely(self, id: int) -> Sequence[str]:
        """Who may say a line, the likeliest first; empty where that is not known."""
        if self._following is None or not self._deciding.acquire(timeout=_PATIENCE):
            return ()
        try:
            place = self._book.papers.place(id)
            file = self._files.get(place.paper.name)
            if file is None or file.text != place.paper.text:
                return ()
            at = sum(isinstance(each.row, Line) for each in place.paper.rows[: place.at])
            return self._following.likely(file, at)
        finally:
            self._deciding.release()

    def _run(self) -> None:
        while not self._ended:
            self._due.wait()
            self._due.clear()
            if self._ended:
                return
            try:
                self._follow()
            except (NarratorError, OSError) as error:
                self.state = str(error)
                with self._lock:
                    if self._ended:
                        return
                    self._told(Seen(rearranged=True), 0)

    def _follow(self) -> None:
        book = self._book
        with self._lock:
            files = self._taken()
            people = casting_digest(book.workspace, book.book)
            record = read_record(book.workspace.script(book.book))
            known = book.desk.parsed
        if record is None or known is None:
            self.state = "it is not known which lines Narrator wrote itself"
            return
        ready = self.state == READY
        if self._following is None or people != record.people:
            self.state = STUDYING
            source = recalled_source(book.workspace, book.book)
            following = study_source(book.workspace, source, silently)
            if self._ended:
                return
            with self._deciding:
                self._following = following
        learnt = learnt_from(files)
        if ready and learnt == known.learnt and people == record.people:
            return
        with self._deciding:
            followed = self._following.followed(files)
        with self._lock:
            if self._ended:
                return
            self._look()
            now = [book.desk.text(name) for name in book.desk.chapters]
            if now != [one.text for one in files]:
                self._due.set()
                return
            news = learnt != known.learnt or people != record.people
            seen, entry = self._keep(followed, learnt) if news else (Seen(), 0)
            if people != record.people:
                characters = self._following.script.characters
                folder = book.workspace.script(book.book)
                write_record(folder, replace(record, people=people, characters=characters))
                book.remember()
            self._know(self._taken())
            was, self.state = self.state, READY
            seen.rearranged = was != READY
            self._told(seen, entry)

    def _taken(self) -> list[ScriptFile]:
        """The script as it stands; only what changed is read again."""
        desk, found = self._book.desk, {}
        for name in desk.chapters:
            text, parsed = desk.text(name), desk.parsed_of(name)
            known = self._files.get(name)
            if known is None or known.text != text or known.parsed != parsed:
                known = script_file(Path(name).name, text, parsed)
            found[name] = known
        self._files = found
        return list(found.values())

    def _keep(self, followed: Sequence[Followed], learnt: str) -> tuple[Seen, int]:
        desk = self._book.desk
        texts = {name: one.text for name, one in zip(desk.chapters, followed, strict=True)}
        changed = {name: text for name, text in texts.items() if text != desk.text(name)}
        entry = self._cause if desk.journal.is_done(self._cause) else 0
        number = desk.commit(
            changed,
            kind="follow" if entry else "do",
            entry=entry,
            what="" if entry else "what follows from changes by hand",
            do="" if entry else "follow",
            turned=[
                Turned(one.file.name, at, old, new)
                for one in followed
                for at, (old, new) in enumerate(zip(one.file.parsed, one.parsed, strict=True))
                if old != new
            ],
            learnt=learnt,
            count=sum(one.count for one in followed),
        )
        return self._book.take(changed), number

    def _know(self, files: Sequence[ScriptFile]) -> None:
        """Keep how sure each line is."""
        if self._following is None:
            return
        for paper, file in zip(self._book.papers, files, strict=True):
            lines = (
                id
                for id, placed in zip(paper.ids, paper.rows, strict=True)
                if isinstance(placed.row, Line)
            )
            for id, sure in zip(lines, self._following.confidences(file), strict=False):
                if sure is not None:
                    self._book.sure[id] = sure
