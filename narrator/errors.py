"""Every failure a person can meet: what happened, where, what to do, and the exit code.

    NarratorError            1  anything that went wrong while running
    |- BadSource             3  the book cannot be read (missing, empty, binary, protected)
    |- BadScript             3  a script or casting file has mistakes (all are listed)
    |- MissingTool           4  an engine, a voice or ffmpeg is not there
    `- Incomplete            5  some lines could not be recorded; all others are kept

Exit code 2 (wrong usage) is click's, 130 is an interruption.
"""

from typing import ClassVar


class NarratorError(Exception):
    """A failure with one clear line for the person: what, where, and what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """The whole message on one line: `where: what; todo`."""
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.todo}" if self.todo else ""
        return " ".join(f"{place}{self.what}{advice}".split())


class BadSource(NarratorError):
    """The book cannot be read."""

    exit_code = 3


class BadScript(NarratorError):
    """A script or casting file has mistakes: `what` may hold several, one a line."""

    exit_code = 3

    def __str__(self) -> str:
        """The message, a line for each mistake."""
        rows = self.what.splitlines()
        if len(rows) < 2:
            return super().__str__()
        return "\n".join(" ".join(row.split()) for row in rows)


class MissingTool(NarratorError):
    """Something Narrator needs from the machine is not there."""

    exit_code = 4


class Incomplete(NarratorError):
    """Some lines could not be recorded; all others are kept."""

    exit_code = 5
