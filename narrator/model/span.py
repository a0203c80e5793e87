"""A place in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """The half-open range [start, end) of a text, in code points."""

    start: int
    end: int
