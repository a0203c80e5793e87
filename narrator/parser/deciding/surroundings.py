"""What surrounds a turn: the facts that its features are made of."""

from dataclasses import dataclass
from typing import NamedTuple

from ..mentions import NOBODY
from ..turns import Tag, Turn
from .narrated import Narrated


class Beat(NamedTuple):
    """What is told in the sentence right beside a quotation that has no verb of saying."""

    side: str
    """`before`, `after`, or `between` two quotations of the turn."""
    person: int
    """Who does it."""
    kind: str
    """`named`, `he` or `I`."""
    size: str
    """How much narration there is on that side."""


@dataclass(slots=True)
class Surroundings:
    """The facts about one turn that its features are made of."""

    turn: Turn
    context: str
    """What speaks about the turn: `name`, `noun`, `pronoun`, `first`, `it`, `sound`, `beat`,
    `he` (a beat of pronouns only) or `bare`; with `~` where the tag has no verb of saying."""
    tag: Tag | None
    anchor: int
    """The person a direct tag names outright, or NOBODY."""
    sex: str
    """What the tag's pronoun or noun asks of the speaker."""
    own: Narrated
    """The people in the narration of the turn's first and last paragraph."""
    before: int
    """First token of the quotation in its paragraph: what comes later is behind it."""
    called: frozenset[int]
    """People addressed in the turn."""
    spoken_of: frozenset[int]
    """People named in the turn but not addressed."""
    told: frozenset[int]
    """People to whom the narration says the turn is spoken, or at whom the speaker acts."""
    told_sex: str
    """The sex of a pronoun in that place: `she told him`."""
    called_sex: str
    """The sex of whoever is called `sir` or `madam` in the turn."""
    asks: bool
    words: tuple[str, ...] = ()
    """What is said, in lower case."""
    echoes: "Surroundings | None" = None
    """A turn shortly before of which this one says the same of another: `I was wrong, too.`"""
    silent: int = NOBODY
    """Who is then said not to answer."""
    beats: tuple[Beat, ...] = ()
    trailing: int = NOBODY
    """Who does something at the end of the paragraph, after the quotation."""
    object: int = NOBODY
    """Who else is mentioned there."""
    introduced: int = NOBODY
    """Whose name the speaker gives as their own."""
    groups: bool = False
    gap: int = 99
    """Paragraphs between this turn and the one before; 99 across a break."""
    run: int = 0
    """How many turns stand right before it without a gap."""
    talk: frozenset[int] = frozenset()
    """The people known to speak in the conversation that it is part of."""
