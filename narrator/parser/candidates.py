"""Who could say a turn: the people in view around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .mentions import NOBODY
from .scene import Sightings, Surroundings
from .study import Study

_BACK = 25
"""Paragraphs looked back for mentions."""
_AHEAD = 3
_TURNS_BACK = 30
_TURNS_AHEAD = 4
_MOST = 18


def candidates_of(
    study: Study, around: Sequence[Surroundings], sightings: Sightings, index: int
) -> list[int]:
    """The people who may speak turn `index`, the likely ones first by how lately they were seen."""
    here = around[index]
    turn = here.turn
    first = max(0, turn.first - _BACK)
    seen: dict[int, int] = {}
    for number in range(first, min(len(study.mentions), turn.last + 1 + _AHEAD)):
        for mention in study.mentions[number]:
            if mention.person != NOBODY and not mention.spoken:
                seen[mention.person] = max(seen.get(mention.person, -99), -abs(turn.first - number))
    for other in around[max(0, index - 4) : index + 3]:
        for person in other.called | other.spoken_of:
            seen.setdefault(person, -30 - abs(other.turn.index - index))
    for person, turns in sightings.spoke.items():
        at, end = bisect_left(turns, index - _TURNS_BACK), bisect_right(turns, index + _TURNS_AHEAD)
        if at < end:
            nearest = min(abs(turn - index) for turn in turns[at:end])
            seen[person] = max(seen.get(person, -99), -nearest)
    if study.narrators[turn.first] != NOBODY:
        seen[study.narrators[turn.first]] = 0
    if here.introduced != NOBODY:
        seen[here.introduced] = 0
    if here.tag and here.tag.mention:
        for person in (here.tag.mention.person, here.tag.mention.other):
            if person != NOBODY:
                seen[person] = 1
    if study.known.only:
        seen = {person: place for person, place in seen.items() if study.people[person].known}
    ranked = sorted(seen, key=lambda person: (-seen[person], person))
    return ranked[:_MOST]
