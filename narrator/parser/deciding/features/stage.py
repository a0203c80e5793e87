"""All that is known about a book's turns when their candidates are described."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ...mentions import NOBODY
from ...study import Study
from ..habits import forms_of, habits_of
from ..sightings import Sightings
from ..surroundings import Surroundings

NEARBY = 12
"""Turns on either side within which talkativeness counts."""


class Stage:
    """A book's turns with their surroundings, and what is counted over them once."""

    def __init__(self, study: Study, around: Sequence[Surroundings], sightings: Sightings) -> None:
        self.study = study
        self.around = around
        self.sightings = sightings
        self.acting = _acting(study)
        self.forms = [forms_of(study, here.turn) for here in around]
        self.hear()

    def hear(self) -> None:
        """Count anew what follows from the anchors of all turns."""
        self.habits = habits_of(self.forms, [here.anchor for here in self.around])
        self.seeming = [_seeming(here) for here in self.around]
        """Who each turn seems to be by, where no tag names anybody."""
        known = (here.anchor != NOBODY for here in self.around)
        self._anchored = [0, *accumulate(known)]
        self._anchored += [self._anchored[-1]] * (NEARBY + 1)

    def neighbour(self, here: Surroundings, step: int) -> Surroundings | None:
        """The turn `step` away, if no paragraph or break lies between."""
        index = here.turn.index
        target = index + step
        if not 0 <= target < len(self.around):
            return None
        low, high = sorted((index, target))
        if any(self.around[k].gap > 1 for k in range(low + 1, high + 1)):
            return None
        return self.around[target]

    def fits(self, here: Surroundings, person: int) -> bool:
        """Whether the person may be of the sex that the turn's pronoun asks for."""
        sex = self.study.people[person].sex
        wanted = here.sex or (here.own.pronoun if here.context in ("beat", "he") else "")
        return not wanted or not sex or sex == wanted

    def anchored_near(self, index: int) -> int:
        """How many turns around turn `index` have an outright speaker."""
        return self._anchored[index + 1 + NEARBY] - self._anchored[max(0, index - NEARBY)]

    def spoken_before(self, person: int, index: int) -> int | None:
        """The last turn before `index` that a tag gives the person."""
        turns = self.sightings.spoke.get(person, [])
        at = bisect_left(turns, index)
        return turns[at - 1] if at else None


def _acting(study: Study) -> dict[int, list[int]]:
    """Person -> paragraphs in whose narration they are subjects; under NOBODY everybody's."""
    found: dict[int, list[int]] = {NOBODY: []}
    for number, row in enumerate(study.mentions):
        for mention in row:
            if mention.subject and not mention.spoken and mention.person != NOBODY:
                found.setdefault(mention.person, []).append(number)
                found[NOBODY].append(number)
    return found


def _seeming(here: Surroundings) -> int:
    """Whom the tag's pronoun or noun seems to mean, else the only one who acts in the paragraph."""
    if here.anchor != NOBODY:
        return NOBODY
    if here.tag is not None and here.tag.mention is not None:
        return here.tag.mention.person
    return next(iter(here.own.acts)) if len(here.own.acts) == 1 else NOBODY
