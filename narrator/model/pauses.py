"""How long the silences of a book are."""

import math
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence as it is heard, in seconds, by the boundary it marks."""

    head: float = 0.75
    """Before the first line of a chapter."""
    tail: float = 2.0
    """After the last line of a chapter."""
    heading: float = 1.2
    """After a heading, and before one inside a chapter."""
    scene: float = 2.0
    """Where the scene changes."""
    before_letter: float = 0.9
    """Where verse or a letter begins."""
    after_letter: float = 0.9
    """Where verse or a letter ends."""
    paragraph: float = 0.65
    """Between two paragraphs."""
    turn: float = 0.5
    """Between two paragraphs, each spoken by a character."""
    speaker: float = 0.35
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
    """By which all but head and tail are multiplied; not a pause that a person asked for."""

    def __post_init__(self) -> None:
        for each in fields(self):
            seconds = getattr(self, each.name)
            if not math.isfinite(seconds) or seconds < 0:
                raise ValueError(f"the pause {each.name} cannot be {seconds}")
