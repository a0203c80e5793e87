"""What is known of a row before paragraphs are made: a heading, a scene break, skipped."""

from dataclasses import dataclass
from enum import IntEnum

from narrator.model import BlockKind


class Level(IntEnum):
    """How much of a book a heading is for."""

    PART = 1
    CHAPTER = 2
    NUMERAL = 3
    """A number alone: a chapter in some books, a section of one in others."""
    MINOR = 4
    """A heading that begins no chapter: a title, a byline, a subtitle."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The role of one row."""

    kind: BlockKind
    level: Level = Level.MINOR
    title: str = ""
    """The heading as shown in a list of chapters."""
    number: int | None = None
    """The number of the chapter or part."""
    titled: bool = False
    """Whether the heading names more than its number."""
    reason: str = ""
    """Why the row is skipped."""
    continues: bool = False
    """Whether it is in one block with the row before."""


Marks = list[Mark | None]
"""One for each row of a file; None: an ordinary row."""


def skipped(reason: str, *, continues: bool = False) -> Mark:
    """The mark of a row that is not read aloud."""
    return Mark(BlockKind.SKIPPED, reason=reason, continues=continues)


def skip_rows(marks: Marks, first: int, behind: int, reason: str) -> None:
    """Mark the rows `first` up to `behind` as one skipped block."""
    for index in range(first, behind):
        marks[index] = skipped(reason, continues=index > first)
