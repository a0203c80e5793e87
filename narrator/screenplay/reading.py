"""The text of a script file to a chapter's rows, forgiving towards hands that edited it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from narrator.errors import BadScript, Problem
from narrator.model import Line, Row, ScriptChapter

from .format import NOTE
from .rows import BadRow, Title, read_row


@dataclass(slots=True)
class _Entry:
    """A row of the file with the indented rows that go on with it."""

    line_number: int
    rows: list[str]
    after_blank: bool
    behind: int
    """The number of the row after its last one."""


class PlacedRow(NamedTuple):
    """A row of a script, and the rows of its file that it stands on, from 1."""

    first: int
    behind: int
    row: Row


@dataclass(slots=True)
class _Reading:
    """What has been understood of a file so far."""

    titles: list[str] = field(default_factory=list)
    rows: list[PlacedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_chapter(text: str, *, where: str = "") -> ScriptChapter:
    """The chapter in the script file `text`; `where` is the file, for messages.

    Raises:
        BadScript: there are mistakes; the message lists them all.
    """
    reading = _read(text)
    if reading.problems:
        raise BadScript.listing(reading.problems, where)
    return ScriptChapter(reading.titles[0], tuple(placed.row for placed in reading.rows))


def find_problems(text: str) -> tuple[Problem, ...]:
    """Every mistake in the script file `text`, in its order."""
    return tuple(_read(text).problems)


def numbered_rows(text: str) -> tuple[tuple[int, Row], ...]:
    """The rows that can be understood, each with the number of its line in the file, from 1."""
    return tuple((placed.first, placed.row) for placed in _read(text).rows)


@dataclass(frozen=True, slots=True)
class PlacedChapter:
    """A chapter as far as it can be read, with the places of its rows in the file."""

    title: str
    rows: tuple[PlacedRow, ...]
    problems: tuple[Problem, ...]


def placed_chapter(text: str) -> PlacedChapter:
    """The chapter in the script file `text`, mistakes and all."""
    reading = _read(text)
    title = reading.titles[0] if reading.titles else ""
    return PlacedChapter(title, tuple(reading.rows), tuple(reading.problems))


def _read(text: str) -> _Reading:
    reading = _Reading()
    opens_paragraph = False
    for entry in _entries(text):
        opens_paragraph = opens_paragraph or entry.after_blank
        try:
            row = read_row("\n".join(entry.rows))
        except BadRow as bad:
            reading.problems.append(Problem(entry.line_number, bad.what, bad.todo))
            continue
        if isinstance(row, Title):
            _take_title(reading, row, entry.line_number)
        elif isinstance(row, Line):
            row = replace(row, opens_paragraph=opens_paragraph)
            reading.rows.append(PlacedRow(entry.line_number, entry.behind, row))
            opens_paragraph = False
        else:
            reading.rows.append(PlacedRow(entry.line_number, entry.behind, row))
    if not reading.titles:
        reading.problems.insert(
            0, Problem(1, "no chapter title", "begin the file with a row: [chapter] Its title")
        )
    return reading


def _take_title(reading: _Reading, title: Title, line_number: int) -> None:
    if reading.titles:
        todo = "put the second chapter into a file of its own"
        reading.problems.append(Problem(line_number, "a second [chapter] in one file", todo))
    reading.titles.append(title.text)


def _entries(text: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    after_blank = False
    for number, row in enumerate(_file_rows(text), start=1):
        if not row.strip():
            after_blank = True
        elif row.startswith(NOTE):
            continue
        elif row[0].isspace() and entry and not after_blank and entry.rows[0][0] != "[":
            entry.rows.append(row.strip())
            entry.behind = number + 1
        else:
            if entry:
                yield entry
            entry = _Entry(number, [row.strip()], after_blank, number + 1)
            after_blank = False
    if entry:
        yield entry


def _file_rows(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
