"""Lines that a person edited, and those of the parser that they were made of."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Pair(NamedTuple):
    """A line of one text and one of another that hold the same words, or some of them."""

    one: int
    two: int
    same: bool
    """Whether they are the same, word for word."""


def aligned(one: Sequence[str], two: Sequence[str]) -> list[Pair]:
    """The lines of two texts that belong together, in order.

    A line that was split or joined belongs to several; as many lines as before, with other words,
    belong together one by one.
    """
    pairs: list[Pair] = []
    matcher = SequenceMatcher(a=one, b=two, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal":
            pairs += (Pair(low + at, start + at, True) for at in range(high - low))
        elif what == "replace":
            pairs += _replaced(one[low:high], two[start:end], low, start)
    return pairs


def _replaced(one: Sequence[str], two: Sequence[str], low: int, start: int) -> Iterator[Pair]:
    left, right = 0, 0
    while size := _same_words(one[left:], two[right:]):
        for first in range(left, left + size[0]):
            for second in range(right, right + size[1]):
                yield Pair(low + first, start + second, False)
        left, right = left + size[0], right + size[1]
    if len(one) - left == len(two) - right:
        for at in range(len(one) - left):
            yield Pair(low + left + at, start + right + at, False)


def _same_words(one: Sequence[str], two: Sequence[str]) -> tuple[int, int] | None:
    """How many lines of each at its beginning hold the same words, cut at other places."""
    left, right, first, second = 0, 0, "", ""
    while not first or first != second:
        if len(first) <= len(second) and left < len(one):
            first, left = first + "".join(one[left].split()), left + 1
        elif len(second) < len(first) and right < len(two):
            second, right = second + "".join(two[right].split()), right + 1
        else:
            return None
        if not (first.startswith(second) or second.startswith(first)):
            return None
    return left, right
