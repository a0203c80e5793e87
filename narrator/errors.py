"""Every failure a person can meet: what happened, where, what to do, and the exit code.

    NarratorError            1  anything that went wrong while running
    |- WrongUsage            2  an option has a value that it cannot have
    |- BadSource             3  the book cannot be read (missing, empty, binary, protected)
    |- BadScript             3  a script or casting file has mistakes (all are listed)
    |- MissingTool           4  an engine, a voice or ffmpeg is not there
    `- Incomplete            5  some lines could not be recorded; all others are kept

Exit code 2 is click's as well, 130 is an interruption.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self


class NarratorError(Exception):
    """A failure with one clear line for the person: what, where, and what to do."""

    exit_code: ClassVar[int] = 1
    lists: ClassVar[bool] = False
    """Whether the line ends in `what` are kept."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """The message on one line, `where: what; todo`, or a line for each thing it lists."""
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.todo}" if self.todo else ""
        message = f"{place}{self.what}{advice}"
        rows = message.splitlines() if self.lists else [message]
        return "\n".join(" ".join(row.split()) for row in rows)


class WrongUsage(NarratorError):
    """An option has a value that it cannot have."""

    exit_code = 2


class BadSource(NarratorError):
    """The book cannot be read."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file that a person edits."""

    line_number: int | None
    """The row of the file, counted from 1; None if it belongs to none."""
    what: str
    todo: str

    def message(self, where: str = "") -> str:
        """The mistake on one line: `file line 14: no speaker; begin the row with ...`."""
        line = f"line {self.line_number}" if self.line_number else ""
        place = f"{where} {line}".strip()
        return f"{place}: {self.what}; {self.todo}" if place else f"{self.what}; {self.todo}"


class BadScript(NarratorError):
    """A script or casting file has mistakes; `what` holds one a line."""

    exit_code = 3
    lists = True

    @classmethod
    def listing(cls, problems: Iterable[Problem], where: str = "") -> Self:
        """The error that tells of all `problems` in the file `where`."""
        return cls("\n".join(problem.message(where) for problem in problems))


class MissingTool(NarratorError):
    """Something Narrator needs from the machine is not there."""

    exit_code = 4


class Incomplete(NarratorError):
    """Some lines could not be recorded; all others are kept. `what` tells which, one a line."""

    exit_code = 5
    lists = True
