"""What was said against what was heard: words in their order, and sounds where words differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .phrases import Phrase
from .sounding import Sounding, apart

ALIKE, ALIKE_NAME = 0.3, 0.6
"""Up to which part of its sounds something may differ to count as heard rightly: a word, and a name
or a number."""
LEAST = 1.0
"""Sounds: fewer are never heard for certain, out of a word that is known."""
_STEP = 0.55
"""What a word left out, or put in, costs beside a word exchanged for one that sounds otherwise."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A few words that were heard as others."""

    start: int
    """Of the words that were said, the first and the one behind the last; none where words were
    only added."""
    end: int
    heard: str
    sounds: float
    """How many sounds differ."""


def find_slips(
    said: Sequence[Phrase], heard: Sequence[Phrase], sounding: Sounding
) -> tuple[Slip, ...]:
    """Where `heard` is not what was `said`, in the order of the text."""
    return tuple(
        slip
        for (start, end), (first, last) in _regions(said, heard, sounding)
        if not (end - start <= 1 and _is_in_a_number(heard, first, last))
        if (slip := _slip(said, start, end, heard[first:last], sounding))
    )


def _is_in_a_number(heard: Sequence[Phrase], first: int, last: int) -> bool:
    """Whether nothing was heard between two parts of a number: `four hundred and six` is 406."""
    return (
        first == last and 0 < first < len(heard) and heard[first - 1].is_name & heard[last].is_name
    )


def _slip(
    said: Sequence[Phrase], start: int, end: int, heard: Sequence[Phrase], sounding: Sounding
) -> Slip | None:
    ours, theirs = sounding.of(said[start:end]), sounding.of(heard)
    off = apart(ours, theirs)
    are_names = start < end and all(each.is_name for each in said[start:end])
    share = ALIKE_NAME if are_names else ALIKE
    if off <= max(share * max(len(ours), len(theirs)), LEAST):
        return None
    return Slip(start, end, " ".join(each.word for each in heard), off)


_Span = tuple[int, int]


def _regions(
    said: Sequence[Phrase], heard: Sequence[Phrase], sounding: Sounding
) -> Iterator[tuple[_Span, _Span]]:
    """Words that are not the same on both sides, as much together as there is."""
    at = place = 0
    for i, j in [*_same(said, heard, sounding), (len(said), len(heard))]:
        if at < i or place < j:
            yield (at, i), (place, j)
        at, place = i + 1, j + 1


def _same(said: Sequence[Phrase], heard: Sequence[Phrase], sounding: Sounding) -> list[_Span]:
    """The pairs of words that are the same or sound the same, on the cheapest way through both."""
    ours = [sounding.of([each]) for each in said]
    theirs = [sounding.of([each]) for each in heard]
    costs = [[j * _STEP for j in range(len(heard) + 1)]]
    for i, sounds in enumerate(ours, start=1):
        row = [i * _STEP]
        for j, others in enumerate(theirs, start=1):
            change = 0.0 if sounds == others else 1.0
            row.append(min(costs[-1][j - 1] + change, costs[-1][j] + _STEP, row[-1] + _STEP))
        costs.append(row)
    return _traced(costs, ours, theirs)


def _traced(costs: list[list[float]], ours: list[str], theirs: list[str]) -> list[_Span]:
    i, j, found = len(ours), len(theirs), list[_Span]()
    while i and j:
        if ours[i - 1] == theirs[j - 1] and costs[i][j] == costs[i - 1][j - 1]:
            i, j = i - 1, j - 1
            found.append((i, j))
        elif costs[i][j] == costs[i - 1][j - 1] + 1.0:
            i, j = i - 1, j - 1
        elif costs[i][j] == costs[i - 1][j] + _STEP:
            i -= 1
        else:
            j -= 1
    return found[::-1]
