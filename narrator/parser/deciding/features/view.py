"""Who is in view: when somebody was last seen and heard, and when they will be next."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..bands import cut, distance, ranked
from ..surroundings import Surroundings
from .stage import Stage

_PARAGRAPHS_BACK, _TURNS_BACK = 40, 40
"""How far back somebody seen or heard takes part in the ranking."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """The candidates of one turn ordered by when they were last seen."""

    told: dict[int, int]
    subject: dict[int, int]
    by_pronoun: dict[int, int]
    distance: dict[int, int]
    """Paragraphs since the last mention."""
    spoke: dict[int, int]


def rank(stage: Stage, here: Surroundings, candidates: Sequence[int]) -> Ranks:
    """Order those candidates whose sex fits."""
    tag = here.tag
    paragraph = here.turn.first
    token = here.before
    if tag and tag.mention and tag.paragraph == paragraph:
        token = tag.mention.first
    told, subject, pronoun, away = [], [], [], {}
    for person in candidates:
        if not stage.fits(here, person):
            continue
        last = stage.sightings.last_told(person, paragraph, token)
        if last is None or paragraph - last[0] > _PARAGRAPHS_BACK:
            continue
        away[person] = paragraph - last[0]
        told.append((last[:2], person))
        if last[2]:
            subject.append((last[:2], person))
        if last[3]:
            pronoun.append((last[:2], person))
    return Ranks(
        ranked(told), ranked(subject), ranked(pronoun), away, _spoke(stage, here, candidates)
    )


def _spoke(stage: Stage, here: Surroundings, candidates: Sequence[int]) -> dict[int, int]:
    lately = []
    for person in candidates:
        last = stage.spoken_before(person, here.turn.index)
        if last is not None and here.turn.index - last < _TURNS_BACK and stage.fits(here, person):
            lately.append(((last, 0), person))
    return ranked(lately)


def of_view(stage: Stage, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
    """How lately the person was seen and heard."""
    last = stage.spoken_before(person, here.turn.index)
    ago = None if last is None else here.turn.index - last
    return [
        f"told {cut(ranks.told.get(person), 6)}",
        f"subject {cut(ranks.subject.get(person), 4)}",
        f"pronoun {cut(ranks.by_pronoun.get(person), 3)}",
        f"away {distance(ranks.distance.get(person))}",
        f"spoke {cut(ranks.spoke.get(person), 5)}",
        f"spoke ago {distance(ago)}",
    ]


def of_later(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """How soon the person is mentioned and speaks again: who speaks first may be named later."""
    paragraph, index = here.turn.last, here.turn.index
    rows = stage.sightings.told.get(person, [])
    at = bisect_left(rows, (paragraph + 1, -1, False, False))
    away = rows[at][0] - paragraph if at < len(rows) else None
    turns = stage.sightings.spoke.get(person, [])
    at = bisect_right(turns, index)
    ahead = turns[at] - index if at < len(turns) else None
    return [f"later {distance(away)}", f"speaks in {distance(ahead)}"]
