"""Who says every turn: candidates, features, model and decoding put to work.

It is decided twice. The second time it is known how people talk, by what they likely said.
"""

from collections.abc import Mapping, Sequence

from ..mentions import NOBODY
from ..study import Study
from .candidates import candidates_of
from .certainty import facts_of, text_of, told_of
from .decoding import Choice, probabilities
from .features import Describer
from .idiolects import Idiolects
from .model import Following, Model
from .reasons import reason_for
from .scene import look_around
from .verdicts import Verdict

_ALONE = Following(1.0, 1.0, 1.0)

Chances = Sequence[Sequence[float]]
"""For each turn the probability of each of its candidates."""


class Desk:
    """A book laid out for deciding: its turns, what surrounds them, and the model."""

    def __init__(self, study: Study, model: Model) -> None:
        self.study = study
        self._model = model
        self.around, self._sightings = look_around(study)
        self.describer = Describer(study, self.around, self._sightings)
        self._text = text_of([here.context for here in self.around])
        self._told: list[Mapping[int, tuple[str, ...]]] = [{} for _ in study.turns]
        self._kept: dict[tuple[str, ...], tuple[str, ...]] = {}
        """Each of these once: most candidates of a long book share theirs with thousands."""

    def choice(self, index: int) -> Choice:
        """The candidates of a turn, with what speaks for each but the words of the turn."""
        people = candidates_of(self.study, self.around, self._sightings, index)
        features = self.describer.describe(index, people)
        scores = [self._model.score(row) for row in features] if people else [0.0]
        told = (told_of(row) for row in features)
        kept = (self._kept.setdefault(each, each) for each in told)
        self._told[index] = dict(zip(people, kept, strict=True))
        return self.between(index, people or [NOBODY], scores)

    def between(self, index: int, people: Sequence[int], scores: Sequence[float]) -> Choice:
        """A choice between `people` for a turn."""
        return Choice(people, scores, self._following(index), self.around[index].called)

    def _following(self, index: int) -> Following:
        if not index:
            return _ALONE
        return self._model.follow(self.around[index - 1], self.around[index])

    def idiolects(self, choices: Sequence[Choice], chances: Chances) -> Idiolects:
        """How everybody talks, by who is how likely to speak which turn."""
        likely = [likely_speakers(*pair) for pair in zip(choices, chances, strict=True)]
        words = [here.words if row else () for here, row in zip(self.around, likely, strict=True)]
        return Idiolects(words, likely)

    def heard(self, index: int, choice: Choice, idiolects: Idiolects) -> Choice:
        """`choice` with what the words of the turn say for its candidates."""
        rows = idiolects.describe(index, choice.people, self.around[index].context)
        scores = [
            score + self._model.score(row) for score, row in zip(choice.scores, rows, strict=True)
        ]
        return Choice(choice.people, scores, choice.follows, choice.called)

    def verdicts(self, choices: Sequence[Choice], chances: Chances) -> list[Verdict]:
        """The likeliest speaker of every turn, and why."""
        best = [_likeliest(*pair) for pair in zip(choices, chances, strict=True)]
        speakers = [person for person, _ in best]
        return [
            Verdict(
                person,
                round(self._sure(at, person, chance), 4) if person != NOBODY else 0.0,
                reason_for(self.study, self.around, speakers, at),
            )
            for at, (person, chance) in enumerate(best)
        ]

    def _sure(self, index: int, person: int, chance: float) -> float:
        """How likely a turn is the person's to whom the model gives `chance` of it."""
        told = self._told[index].get(person, ())
        facts = facts_of(self.around[index].context, told, self._text)
        return self._model.certainty.of(chance, facts, self._text.share)


def find_speakers(study: Study, model: Model) -> list[Verdict]:
    """The verdict on each turn of the book, in order."""
    desk = Desk(study, model)
    choices = [desk.choice(index) for index in range(len(study.turns))]
    idiolects = desk.idiolects(choices, probabilities(choices))
    heard = [desk.heard(index, choice, idiolects) for index, choice in enumerate(choices)]
    return desk.verdicts(heard, probabilities(heard))


def likely_speakers(choice: Choice, chances: Sequence[float]) -> Mapping[int, float]:
    """How likely each candidate speaks; nobody where nobody is in view."""
    if choice.people == [NOBODY]:
        return {}
    return dict(zip(choice.people, chances, strict=True))


def _likeliest(choice: Choice, chances: Sequence[float]) -> tuple[int, float]:
    chance, negative = max((chance, -rank) for rank, chance in enumerate(chances))
    return choice.people[-negative], chance
