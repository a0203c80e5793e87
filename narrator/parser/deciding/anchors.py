"""Turns whose speaker is known for certain: by a tag, or because a person settled it."""

from collections.abc import Mapping

from .features import Stage
from .scene import find_talks

_BEFORE, _BEHIND = 20, 40
"""Turns before and behind an anchor that are looked at again: as far as features look at others.

What an anchor changes in the whole book (who speaks most, how everybody talks) tells of these, too,
but sends nobody to look at the others again.
"""


class Anchors:
    """The anchors of a book's turns, as its tags give them and as a person settles them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._by_tags = [here.anchor for here in stage.around]

    def settle(self, settled: Mapping[int, int]) -> set[int]:
        """Let the turns in `settled` be spoken by the people given, all others as by their tags.

        Returns the turns that are to be looked at again.
        """
        stage = self._stage
        before = [(here.anchor, here.talk) for here in stage.around]
        for here, tagged in zip(stage.around, self._by_tags, strict=True):
            here.anchor = settled.get(here.turn.index, tagged)
        find_talks(stage.around)
        stage.sightings.hear(stage.around)
        stage.hear()
        again: set[int] = set()
        for at, (here, (anchor, talk)) in enumerate(zip(stage.around, before, strict=True)):
            if here.anchor != anchor:
                again.update(range(max(0, at - _BEFORE), min(len(before), at + _BEHIND + 1)))
            elif here.talk != talk:
                again.add(at)
        return again
