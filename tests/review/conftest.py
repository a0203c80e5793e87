"""A book under review: short, with people, doubts, a pause and a voice for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narrator.production import Source, cast_script, write_script
from narrator.review import Session
from narrator.review.actions import AnyAction
from narrator.review.shapes import Changes, Row
from narrator.workspace import Workspace, load_script

STORY = """\
The Two Keys

Chapter One

Anna Bell put the lamp on the table. “Who has the key?” she asked.

“I have it,” said Tom Reed.

“Then open the door,” said Anna. “It is cold out here.”

“You are always cold.”

“And you are always slow.”

Tom turned the key twice. Nothing happened, and then everything did.

* * *

The old man behind the door smiled. “You are late,” he said.

“We were held up.”

“So I see.”

Chapter Two

“Sit down,” said the old man. Mrs. Kepler nodded. “Both of you,” she whispered.

“Thank you,” said Tom.

“Not there.”
"""


@pytest.fixture(scope="session")
def reviewed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the story as a script, and a casting file."""
    root = tmp_path_factory.mktemp("reviewed")
    (root / "keys.txt").write_text(STORY, encoding="utf-8")
    workspace = Workspace(root)
    write_script(workspace, Source(root / "keys.txt"))
    cast_script(workspace, "keys", load_script(workspace.script("keys")))
    return root


@pytest.fixture
def root(reviewed_once: Path, tmp_path: Path) -> Path:
    """A copy of that workspace for one test."""
    import shutil

    shutil.copytree(reviewed_once, tmp_path, dirs_exist_ok=True)
    return tmp_path


class Reader:
    """A person at a page: acts, and sees what comes of it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.seen: list[tuple[str, Any]] = []
        session.watch(lambda name, what: self.seen.append((name, what)))

    def row(self, text: str) -> Row:
        """The one row that holds `text`."""
        rows = [row for row in self.rows() if text in row.text]
        assert len(rows) == 1, rows
        return rows[0]

    def rows(self) -> list[Row]:
        """All rows of the book."""
        chapters = self.session.overview().chapters
        return [row for each in chapters for row in self.session.sheet(each.number).rows]

    def do(self, action: AnyAction) -> Changes:
        """What an action changed."""
        return self.session.act(action).changes

    def changes(self, why: str) -> list[Changes]:
        """What was told of changes for one reason."""
        told = [what.changes for name, what in self.seen if name == "changes"]
        return [each for each in told if each.why == why]


@pytest.fixture
def opened(root: Path) -> Iterator[Callable[[], Reader]]:
    """Opens the book, as often as wanted, one session after the other."""
    sessions: list[Session] = []

    def again() -> Reader:
        for session in sessions:
            session.close()
        sessions[:] = [Session(Workspace(root), "keys")]
        return Reader(sessions[0])

    yield again
    for session in sessions:
        session.close()


@pytest.fixture
def reader(opened: Callable[[], Reader]) -> Reader:
    return opened()


def files_of(root: Path) -> dict[str, bytes]:
    """What a person edits, and what is remembered of what Narrator wrote, by its path."""
    paths = [*root.glob("script/keys/*.txt"), *root.glob("voices/*.toml")]
    paths += [root / "script" / "keys" / "parsed.json"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
