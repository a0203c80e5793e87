"""What a person asks of a book: all that `make` and `record` are told about what it is to be."""

from dataclasses import dataclass

from .arranging import AS_CAST, Performance
from .casting import AS_USUAL, Wishes
from .publishing import Publication
from .scripting import AS_FOUND, Details


@dataclass(frozen=True, slots=True)
class Request:
    """What a book is to be."""

    publication: Publication
    """Which files it becomes, and what they sound like."""
    wishes: Wishes = AS_USUAL
    """With which voices."""
    performance: Performance = AS_CAST
    """How it is read."""
    details: Details = AS_FOUND
    """What players show of it."""

    def check(self) -> None:
        """Refuse what cannot be made, before hours are spent on it.

        Raises:
            NarratorError: an unknown format, a feed without an address, or a year that is none.
        """
        self.publication.check()
        self.details.check()
