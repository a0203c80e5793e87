"""Whom `he` and `she` of the narration mean: the person of that sex last in view."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..people import Person
from .mention import NOBODY

_REACH = 400
"""Tokens a pronoun looks back."""
_SUBJECT_BONUS = 60
_UNKNOWN_SEX_COST = 80
_UNKNOWN_NOUN_COST = 20
"""A manager may be either; a name without a sex is often no person at all."""


class Seen(NamedTuple):
    """Where somebody was last seen."""

    place: int
    """Tokens from the beginning of the book."""
    subject: bool


def nearest(
    pack: Pack,
    people: Sequence[Person],
    recent: Mapping[int, Seen],
    place: int,
    sex: str,
    teller: int = NOBODY,
) -> int:
    """The person of the right sex last in view; never `teller`, who is `I`."""
    best, best_cost = NOBODY, _REACH
    voice = pack.nouns.voice
    for person, (seen, subject) in recent.items():
        cost = place - seen
        if cost >= _REACH or person == teller:
            continue
        known = people[person].sex
        if (known and known != sex) or people[person].heads & voice:
            continue
        if not known:
            cost += _UNKNOWN_NOUN_COST if people[person].is_nominal else _UNKNOWN_SEX_COST
        cost -= _SUBJECT_BONUS if subject else 0
        if cost < best_cost:
            best, best_cost = person, cost
    return best
