"""Who takes part in the conversation, who else is there, and who somebody is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...mentions import NOBODY
from ..bands import place, share
from ..surroundings import Surroundings
from .stage import NEARBY, Stage
from .view import Ranks

_IN_SCENE = 6
"""Paragraphs back within which somebody mentioned is on the scene."""
_ACTS_BACK, _ACTS_AHEAD = 20, 4
"""Paragraphs back and ahead within which it counts who does things."""
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)


def of_scene(stage: Stage, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
    """How many talk, how much the person does, who is silent, who ends the turn before."""
    others = len(here.talk - {person})
    found = [f"talk with {min(others, 3)}, {'mine' if person in here.talk else 'not mine'}"]
    found.append(f"acts {_share_of_acts(stage, here, person)}")
    if here.silent != NOBODY:
        found.append(f"silent {'me' if here.silent == person else 'other'}")
    fitting = sum(away <= _IN_SCENE for away in ranks.distance.values())
    near = "near" if ranks.distance.get(person, 99) <= _IN_SCENE else "far"
    found.append(f"one of {min(fitting, 4)} {near}")
    before = stage.neighbour(here, -1)
    if before is not None and before.turn.last < here.turn.first:
        found += [
            f"{where} of turn before {'me' if other == person else 'other'}"
            for where, other in (("end", before.trailing), ("object", before.object))
            if other not in (NOBODY, before.anchor)
        ]
    return found


def _share_of_acts(stage: Stage, here: Surroundings, person: int) -> str:
    """How much of what is done around the turn the person does, named or not."""
    low, high = here.turn.first - _ACTS_BACK, here.turn.first + _ACTS_AHEAD

    def within(rows: Sequence[int]) -> int:
        return bisect_left(rows, high) - bisect_left(rows, low)

    return share(within(stage.acting.get(person, [])), within(stage.acting[NOBODY]))


def of_neighbours(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """Who is known to speak in the turns around, and who seems to."""
    found = []
    for step in _STEPS:
        other = stage.neighbour(here, step)
        if other is None:
            continue
        known = other.anchor != NOBODY
        speaker = other.anchor if known else stage.seeming[other.turn.index]
        if speaker != NOBODY:
            same = "me" if speaker == person else "other"
            found.append(f"{'' if known else 'seems '}at {step:+} {same}")
    return found


def of_person(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """The person as such."""
    someone = stage.study.people[person]
    sightings = stage.sightings
    index = here.turn.index
    turns = sightings.spoke.get(person, [])
    near = bisect_right(turns, index + NEARBY) - bisect_left(turns, index - NEARBY)
    near -= here.anchor == person
    found = [
        f"speaks {place(sightings.speaks_rank.get(person))}",
        f"speaks near {share(near, stage.anchored_near(index))}",
        f"named {place(sightings.named_rank.get(person))}",
        f"sex {someone.sex or '?'}",
    ]
    if someone.is_nominal:
        found.append("noun only")
    if stage.study.narrators[here.turn.first] == person:
        found.append("is narrator")
        if not someone.names:
            found.append("is narrator unnamed")
    if someone.is_group:
        found.append("group for many" if here.groups else "group for one")
    if someone.is_nominal and sightings.is_introduced(person, here.turn.first):
        found.append("new")
    return found
