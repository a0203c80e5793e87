"""What is quoted and not said: signs, titles, messages, words as words."""

from functools import cached_property

from ..tables import Part, Patterns, Words


class Unsaid(Part, frozen=True):
    """Words in and around a quotation that tell whether somebody says it."""

    person: Words
    """Words of people who talk of themselves or to somebody, in a quotation or in italics."""
    more_person: Words
    """Likewise, in a quotation alone."""
    determiners: Words
    """Right before it: `the “thing”`."""
    prepositions: Words
    """Likewise, with verbs of being: `of “Emma”`, `was “no”`."""
    naming: Words
    """Verbs that give a name or a meaning: `called “the Rat”`."""
    names: Words
    """What is named: `the word “no”`, `the song “Daisy”`."""
    signs: Words
    """What something is written on: `the sign read`."""
    inscribed: Words
    """How it is written there: `painted`, `carved`."""
    writing: Words
    """Verbs for what is written to somebody."""
    following: Words
    """What else announces something written: `as follows`."""
    showing: Words
    """What a sign does: `read`, `said`."""
    helping: Words
    """What may stand between it and that: `should have said`."""
    things: Words
    """What stands for a sign: `it read`."""
    it: Words
    """Those of `things` that mean what was told of before."""
    devices: Words
    """What messages come with: `her phone buzzed.`"""
    signals: Words
    """What they do when one comes."""
    imagining: Patterns
    """What makes of words that somebody would say some that nobody says: `as if to say`."""
    imagined: Patterns
    """The verbs of saying behind it."""

    @cached_property
    def personal(self) -> frozenset[str]:
        """All words of people who talk, in a quotation."""
        return self.person | self.more_person

    @cached_property
    def written(self) -> frozenset[str]:
        """Signs, and how they are written."""
        return self.signs | self.inscribed

    @cached_property
    def announcing(self) -> frozenset[str]:
        """What announces something written."""
        return self.written | self.writing | self.following

    @cached_property
    def showers(self) -> frozenset[str]:
        """What says something without speaking."""
        return self.things | self.signs
