"""Given names, and what names are made of."""

from collections.abc import Mapping
from functools import cached_property

from ..tables import Part, Row, Words


class Names(Part, frozen=True):
    """Given names, a table of our own making, and what names are made of; all in lower case."""

    women: Words
    """Given names of women, the common ones."""
    men: Words
    """Given names of men, the common ones."""
    either: Words
    """Those that women and men have."""
    short_forms: dict[str, Words]
    """For a given name the short forms in use."""
    endearing: Row
    """Endings of pet names."""
    womens_endings: Row
    """Endings of given names that hint at a woman."""
    mens_endings: Row
    """Endings that hint at a man."""
    also_words: Words
    """Days, peoples and other words that are names where a story uses them so."""
    before_words: Words
    """What stands before such a word that is no name: `on Sunday`, `next Sunday`."""
    particles: Words
    """Small words inside of names: `van der`."""
    polite_endings: Row
    """Endings of politeness, which are no part of the name."""
    womens_surnames: Row = Row()
    """Endings of surnames and names after the father that only women have: `Ivanova`."""
    mens_surnames: Row = Row()
    """Those that only men have."""

    @cached_property
    def full_forms(self) -> Mapping[str, tuple[str, ...]]:
        """For a short form the given names that it may stand for."""
        found: dict[str, tuple[str, ...]] = {}
        for full, shorts in self.short_forms.items():
            for short in shorts:
                found[short] = (*found.get(short, ()), full)
        return found


class RareNames(Part, frozen=True):
    """Given names that a reader meets seldom, thousands of them, in lower case.

    They say no more than the sex, and say it softly: many are surnames or words elsewhere. Only the
    common names of `Names` make a word a name.
    """

    women: Words
    """Those of women."""
    men: Words
    """Those of men."""
