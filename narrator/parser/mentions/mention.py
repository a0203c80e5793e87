"""A mention: words that point at somebody."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

NOBODY = -1
"""The person of a mention that is not (yet) known to point at anybody."""


class Kind(StrEnum):
    """What sort of words point at the person."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    FIRST = "first person"


class Mention(NamedTuple):
    """Words that point at somebody."""

    first: int
    last: int
    """One past the last token."""
    kind: Kind
    person: int
    key: str
    """The noun phrase's key, the pronoun, or the name's words."""
    sex: str
    subject: bool
    """Whether it seems to be the subject of its clause."""
    spoken: bool
    vocative: bool
    determiner: str = ""
    how: str = ""
    """How a noun phrase got its person, where that is no more than likely."""
    other: int = -1
    """Another person it may stand for, or NOBODY."""
    oblique: bool = False
    """Whether its form tells that it is no subject: `Анну`."""


def within(row: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """Those of a paragraph's mentions, which stand in order, that begin from `first` to `last`."""
    return row[bisect_left(row, first, key=_first) : bisect_left(row, last, key=_first)]


def beginning(row: Sequence[Mention], first: int) -> Iterator[Mention]:
    """Those of a paragraph's mentions that begin from `first` on, one after the other."""
    return (row[at] for at in range(bisect_left(row, first, key=_first), len(row)))


def _first(mention: Mention) -> int:
    return mention.first
