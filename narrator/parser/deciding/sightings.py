"""Where everybody is seen and heard in the book."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..mentions import NOBODY, Kind
from ..study import Study
from .surroundings import Surroundings

_INTRODUCTION = 25
"""Paragraphs for which somebody brought in by `a woman` is `the woman`."""


@dataclass(slots=True)
class Sightings:
    """Where in the book every person is mentioned in narration and named as a speaker."""

    told: dict[int, list[tuple[int, int, bool, bool]]] = field(default_factory=dict)
    """Person -> (paragraph, token, subject, by pronoun), in order."""
    spoke: dict[int, list[int]] = field(default_factory=dict)
    """Person -> indices of turns that a tag gives them."""
    there: list[Sequence[int]] = field(default_factory=list)
    """For each paragraph the people in its narration, in order of their numbers."""
    acting: list[Sequence[int]] = field(default_factory=list)
    """For each paragraph those of them who do something."""
    speakers: dict[int, int] = field(default_factory=dict)
    """Index of such a turn -> person."""
    named: Counter[int] = field(default_factory=Counter)
    """Person -> how often the narration names them."""
    introduced: dict[int, list[int]] = field(default_factory=dict)
    """Person known by a noun -> paragraphs that bring them in: `a woman in a green parka`."""
    speaks_rank: dict[int, int] = field(default_factory=dict)
    named_rank: dict[int, int] = field(default_factory=dict)
    """Person -> place among everybody, the most frequent first."""

    def is_introduced(self, person: int, paragraph: int) -> bool:
        """Whether a noun phrase brought the person in not long before `paragraph`."""
        rows = self.introduced.get(person, [])
        at = bisect_right(rows, paragraph)
        return at > 0 and paragraph - rows[at - 1] <= _INTRODUCTION

    def hear(self, around: Sequence[Surroundings]) -> None:
        """Learn anew from the anchors of all turns who speaks where."""
        self.spoke = {}
        self.speakers = {}
        for here in around:
            if here.anchor != NOBODY:
                self.spoke.setdefault(here.anchor, []).append(here.turn.index)
                self.speakers[here.turn.index] = here.anchor
        self.speaks_rank = _places({who: len(turns) for who, turns in self.spoke.items()})

    def last_told(
        self, person: int, paragraph: int, token: int
    ) -> tuple[int, int, bool, bool] | None:
        """The last mention before a place."""
        rows = self.told.get(person, [])
        at = bisect_left(rows, (paragraph, token, False, False))
        return rows[at - 1] if at else None


def sightings_of(study: Study, around: Sequence[Surroundings]) -> Sightings:
    """Where everybody is seen and heard, by the mentions of a book and its surroundings."""
    found = Sightings()
    for number, row in enumerate(study.mentions):
        people = [m for m in row if m.person != NOBODY and not m.spoken]
        found.there.append(sorted({m.person for m in people}))
        found.acting.append(sorted({m.person for m in people if m.subject}))
        for mention in people:
            pronoun = mention.kind is Kind.PRONOUN
            found.told.setdefault(mention.person, []).append(
                (number, mention.first, mention.subject, pronoun)
            )
            found.named[mention.person] += not pronoun
            if mention.determiner in study.pack.grammar.introducing:
                found.introduced.setdefault(mention.person, []).append(number)
    for here in around:
        _anchor_introduced(here, found)
    found.hear(around)
    found.named_rank = _places(found.named)
    return found


def _anchor_introduced(here: Surroundings, found: Sightings) -> None:
    mention = here.tag.mention if here.tag and here.tag.direct else None
    is_open = mention and mention.kind is Kind.NOMINAL and here.anchor == NOBODY
    if mention and is_open and found.is_introduced(mention.person, here.turn.first):
        here.anchor = mention.person


def _places(counts: Mapping[int, int]) -> dict[int, int]:
    order = sorted(counts, key=lambda person: (-counts[person], person))
    return {person: place for place, person in enumerate(order)}
