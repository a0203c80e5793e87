"""The script in memory: the rows of each chapter's file, each with a number that stays its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from narrator.errors import NarratorError, Problem
from narrator.model import Line, Pause, Row, SceneBreak, Skipped
from narrator.screenplay import PlacedRow, placed_chapter


class CannotBeDone(NarratorError):
    """The files are such that an action cannot be done; nothing was."""


@dataclass(slots=True)
class Paper:
    """A chapter's file."""

    number: int
    """Of the chapter, from 1."""
    name: str
    text: str = ""
    title: str = ""
    rows: tuple[PlacedRow, ...] = ()
    ids: list[int] = field(default_factory=list)
    version: int = 0
    problem: str = ""
    """What makes it unreadable; its rows are then the last that could be read."""


class Place(NamedTuple):
    """Where a row stands."""

    paper: Paper
    at: int

    @property
    def id(self) -> int:
        """The number of the row."""
        return self.paper.ids[self.at]

    @property
    def placed(self) -> PlacedRow:
        """The row, with its place in the file."""
        return self.paper.rows[self.at]


class Taken(NamedTuple):
    """What is new in a chapter's file."""

    rows: tuple[int, ...]
    """The ids of rows that say something else."""
    restructured: bool
    """Whether rows came, went or moved."""


class Papers:
    """All chapters of a book."""

    def __init__(self) -> None:
        self._papers: dict[str, Paper] = {}
        self._next = 1
        self._where: dict[int, Paper] = {}

    def __iter__(self) -> Iterator[Paper]:
        return iter(self._papers.values())

    def arrange(self, names: Sequence[str]) -> bool:
        """Have just these files, in this order; whether others were there before."""
        if list(self._papers) == list(names):
            return False
        before = self._papers
        self._papers = {
            name: before.get(name) or Paper(number, name)
            for number, name in enumerate(names, start=1)
        }
        for number, paper in enumerate(self, start=1):
            paper.number = number
        for name in before.keys() - self._papers.keys():
            self._forget(before[name])
        return True

    def take(self, name: str, text: str, *, damaged: bool = False) -> Taken:
        """A file's text as it is now."""
        paper = self._papers[name]
        found = placed_chapter(text)
        paper.version += 1
        before = paper.problem
        paper.problem = _told(name, found.problems, damaged)
        paper.text = text
        if paper.problem and paper.rows:
            return Taken((), restructured=paper.problem != before)
        old = {id: placed.row for id, placed in zip(paper.ids, paper.rows, strict=True)}
        ids = self._ids(paper, found.rows)
        restructured = ids != paper.ids or paper.title != found.title or paper.problem != before
        self._forget(paper)
        paper.title, paper.rows, paper.ids = found.title, found.rows, ids
        self._where.update(dict.fromkeys(ids, paper))
        others = (
            id for id, placed in zip(ids, found.rows, strict=True) if old.get(id) != placed.row
        )
        return Taken(tuple(others), restructured)

    def chapter(self, number: int) -> Paper:
        """The chapter of that number.

        Raises:
            KeyError: there is none.
        """
        for paper in self:
            if paper.number == number:
                return paper
        raise KeyError(number)

    def has(self, id: int) -> bool:
        """Whether the row `id` is there."""
        return id in self._where

    def place(self, id: int) -> Place:
        """Where the row `id` stands.

        Raises:
            CannotBeDone: it is gone.
        """
        paper = self._where.get(id)
        if paper is None:
            raise CannotBeDone("that line is no longer there", todo="look at the chapter again")
        return Place(paper, paper.ids.index(id))

    def lines(self) -> Iterator[tuple[Place, Line]]:
        """Every line of the book, in order."""
        for paper in self:
            for at, placed in enumerate(paper.rows):
                if isinstance(placed.row, Line):
                    yield Place(paper, at), placed.row

    def _forget(self, paper: Paper) -> None:
        for id in paper.ids:
            self._where.pop(id, None)

    def _ids(self, paper: Paper, rows: Sequence[PlacedRow]) -> list[int]:
        """The numbers of `rows`: what has the words it had keeps its own."""
        old = [_words(placed.row) for placed in paper.rows]
        new = [_words(placed.row) for placed in rows]
        if old == new:
            return list(paper.ids)
        ids: list[int] = []
        for what, low, high, start, end in SequenceMatcher(
            a=old, b=new, autojunk=False
        ).get_opcodes():
            stay = what == "equal" or (what == "replace" and high - low == end - start)
            ids += paper.ids[low:high] if stay else (self._new() for _ in range(start, end))
        return ids

    def _new(self) -> int:
        self._next += 1
        return self._next - 1


def _words(row: Row) -> str:
    match row:
        case Line() | Skipped() | SceneBreak():
            return row.text
        case Pause():
            return "\0"


def _told(name: str, problems: Sequence[Problem], damaged: bool) -> str:
    if damaged:
        return f"{name}: is not UTF-8 text; save it as UTF-8"
    return "\n".join(problem.message(name) for problem in problems)
