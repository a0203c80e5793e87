"""Where the words of one text stand in another that has most of them, in the same order.

Runs of words that come once in each text pin the texts together (the patience method of Cohen,
known from comparing versions of programs); between two pins, words are matched from both sides,
and what is left by the longest runs that both have.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_RUNS = (8, 5, 3, 1)
"""Words in a run that pins, from the surest to the last resort."""
_SMALL = 250_000
"""Pairs of words that may be compared one by one."""

NOWHERE = -1


def align(book: Sequence[str], spoken: Sequence[str]) -> list[int]:
    """For each word of `spoken` its index in `book`, rising; NOWHERE for those that are not there.

    >>> align("a b c d e f".split(), "b c x f".split())
    [1, 2, -1, 5]
    """
    aligning = _Aligning(book, spoken)
    # A list of work instead of recursion: gaps within gaps can go deep.
    gaps = [_Gap(0, len(book), 0, len(spoken), 0)]
    while gaps:
        gaps += aligning.narrowed(gaps.pop())
    return aligning.found


@dataclass(slots=True)
class _Gap:
    """Words of both texts of which is not known yet how they lie to each other."""

    first: int
    """Of the book, and `last` is behind the last."""
    last: int
    start: int
    """Of what is spoken, and `end` is behind the last."""
    end: int
    level: int
    """Which of the lengths of a run is tried next."""

    @property
    def is_empty(self) -> bool:
        """Whether one of the texts has no word in it."""
        return self.first == self.last or self.start == self.end


class _Aligning:
    """Two texts, and what is found of one in the other so far."""

    def __init__(self, book: Sequence[str], spoken: Sequence[str]) -> None:
        self.found = [NOWHERE] * len(spoken)
        self._book = book
        self._spoken = spoken

    def narrowed(self, gap: _Gap) -> Iterator[_Gap]:
        """Match what is certain in a gap; the gaps that are left in it."""
        self._match_ends(gap)
        if gap.is_empty:
            return
        pins = self._pinned(gap)
        if not pins:
            self._match_runs(gap)
            return
        for at, to in pins:
            self.found[gap.start + to] = gap.first + at
        edges = [(-1, -1), *pins, (gap.last - gap.first, gap.end - gap.start)]
        for (a, b), (c, d) in itertools.pairwise(edges):
            if c - a > 1 and d - b > 1:
                behind = (gap.first + a + 1, gap.first + c, gap.start + b + 1, gap.start + d)
                yield _Gap(*behind, gap.level)

    def _match_ends(self, gap: _Gap) -> None:
        """Match the ends of a gap, which lie beside what is matched already, and take them off.

        The end comes first: a heading stands right above its text, and its like in a table of
        contents far away.
        """
        book, spoken = self._book, self._spoken
        while not gap.is_empty and book[gap.last - 1] == spoken[gap.end - 1]:
            gap.last, gap.end = gap.last - 1, gap.end - 1
            self.found[gap.end] = gap.last
        while not gap.is_empty and book[gap.first] == spoken[gap.start]:
            self.found[gap.start] = gap.first
            gap.first, gap.start = gap.first + 1, gap.start + 1

    def _pinned(self, gap: _Gap) -> list[tuple[int, int]]:
        """The pins of a gap, by the longest run that gives any; the gap keeps which that was."""
        book, spoken = self._book[gap.first : gap.last], self._spoken[gap.start : gap.end]
        while gap.level < len(_RUNS):
            if pins := _pins(book, spoken, _RUNS[gap.level]):
                return pins
            gap.level += 1
        return []

    def _match_runs(self, gap: _Gap) -> None:
        """Match what both have, longest runs first, unless that would take for ever."""
        if (gap.last - gap.first) * (gap.end - gap.start) > _SMALL:
            return
        book, spoken = self._book[gap.first : gap.last], self._spoken[gap.start : gap.end]
        matcher = SequenceMatcher(None, book, spoken, autojunk=False)
        for at, to, size in matcher.get_matching_blocks():
            for n in range(size):
                self.found[gap.start + to + n] = gap.first + at + n


def _pins(book: Sequence[str], spoken: Sequence[str], run: int) -> list[tuple[int, int]]:
    """Pairs of indices at which the same run begins, found nowhere else; both rising."""
    there, here = _once(book, run), _once(spoken, run)
    pairs = sorted((there[key], at) for key, at in here.items() if key in there)
    return _rising(pairs)


def _once(words: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    """The runs that come once, and where they begin."""
    found: dict[tuple[str, ...], int] = {}
    for at, key in enumerate(zip(*(words[n:] for n in range(run)), strict=False)):
        found[key] = NOWHERE if key in found else at
    return {key: at for key, at in found.items() if at != NOWHERE}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest sequence of pairs, sorted by their first, whose second rises, too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        before.append(ends[place - 1] if place else NOWHERE)
        if place == len(tails):
            tails.append(second)
            ends.append(index)
        else:
            tails[place], ends[place] = second, index
    chain = []
    at = ends[-1] if ends else NOWHERE
    while at != NOWHERE:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
