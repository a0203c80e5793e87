"""How long the silence between two rows is, by what lies between them."""

import math
from dataclasses import dataclass, fields

from narrator.model import Line, LineKind, Pause, Row, SceneBreak

_SET_APART = (LineKind.VERSE, LineKind.LETTER)
_SPEECH = (LineKind.DIALOGUE, LineKind.THOUGHT)
_QUOTES = "\"'“”‘’„‚«»‹›「」『』()[] "
_DASHES = ("—", "–", "―", "--", "-")
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in seconds by the boundary it marks."""

    head: float = 0.75
    """Before the first line of a chapter."""
    tail: float = 2.0
    """After the last line of a chapter."""
    heading: float = 1.2
    """After a heading, and before one inside a chapter."""
    scene: float = 2.0
    """Where the scene changes."""
    set_apart: float = 0.9
    """Where verse or a letter begins or ends."""
    paragraph: float = 0.65
    """Between two paragraphs."""
    turn: float = 0.5
    """Between two paragraphs, each spoken by a character."""
    change: float = 0.35
    """Where the speaker changes inside a paragraph."""
    tag: float = 0.15
    """Where the sentence runs on: between speech and its tag."""
    line: float = 0.35
    """Between two lines of one speaker inside a paragraph."""
    sentence: float = 0.4
    """Between two sentences of one line."""
    interruption: float = 0.08
    """After words that a dash cuts off."""
    silent: float = 0.4
    """In place of a line that has no sound."""
    factor: float = 1.0
    """By which all of these are multiplied; not a pause that a person asked for."""

    def __post_init__(self) -> None:
        for each in fields(self):
            seconds = getattr(self, each.name)
            if not math.isfinite(seconds) or seconds < 0:
                raise ValueError(f"the pause {each.name} cannot be {seconds}")


def pause_between(previous: Row | None, following: Row | None, pauses: Pauses) -> float:
    """Seconds of silence between two rows; None stands for the chapter's begin and end.

    A pause that a person asked for is the whole silence at its place: nothing is added to it.
    """
    if isinstance(previous, Pause) or isinstance(following, Pause):
        return 0.0
    return _seconds(previous, following, pauses) * pauses.factor


def _seconds(previous: Row | None, following: Row | None, pauses: Pauses) -> float:
    """The table: the first rule that fits gives the pause."""
    if previous is None:
        return pauses.head
    if following is None:
        return pauses.tail
    if isinstance(previous, SceneBreak) or isinstance(following, SceneBreak):
        return pauses.scene
    if not (isinstance(previous, Line) and isinstance(following, Line)):
        return 0.0
    rules = (
        (LineKind.HEADING in (previous.kind, following.kind), pauses.heading),
        (_enters_or_leaves(previous, following), pauses.set_apart),
        (_is_cut_off(previous, following), pauses.interruption),
        (not following.opens_paragraph, _inside_paragraph(previous, following, pauses)),
        (_is_turn(previous, following), pauses.turn),
    )
    return next((seconds for fits, seconds in rules if fits), pauses.paragraph)


def _inside_paragraph(previous: Line, following: Line, pauses: Pauses) -> float:
    if _runs_on(previous.text, following.text):
        return pauses.tag
    return pauses.line if previous.speaker == following.speaker else pauses.change


def _enters_or_leaves(previous: Line, following: Line) -> bool:
    """Whether verse or a letter begins or ends here."""
    return previous.kind != following.kind and (
        previous.kind in _SET_APART or following.kind in _SET_APART
    )


def _is_cut_off(previous: Line, following: Line) -> bool:
    """Whether `following` comes before the speaker of `previous` had finished."""
    return (
        previous.kind in _SPEECH
        and previous.speaker != following.speaker
        and previous.text.rstrip(_QUOTES).endswith(_DASHES)
    )


def _is_turn(previous: Line, following: Line) -> bool:
    return (
        previous.kind in _SPEECH
        and following.kind in _SPEECH
        and previous.speaker != following.speaker
    )


def _runs_on(before: str, after: str) -> bool:
    """Whether one sentence goes on from `before` to `after`: `“No!” | he said.`"""
    first = after.lstrip(_QUOTES + "—–―-")[:1]
    last = before.rstrip(_QUOTES)
    return first.islower() or (bool(last) and not last.endswith(_STOPS))
