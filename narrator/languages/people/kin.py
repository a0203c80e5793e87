"""Nouns that name a person by someone else."""

from collections.abc import Mapping
from functools import cached_property

from ..tables import Part, Words


class Kin(Part, frozen=True):
    """Nouns that name a person by someone else."""

    by_choice: Words
    """Those who are no relations: `her boss`, `his friend`."""
    at_work: Words
    """Those of them whom one meets at work."""
    synonyms: dict[str, Words]
    """Kin, with other words for the same."""
    parents: Words
    """Kin whom one calls by these words and hardly by name."""
    siblings: Words
    """Kin whom one calls by name."""
    told_apart: Words
    """What tells one of several kin from the others, besides comparing words."""

    @cached_property
    def plain(self) -> Mapping[str, str]:
        """For each of the other words the kin it means."""
        return {other: one for one, others in self.synonyms.items() for other in others}
