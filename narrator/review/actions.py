"""What a person can do to a book, as data: read strictly, so that nothing else can be asked for.

As JSON each is an object whose `do` is its name in small letters: `{"do": "assign", ...}`.
Lines are named by the numbers that the session gave them.
"""

from typing import Annotated

import msgspec

from narrator.model import Age, Gender, Kind, LineKind

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"\S")]
Words = Annotated[str, msgspec.Meta(max_length=200)]
Lines = Annotated[tuple[int, ...], msgspec.Meta(min_length=1, max_length=100_000)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=600)]


class Action(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="do", tag=str.lower
):
    """One thing done, and one thing undone."""


class Assign(Action, frozen=True):
    """Lines are somebody's, settled: the doubt is gone and what follows from it is decided anew.

    `Narrator` makes narration of them; `kind` says `thought` of what is not said aloud. Without a
    `speaker` the guess is right.
    """

    lines: Lines
    speaker: Name | None = None
    kind: LineKind | None = None


class AssignAll(Action, frozen=True, tag="assign-all"):
    """All that `speaker` says, in one chapter (from 1) or in the book, is `to` somebody else's."""

    speaker: Name
    to: Name
    chapter: int | None = None


class Join(Action, frozen=True):
    """Two people are one: `name` is another name of `into`."""

    name: Name
    into: Name


class Part(Action, frozen=True):
    """One person is two: the other name `alias` of `name` is somebody else's."""

    name: Name
    alias: Name


class Rename(Action, frozen=True):
    """Somebody is called `to` from now on; the old name is another name of theirs."""

    name: Name
    to: Name


class Person(Action, frozen=True):
    """What somebody is. Their voice is chosen anew for it, unless it is locked."""

    name: Name
    gender: Gender | None = None
    age: Age | None = None
    kind: Kind | None = None


class Voice(Action, frozen=True):
    """With which voice somebody speaks, and how; what is None stays.

    `rate` is a factor, `pitch` in semitones, `gain` in decibels. A `locked` voice is never chosen
    anew.
    """

    name: Name
    voice: Name | None = None
    rate: Annotated[float, msgspec.Meta(ge=0.5, le=2)] | None = None
    pitch: Annotated[float, msgspec.Meta(ge=-12, le=12)] | None = None
    gain: Annotated[float, msgspec.Meta(ge=-20, le=20)] | None = None
    locked: bool | None = None


class Say(Action, frozen=True):
    """How a word is said, in other words or in IPA; as its rules have it, where both are empty.

    `everywhere`: in all books, not in this one only.
    """

    word: Name
    say: Words = ""
    ipa: Words = ""
    everywhere: bool = False


class Pause(Action, frozen=True):
    """A silence before a line, or behind it; None takes it away."""

    line: int
    seconds: Seconds | None
    behind: bool = False


class Deliver(Action, frozen=True):
    """How lines are said: `whispered`, `shouted`, any word; plainly, where it is empty."""

    lines: Lines
    delivery: Words


class Omit(Action, frozen=True):
    """Lines are not read aloud."""

    lines: Lines
    reason: Words = "left out"


class Restore(Action, frozen=True):
    """Text that is not read aloud is read by `speaker`."""

    lines: Lines
    speaker: Name = "Narrator"


class Split(Action, frozen=True):
    """A line becomes two: the second begins at the character `at` of its text."""

    line: int
    at: Annotated[int, msgspec.Meta(ge=1)]


class Merge(Action, frozen=True):
    """A line and the next one are one, spoken by whoever speaks the first."""

    line: int


class Record(Action, frozen=True):
    """A recording of one's own in place of a line; its voice again, where that is empty.

    `recording` is the name that the session gave what was brought.
    """

    line: int
    recording: Words


AnyAction = (
    Assign
    | AssignAll
    | Join
    | Part
    | Rename
    | Person
    | Voice
    | Say
    | Pause
    | Deliver
    | Omit
    | Restore
    | Split
    | Merge
    | Record
)


def read_action(data: bytes) -> AnyAction:
    """The action in a JSON document.

    Raises:
        msgspec.ValidationError: it is none; the message says what is wrong.
    """
    return msgspec.json.decode(data, type=AnyAction)
