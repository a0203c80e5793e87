"""Verbs of saying: by them a quotation is cut from what is told, and its speaker named.

There is one list. Most forms serve both; those that only one may believe stand apart.
"""

from functools import cached_property

from ..tables import Part, Patterns, Words
from .forms import derived


class Speech(Part, frozen=True):
    """Verbs that give words to somebody, in the forms of narration."""

    saying: Words
    """Forms that stand beside a quotation: they part it from what is told and name its speaker."""
    only_naming: Words
    """Forms that name a speaker, but are too often something else to find where speech ends."""
    only_cutting: Words
    """Forms that tell where speech ends, but are too often something else to name a speaker."""
    present: dict[str, Words]
    """How present forms are made of those that name: what stands for an ending, the longest that
    fits; `-` is nothing. What comes of it may be a noun or no word at all."""
    plain: Words
    """Forms that name a speaker and give no manner worth a direction to the voice."""
    thinking: Words
    """Verbs that make a quotation or a line of italics a thought."""
    announcing: Words
    """Verbs that announce what is said in italics, and no title or sign."""
    odds: float = 0.0
    """By how much likelier than in English what is quoted is said: log-odds, learnt from books."""
    to_oneself: Patterns = Patterns()
    """How a tag begins that says that one says it to oneself: `se dit-il`."""

    @cached_property
    def naming(self) -> frozenset[str]:
        """Forms by which speakers are named."""
        return self.saying | self.only_naming

    @cached_property
    def naming_now(self) -> frozenset[str]:
        """The same and their present: believed only right behind a subject."""
        return self.naming | derived(self.naming, self.present)

    @cached_property
    def cutting(self) -> frozenset[str]:
        """Forms by which quotations are cut."""
        return self.saying | self.only_cutting
