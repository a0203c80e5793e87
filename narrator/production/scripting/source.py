"""A story as a person names it, and what they say of how it is to be read."""

from dataclasses import dataclass, field
from pathlib import Path

from narrator.consulting import Server
from narrator.readers import ReadOptions, SourceFile
from narrator.workspace import Workspace, book_name


@dataclass(frozen=True, slots=True)
class Source:
    """A story, and what a person says about it."""

    path: Path
    """Its file, or a folder with a file for each chapter; `-` for standard input."""
    options: ReadOptions = field(default=ReadOptions())
    name: str | None = None
    """The book's name in the workspace; None makes one of the file's name."""
    server: Server | None = None
    """Who is asked about the doubtful lines, if anybody is."""
    more: tuple[Path, ...] = ()
    """The files of the chapters that follow, where there are several."""
    data: bytes | None = None
    """What came through standard input."""
    follows: bool = True
    """Whether lines that nobody settled follow what a person settled."""

    @property
    def book(self) -> str:
        """The book's name in the workspace."""
        if self.data is not None:
            return book_name(self.name or "story")
        path = self.path.resolve() if self.path.name in ("", "..") else self.path
        return book_name(self.name or path.stem)

    @property
    def files(self) -> list[SourceFile]:
        """What the readers are given."""
        return [SourceFile(self.path, self.data), *map(SourceFile, self.more)]

    def named_in(self, workspace: Workspace) -> str:
        """Where the story comes from, as the record of its script says it."""
        if self.data is not None:
            return "standard input"
        return " + ".join(workspace.relative(path) for path in (self.path, *self.more))
