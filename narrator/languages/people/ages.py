"""Words that tell how old somebody is."""

from collections.abc import Mapping
from functools import cached_property

from ..tables import Part, Row, Words


class Ages(Part, frozen=True):
    """Words that tell how old somebody is."""

    child: Words
    """Nouns for children."""
    also_child: Words
    """Nouns for children by which no age is told."""
    young: Words
    """Words for the young who are no children."""
    youthful: Words
    """Adjectives that nobody old has."""
    old: Words
    """Words for the old."""
    older: Words
    """Those of them for whoever is older than somebody else, and need not be old."""
    old_kin: Words
    """Nouns for kin who are old."""
    grown_kin: Words
    """Nouns for kin who are grown."""
    either: Words
    """Nouns for people that a child may be called by as well."""
    numbers: Row
    """Numbers from two on, up to where they are made of others."""
    tens: Row
    """Tens from twenty on."""
    before: Words
    """What stands before an age: `was`, `aged`."""
    behind: Words
    """What stands behind one."""

    @cached_property
    def every_child(self) -> frozenset[str]:
        """All nouns for children."""
        return self.child | self.also_child

    @cached_property
    def surely_old(self) -> frozenset[str]:
        """Words for the old only: `the older man` is older than somebody else."""
        return self.old - self.older

    @cached_property
    def years(self) -> Mapping[str, int]:
        """The numbers by their words."""
        ones = {word: number for number, word in enumerate(self.numbers, start=2)}
        return ones | {word: 10 * number for number, word in enumerate(self.tens, start=2)}
