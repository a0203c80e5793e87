"""The voices of a series, in a casting file of their own beside those of its books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from narrator.casting import Casting, extend_cast_file, read_cast, recalled, worth_keeping
from narrator.errors import BadScript, NarratorError
from narrator.model import Cast, Character, Role
from narrator.workspace import Workspace, book_name, write_whole

from ..casting_file import read_casting_file


@dataclass(frozen=True, slots=True)
class Series:
    """A series as its casting file has it."""

    name: str
    """Empty for a book that belongs to none."""
    path: Path
    text: str | None
    cast: Cast

    def roles_for(
        self, characters: Sequence[Character], speakers: Mapping[str, int], book: Cast
    ) -> tuple[Role, ...]:
        """The roles of people of earlier books who speak in this one and have none in `book`."""
        return recalled(self.cast, characters, speakers, book) if self.text else ()

    def keep(self, casting: Casting) -> None:
        """Add to the file who is new in a book. What it says already is never changed."""
        if not self.name:
            return
        more = worth_keeping(casting, self.cast)
        extended = extend_cast_file(self.text, more, title=self.name, where=str(self.path))
        if extended != self.text:
            write_whole(self.path, extended)


def engine_of(workspace: Workspace, wanted: str | None) -> str | None:
    """The engine for which the series `wanted` was begun; None if it was not, or none is wanted.

    Raises:
        BadScript: its casting file has mistakes.
    """
    path = workspace.casting_file(book_name(wanted)) if wanted else None
    text = read_casting_file(path) if path else None
    return read_cast(text, where=str(path)).engine if text else None


def series_of(
    workspace: Workspace, book: str, wanted: str | None, existing: Cast | None, engine: str
) -> Series:
    """The series that `book` belongs to: as its casting file says, else the one that is `wanted`.

    Raises:
        BadScript: the casting file of the series, or that of the book, says something else.
        NarratorError: a book has the name of the series.
    """
    told = existing.series if existing else ""
    name = book_name(wanted) if wanted else told
    where = str(workspace.casting_file(book))
    if told and name != told:
        raise BadScript(
            f"the book belongs to the series {told}, not to {name}",
            where=where,
            todo=f'change the row  series = "{told}"  there',
        )
    if name and (name == book or name in workspace.books()):
        raise NarratorError(
            f"the series {name} has the name of a book here", todo="give the series another name"
        )
    path = workspace.casting_file(name)
    text = read_casting_file(path) if name else None
    cast = read_cast(text, where=str(path)) if text else Cast(engine, ())
    if cast.engine != engine:
        path = workspace.casting_file_for(name, engine)
        text = read_casting_file(path)
        cast = read_cast(text, where=str(path)) if text else Cast(engine, ())
    return Series(name, path, text, cast)
