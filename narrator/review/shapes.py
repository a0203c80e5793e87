"""What a session tells of a book, as plain data: what a page is given is exactly this, as JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """How sure a guess is, from 0 to 1, and what it rests on."""

    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the script."""

    id: int
    """Names the row for as long as the session lives, whatever happens around it."""
    type: str
    """`line`, `pause`, `scene` or `skipped`."""
    text: str = ""
    """Of a scene its mark; of a pause nothing."""
    speaker: str = ""
    kind: str = ""
    """Of a line: `narration`, `dialogue`, `thought`, `heading`, `verse`, `letter`."""
    opens: bool = False
    """Whether a paragraph begins with it."""
    delivery: str = ""
    recording: str = ""
    """The recording of one's own that is heard in its place; empty if none."""
    doubt: Doubt | None = None
    stale: bool | None = None
    """Whether it has yet to be recorded as it stands; None where that is not known yet."""
    seconds: float = 0.0
    """Of a pause."""
    reason: str = ""
    """Why skipped text is not read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chapter, in full."""

    number: int
    """From 1."""
    title: str
    version: int
    """Goes up with every change of the chapter."""
    rows: tuple[Row, ...]
    problem: str = ""
    """What makes its file unreadable, where a person edited it so; its rows are the last that
    could be read, and nothing can be done to them until the file is mended."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter in a list."""

    number: int
    title: str
    version: int
    lines: int
    doubtful: int
    """Lines with a doubt."""
    wrong: float
    """How many of its lines are wrong, as expected from their confidence."""
    stale: int | None
    """Lines that have yet to be recorded; None where that is not known yet."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When to stop."""

    wrong: float
    """Lines of the book that are still wrong, as expected."""
    error: float
    """One standard deviation of that."""
    right: float
    """The part of the spoken lines that is right, as expected, from 0 to 1."""
    goal: float
    """The part that should be."""
    left: int
    """Doubtful lines to be looked at until then, least certain first."""
    minutes: float | None
    """What they take at the reader's own pace; None until that is known."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was done."""

    number: int
    """From 1, in order; never given twice."""
    what: str
    """In words: `Mara says 3 lines`."""
    do: str
    """The kind of action."""
    undone: bool
    followed: int
    """How many lines followed from it."""


@dataclass(frozen=True, slots=True)
class History:
    """What was done, the last first, and what can be."""

    entries: tuple[Entry, ...]
    undo: str
    """What would be taken back, in words; empty if nothing can."""
    redo: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks."""

    name: str
    aliases: tuple[str, ...]
    lines: int
    share: float
    """Of the spoken characters of the book, from 0 to 1."""
    voice: str
    """Empty where none is given yet."""
    rate: float
    pitch: float
    gain: float
    locked: bool
    gender: str
    age: str
    kind: str
    like: tuple[str, ...]
    """Who sounds much the same and talks with them."""
    colour: int
    """A number from 0 to 11 by which a page tells people apart; the narrator's is -1."""


@dataclass(frozen=True, slots=True)
class Saying:
    """How a word is said."""

    word: str
    say: str
    ipa: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Book:
    """What a page needs before anything else."""

    book: str
    title: str
    author: str
    language: str
    epoch: str
    """Another one means that rows have other ids: read everything again."""
    chapters: tuple[Heading, ...]
    people: tuple[str, ...]
    """Everyone with lines, most lines first, the narrator aside."""
    forecast: Forecast
    history: History
    learning: str
    """`studying` the story, `ready` to follow corrections, or why they are not followed."""
    sound: str
    """`none`, `partly` or `made`: what there is in the book's folder."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A line to be looked at."""

    id: int
    chapter: int
    speaker: str
    confidence: float
    people: tuple[str, ...]
    """Who may say it: the people of the scene, likeliest first, for the digit keys; at most 9."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other than before."""

    rows: tuple[Row, ...]
    """Rows that are there as before, with other words about them."""
    chapters: tuple[int, ...]
    """Chapters whose rows are others: read them again."""
    people: bool
    """Whether the cast, or how words are said, changed."""
    why: str
    """`action`, `undo`, `redo`, `follows` (from a correction), `edit` (by hand), `recorded`."""
    entry: int
    """The entry that did it or that it follows from; 0 if none."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an action, an undo or a redo; it is on the disk."""

    changes: Changes
    history: History
    forecast: Forecast
    remarks: tuple[str, ...] = ()
    """What a person should know, such as what was changed by hand and could not be taken back."""


@dataclass(frozen=True, slots=True)
class Cue:
    """When a row is heard."""

    id: int
    start: float
    """Seconds."""
    end: float


@dataclass(frozen=True, slots=True)
class Heard:
    """Sound to be played."""

    url: str
    """A WAV that can be had in parts; empty where there is none yet."""
    cues: tuple[Cue, ...]
    missing: int
    """Lines of what was asked for that come behind it and are not recorded yet."""


@dataclass(frozen=True, slots=True)
class Work:
    """The making of a book, or of what is stale in it."""

    state: str
    """`idle`, `running`, `stopping`, `done`, `stopped` or `failed`."""
    stage: str = ""
    """`parsing`, `asking`, `recording`, `measuring`, `encoding`."""
    part: float = 0.0
    """How much of the stage is done, from 0 to 1."""
    seconds_left: float | None = None
    """For the stage; None until that is known."""
    told: tuple[str, ...] = ()
    """What a person should know; what failed, last."""
