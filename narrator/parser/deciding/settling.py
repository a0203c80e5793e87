"""Who says every turn, decided anew around what a person settles, as quickly as can be.

A settled turn has one candidate and counts like one with a tag that names its speaker. All is
decided as by `find_speakers`; but only the turns around are looked at again.
"""

from collections.abc import Mapping
from dataclasses import replace

from ..study import Study
from .anchors import Anchors
from .chain import Chain
from .decoding import Choice
from .model import Model
from .speakers import Desk, likely_speakers
from .verdicts import Verdict

SETTLED = "settled by hand"
"""Why a verdict is certain that a person gave."""


class Settling:
    """The speakers of a book, decided as often as turns are settled."""

    def __init__(self, study: Study, model: Model) -> None:
        self._desk = Desk(study, model)
        self._anchors = Anchors(self._desk.describer.stage)
        self._settled: dict[int, int] = {}
        turns = range(len(study.turns))
        self._choices = [self._desk.choice(index) for index in turns]
        self._first = Chain(self._choices)
        self._idiolects = self._desk.idiolects(self._choices, self._first.chances)
        self._second = Chain(
            [
                self._desk.heard(index, choice, self._idiolects)
                for index, choice in enumerate(self._choices)
            ]
        )

    def verdicts(self) -> list[Verdict]:
        """The verdict on each turn of the book, in order."""
        found = self._desk.verdicts(self._second.choices, self._second.chances)
        for index in self._settled:
            found[index] = replace(found[index], confidence=1.0, why=SETTLED)
        return found

    def likely(self, index: int) -> list[int]:
        """The people who may say a turn, the likeliest first."""
        chances = likely_speakers(self._choices[index], self._second.chances[index])
        return sorted(chances, key=lambda person: -chances[person])

    def settle(self, settled: Mapping[int, int]) -> None:
        """Decide with these turns given to these people, and no others.

        NOBODY says a turn that nobody of the story does.
        """
        again = self._anchors.settle(settled)
        again.update(index for index, _ in settled.items() ^ self._settled.items())
        self._settled = dict(settled)
        changed = {index: self._choice(index) for index in again}
        for index, choice in changed.items():
            self._choices[index] = choice
        for index in self._first.change(changed):
            chances = likely_speakers(self._choices[index], self._first.chances[index])
            self._idiolects.hear(index, chances)
        self._second.change(
            {
                index: self._desk.heard(index, choice, self._idiolects)
                for index, choice in changed.items()
            }
        )

    def _choice(self, index: int) -> Choice:
        if index in self._settled:
            return self._desk.between(index, [self._settled[index]], [0.0])
        return self._desk.choice(index)
