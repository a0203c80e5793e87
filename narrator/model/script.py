"""Who says what: the rows of a script, in the order they are heard."""

import math
import re
from dataclasses import dataclass, field
from enum import StrEnum

from .book import BookInfo
from .cast import NARRATOR
from .character import Character
from .pronunciation import Pronunciation
from .span import Span

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"
)
"""Thai, Lao, Burmese, Khmer, Chinese and Japanese, with their marks."""
_LINE_END = re.compile(rf"(?<=[{_UNSPACED}])[^\S\n]*\n\s*(?=[{_UNSPACED}])")


class LineKind(StrEnum):
    """What sort of speech a line is."""

    NARRATION = "narration"
    DIALOGUE = "dialogue"
    THOUGHT = "thought"
    HEADING = "heading"
    VERSE = "verse"
    LETTER = "letter"
    """A letter, a note, a text message: written words that someone reads out."""


def folded(text: str) -> str:
    """`text` with every run of white space as one space, and none at the ends.

    A line end between signs of a script without blanks is nothing.

    >>> folded(" a\\n b "), folded("港の\\n灯")
    ('a b', '港の灯')
    """
    if "\n" in text and not text.isascii():
        text = _LINE_END.sub("", text)
    return " ".join(text.split())


def folded_lines(text: str) -> str:
    """`text` with white space folded inside each line; line ends are kept, blank lines are not."""
    rows = (folded(row) for row in text.split("\n"))
    return "\n".join(row for row in rows if row)


@dataclass(frozen=True, slots=True)
class Doubt:
    """The question a guess puts to a person; it goes away when they settle it."""

    confidence: float
    """0 to 1, in steps of 0.01."""
    why: str
    """What the guess rests on, in a few words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "confidence", round(min(max(self.confidence, 0.0), 1.0), 2))
        object.__setattr__(self, "why", folded(self.why))


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the parser found a line and what it went by. Not kept in the script file."""

    span: Span | None = None
    """The line in `Book.text`, quotation marks included; None if the source is not plain text."""
    confidence: float = 1.0
    """How likely the speaker is right, 0 to 1."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text spoken by one voice."""

    speaker: str
    """A character's name, or `Narrator`."""
    text: str
    """The words as written, quotation marks included. White space is folded to single spaces;
    only verse keeps its line ends."""
    kind: LineKind = LineKind.NARRATION
    opens_paragraph: bool = True
    """Whether a new paragraph of the book begins here."""
    delivery: str = ""
    """How it is said, in the book's own word: `whispered`, `shouted`; empty when plain."""
    doubt: Doubt | None = None
    """Set when the speaker is a guess that a person should look at."""
    trace: Trace = field(default=Trace(), compare=False)
    recording: str = ""
    """The name of a recording of a person's own that is heard in place of a voice; mostly empty."""

    def __post_init__(self) -> None:
        fold = folded_lines if self.kind is LineKind.VERSE else folded
        object.__setattr__(self, "text", fold(self.text))
        object.__setattr__(self, "speaker", folded(self.speaker) or NARRATOR)
        object.__setattr__(self, "delivery", folded(self.delivery))
        object.__setattr__(self, "recording", folded(self.recording))


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence asked for by a person."""

    seconds: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.seconds) or self.seconds < 0:
            raise ValueError(f"a pause cannot last {self.seconds} seconds")
        object.__setattr__(self, "seconds", round(self.seconds, 3))


@dataclass(frozen=True, slots=True)
class SceneBreak:
    """A change of scene: heard as a long pause, its mark (`* * *`) is not spoken."""

    text: str
    trace: Trace = field(default=Trace(), compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", folded(self.text))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Text of the book that is left out on purpose."""

    text: str
    reason: str
    trace: Trace = field(default=Trace(), compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", folded(self.text))
        object.__setattr__(self, "reason", folded(self.reason))


Row = Line | Pause | SceneBreak | Skipped


@dataclass(frozen=True, slots=True)
class ScriptChapter:
    """A chapter's rows in the order they are heard."""

    title: str
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", folded(self.title))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows that are spoken."""
        return tuple(row for row in self.rows if isinstance(row, Line))


@dataclass(frozen=True, slots=True)
class Script:
    """A book as its voices will speak it."""

    info: BookInfo
    chapters: tuple[ScriptChapter, ...]
    characters: tuple[Character, ...] = ()
    """Everyone who speaks, most lines first; the narrator is not among them."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """How the book itself wants words said; what a person says goes before it."""
