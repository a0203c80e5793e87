"""Where the words of one text stand in another that has most of them, in the same order.

Runs of words that come once in each text pin the texts together (the patience method of Cohen,
known from comparing versions of programs); between two pins, words are matched from both sides,
and what is left by the longest runs that both have.
"""

import itertools
from bisect import bisect_left
from collections.abc import Sequence
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
    found = [NOWHERE] * len(spoken)
    # A list of work instead of recursion: gaps within gaps can go deep.
    gaps = [(0, len(book), 0, len(spoken), 0)]
    while gaps:
        first, last, start, end, level = gaps.pop()
        first, last, start, end = _match_ends(book, spoken, found, first, last, start, end)
        if first == last or start == end:
            continue
        pins: list[tuple[int, int]] = []
        while not pins and level < len(_RUNS):
            pins = _pins(book[first:last], spoken[start:end], _RUNS[level])
            level += 1
        if not pins:
            _match_runs(book, spoken, found, first, last, start, end)
            continue
        level -= 1
        for at, to in pins:
            found[start + to] = first + at
        edges = [(-1, -1), *pins, (last - first, end - start)]
        for (a, b), (c, d) in itertools.pairwise(edges):
            if c - a > 1 and d - b > 1:
                gaps.append((first + a + 1, first + c, start + b + 1, start + d, level))
    return found


def _match_ends(
    book: Sequence[str],
    spoken: Sequence[str],
    found: list[int],
    first: int,
    last: int,
    start: int,
    end: int,
) -> tuple[int, int, int, int]:
    """Match the ends of a gap, which lie beside what is matched already; what is left of it.

    The end comes first: a heading stands right above its text, and its like in a table of contents
    far away.
    """
    while last > first and end > start and book[last - 1] == spoken[end - 1]:
        last, end = last - 1, end - 1
        found[end] = last
    while last > first and end > start and book[first] == spoken[start]:
        found[start] = first
        first, start = first + 1, start + 1
    return first, last, start, end


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


def _match_runs(
    book: Sequence[str],
    spoken: Sequence[str],
    found: list[int],
    first: int,
    last: int,
    start: int,
    end: int,
) -> None:
    """Match what both have, longest runs first, unless that would take for ever."""
    if (last - first) * (end - start) > _SMALL:
        return
    matcher = SequenceMatcher(None, book[first:last], spoken[start:end], autojunk=False)
    for at, to, size in matcher.get_matching_blocks():
        for n in range(size):
            found[start + to + n] = first + at + n
