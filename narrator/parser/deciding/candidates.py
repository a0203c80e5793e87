"""Who could say a turn: the people in view around it."""

from collections.abc import Sequence

from ..mentions import NOBODY
from ..study import Study
from .sightings import Sightings
from .surroundings import Surroundings

_BACK, _AHEAD = 25, 3
"""Paragraphs looked back and ahead for mentions."""
_TURNS_BACK, _TURNS_AHEAD = 30, 4
_CALLED_BACK, _CALLED_AHEAD = 4, 2
"""Turns around in which whoever is called or spoken of is in view."""
_FEW = 8
"""With fewer people in view, those who come into view later in the scene are asked, too."""
_LATER, _TURNS_LATER = 24, 12
"""Paragraphs and turns looked ahead for them."""
_MOST = 18

_FOR_CALLED, _FOR_LATER = -30, -40
"""Places of those who are only called, and of those who come later, behind those in view."""

Places = dict[int, int]
"""Person -> how likely they are, the likeliest highest; 0 and above are never left out."""


def candidates_of(
    study: Study, around: Sequence[Surroundings], sightings: Sightings, index: int
) -> list[int]:
    """The people who may speak turn `index`, the likely ones first by how lately they were seen."""
    here = around[index]
    seen = _mentioned(sightings.there, study, here)
    for person, place in _called(around, index).items():
        seen.setdefault(person, place)
    for person, place in _speaking(sightings, index).items():
        seen[person] = max(seen.get(person, place), place)
    if len(seen) < _FEW:
        for person, place in _later(study, sightings, around, index).items():
            seen.setdefault(person, place)
    seen.update(_outright(study, here))
    if study.known.only:
        seen = {person: place for person, place in seen.items() if study.people[person].known}
    ranked = sorted(seen, key=lambda person: (-seen[person], person))
    return ranked[:_MOST]


def _mentioned(there: Sequence[Sequence[int]], study: Study, here: Surroundings) -> Places:
    """By the paragraphs to the nearest mention in the narration.

    Of one paragraph no more than can be asked, those with the lowest numbers, are looked at.
    """
    turn = here.turn
    seen: Places = {}
    most = None if study.known.only else _MOST
    for number in range(max(0, turn.first - _BACK), min(len(there), turn.last + 1 + _AHEAD)):
        place = -abs(turn.first - number)
        for person in there[number][:most]:
            seen[person] = max(seen.get(person, place), place)
    return seen


def _called(around: Sequence[Surroundings], index: int) -> Places:
    seen: Places = {}
    for other in around[max(0, index - _CALLED_BACK) : index + 1 + _CALLED_AHEAD]:
        for person in other.called | other.spoken_of:
            seen.setdefault(person, _FOR_CALLED - abs(other.turn.index - index))
    return seen


def _speaking(sightings: Sightings, index: int) -> Places:
    """By the turns to the nearest that a tag gives them."""
    seen: Places = {}
    for turn in range(index - _TURNS_BACK, index + _TURNS_AHEAD + 1):
        if (person := sightings.speakers.get(turn, NOBODY)) != NOBODY:
            seen[person] = max(seen.get(person, -_TURNS_BACK), -abs(turn - index))
    return seen


def _later(
    study: Study, sightings: Sightings, around: Sequence[Surroundings], index: int
) -> Places:
    """Who acts or speaks further on in the same scene."""
    turn = around[index].turn
    seen: Places = {}
    end = _scene_end(study, turn.last)
    for number in range(turn.last + 1, end):
        for person in sightings.acting[number]:
            seen.setdefault(person, _FOR_LATER - (number - turn.last))
    for other in around[index + 1 : index + 1 + _TURNS_LATER]:
        if other.turn.first >= end:
            break
        if other.anchor != NOBODY:
            seen.setdefault(other.anchor, _FOR_LATER - (other.turn.index - index))
    return seen


def _scene_end(study: Study, number: int) -> int:
    """The paragraph behind the scene of paragraph `number`, or as far as is looked ahead."""
    end = min(len(study.paragraphs), number + 1 + _LATER)
    return next((n for n in range(number + 1, end) if study.paragraphs[n].follows_break), end)


def _outright(study: Study, here: Surroundings) -> Places:
    """Whoever tells the story, says their name here, or is in the tag."""
    narrator = study.narrators[here.turn.first]
    seen: Places = {narrator: 0, here.introduced: 0}
    if here.tag and here.tag.mention:
        seen.update({here.tag.mention.person: 1, here.tag.mention.other: 1})
    seen.pop(NOBODY, None)
    return seen
