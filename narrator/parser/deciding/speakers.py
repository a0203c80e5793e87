"""Who says every turn: candidates, features, model and decoding put to work.

It is decided twice. The second time it is known how people talk, by what they likely said.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..mentions import NOBODY
from ..study import Study
from .candidates import candidates_of
from .decoding import Choice, probabilities
from .features import Describer
from .idiolects import Idiolects
from .model import Following, Model
from .reasons import reason_for
from .scene import look_around
from .surroundings import Surroundings
from .verdicts import Verdict

_ALONE = Following(1.0, 1.0, 1.0)


def find_speakers(study: Study, model: Model) -> list[Verdict]:
    """The verdict on each turn of the book, in order."""
    around, sightings = look_around(study)
    describer = Describer(study, around, sightings)
    offered = [candidates_of(study, around, sightings, index) for index in range(len(around))]
    choices = []
    for index, people in enumerate(offered):
        features = describer.describe(index, people)
        scores = [model.score(row) for row in features] if people else [0.0]
        choices.append(
            Choice(
                people or [NOBODY], scores, _following(model, around, index), around[index].called
            )
        )
    return _verdicts(study, around, _heard(model, around, choices))


def _heard(model: Model, around: Sequence[Surroundings], choices: Sequence[Choice]) -> list[Choice]:
    """`choices` with what the words of each turn say for its candidates."""
    chances = [
        dict(zip(choice.people, row, strict=True)) if choice.people != [NOBODY] else {}
        for choice, row in zip(choices, probabilities(choices), strict=True)
    ]
    words = [here.words if row else () for here, row in zip(around, chances, strict=True)]
    idiolects = Idiolects(words, chances)
    found = []
    for index, choice in enumerate(choices):
        rows = idiolects.describe(index, choice.people, around[index].context)
        scores = [score + model.score(row) for score, row in zip(choice.scores, rows, strict=True)]
        found.append(replace(choice, scores=scores))
    return found


def _following(model: Model, around: Sequence[Surroundings], index: int) -> Following:
    return model.follow(around[index - 1], around[index]) if index else _ALONE


def _verdicts(
    study: Study, around: Sequence[Surroundings], choices: Sequence[Choice]
) -> list[Verdict]:
    best = []
    for choice, chances in zip(choices, probabilities(choices), strict=True):
        chance, negative = max((chance, -rank) for rank, chance in enumerate(chances))
        best.append((choice.people[-negative], chance))
    speakers = [person for person, _ in best]
    return [
        Verdict(
            person,
            round(chance, 4) if person != NOBODY else 0.0,
            reason_for(study, around, speakers, at),
        )
        for at, (person, chance) in enumerate(best)
    ]
