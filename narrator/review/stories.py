"""Stories that were brought through a browser, on their way to be books."""

import secrets
from pathlib import Path

from narrator.errors import NarratorError
from narrator.readers import suffixes
from narrator.workspace import Workspace, book_name, read_record

LARGEST = 256 << 20
"""Bytes."""


class Stories:
    """The folder of stories in a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folder = workspace.stories

    def begin(self, name: str) -> tuple[str, Path]:
        """The name that a story called `name` gets here, and the file to write it into meanwhile.

        Raises:
            NarratorError: no story is in such a file.
        """
        given = Path(name.replace("\\", "/").rpartition("/")[2])
        ending = given.suffix.lower()
        if ending not in suffixes():
            known = ", ".join(suffixes())
            raise NarratorError(f"{given.name} is no story", todo=f"give a file of {known}")
        self._folder.mkdir(parents=True, exist_ok=True)
        return f"{book_name(given.stem)}{ending}", self._folder / f".{secrets.token_hex(8)}.part"

    def keep(self, name: str, written: Path) -> str:
        """Put what was written in its place, over no other story; its name from now on."""
        stem, ending = Path(name).stem, Path(name).suffix
        content = written.read_bytes()
        for number in range(1, 1000):
            path = self._folder / (name if number == 1 else f"{stem}-{number}{ending}")
            if path.exists() and path.read_bytes() != content:
                continue
            written.replace(path)
            return path.name
        raise NarratorError(f"there are too many stories called {name}")

    def path(self, story: str) -> Path:
        """The file of a story.

        Raises:
            KeyError: there is none.
        """
        path = self._folder / story
        if Path(story).name != story or story.startswith(".") or not path.is_file():
            raise KeyError(story)
        return path

    def book(self, story: str) -> str:
        """What its book is called: as the story, unless another story's book is."""
        stem = book_name(Path(story).stem)
        source = self._workspace.relative(self.path(story))
        for number in range(1, 1000):
            name = stem if number == 1 else f"{stem}-{number}"
            record = read_record(self._workspace.script(name))
            if name not in self._workspace.books() or (record and record.source == source):
                return name
        raise NarratorError(f"there are too many books called {stem}")
