"""The beings of stories that are no people, by the nouns with which a book names them."""

from functools import cache

from narrator.languages.casting import Casting
from narrator.model import Kind

NEVER_SURNAMES = frozenset({Kind.GIANT, Kind.ROBOT, Kind.GHOST})
"""Kinds whose nouns, with a capital and alone, still name no family; a Mr. Wolf is a person."""


@cache
def kind_of(words: Casting) -> dict[str, Kind]:
    """What sort of being each noun names."""
    return {noun: kind for kind, nouns in words.kinds.items() for noun in nouns}
