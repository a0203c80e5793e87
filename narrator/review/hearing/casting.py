"""Voices for those who have none, chosen while a book is under review; and who sounds like whom."""

import contextlib
import threading

from narrator.errors import NarratorError
from narrator.production import KnownVoice, alike, cast_script, known_voices
from narrator.workspace import load_script

from ..session import Session
from ..shapes import Done


class Casting:
    """The casting of one book."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._workspace = session.reviewed.workspace
        self._lock = threading.Lock()
        self._due = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="casting", daemon=True)

    def start(self) -> None:
        """Give whoever loses their voice another, as soon as that happens."""
        self._session.watch(self._told)
        self._thread.start()

    def close(self) -> None:
        """Do that no more."""
        self._ended = True
        self._due.set()
        self._thread.join()

    def _told(self, name: str, what: object) -> None:
        if isinstance(what, Done) and what.changes.people and what.changes.why == "action":
            self._due.set()

    def _run(self) -> None:
        while not self._ended:
            self._due.wait()
            self._due.clear()
            with self._session.lock:
                roles = self._session.reviewed.bill.cast.roles
            if not self._ended and not all(role.voice for role in roles):
                # What is wrong with the files, or an engine, is told when a line is to be heard.
                with contextlib.suppress(NarratorError, OSError):
                    self.fill()

    def fill(self) -> None:
        """Give everyone a voice who has none; it follows from what was done last.

        Raises:
            BadScript: the script or the casting file has mistakes.
            MissingTool: the engine cannot start.
        """
        session = self._session
        with self._lock:
            script = load_script(self._workspace.script(session.book))
            with session.lock:
                session.refresh()
                desk = session.reviewed.desk
                cast_script(self._workspace, session.book, script)
                session.adopt(desk.casting, desk.journal.undoable or 0)

    def voices(self) -> tuple[KnownVoice, ...]:
        """The voices that the book's engine has.

        Raises:
            MissingTool: the engine cannot start.
        """
        with self._session.lock:
            book = self._session.reviewed
            engine, language = book.bill.cast.engine, book.info.language
        return known_voices(self._workspace, engine, language) if engine else ()

    def alike(self) -> dict[str, tuple[str, ...]]:
        """Who sounds much like whom they talk with, as far as it was measured."""
        with self._session.lock:
            cast = self._session.reviewed.bill.cast
        try:
            script = load_script(self._workspace.script(self._session.book))
            return alike(self._workspace, cast, script)
        except NarratorError:
            return {}
