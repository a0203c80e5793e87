"""What changed in a text, row by row, so that it can be done and taken back beside other changes.

A hunk has a row on each side wherever the text has one, and knows the rows around it: so it finds
its place again in a text that a hand changed elsewhere, and takes no other rows of the same words.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec

_ROW = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Hunk(msgspec.Struct, frozen=True, array_like=True):
    """Rows, with their ends, that became others."""

    at: int
    """Where they stood, from 0."""
    old: tuple[str, ...]
    new: tuple[str, ...]
    above: str = ""
    """The row before them; empty where there is none."""
    below: str = ""


class Applied(NamedTuple):
    """A text in which hunks were applied."""

    text: str
    missed: int
    """How many found no place, because the rows are no longer there."""


def rows_of(text: str) -> list[str]:
    """The rows of a text, each with its end."""
    return _ROW.findall(text)


def hunks_between(before: str, after: str) -> tuple[Hunk, ...]:
    """What makes `after` of `before`."""
    old, new = rows_of(before), rows_of(after)
    places: list[tuple[int, int, int, int]] = []
    for low, high, start, stop in _ranges(old, new):
        end = places[-1][1] if places else 0
        if low == high or start == stop:
            # A row of what surrounds it, so that it can be found again.
            if low > end:
                low, start = low - 1, start - 1
            elif places:
                low, _, start, _ = places.pop()
            elif high < len(old) and stop < len(new):
                high, stop = high + 1, stop + 1
        elif low < end:
            low, _, start, _ = places.pop()
        places.append((low, high, start, stop))
    return tuple(
        Hunk(a, tuple(old[a:b]), tuple(new[c:d]), *_around(old, a, b)) for a, b, c, d in places
    )


def apply(text: str, hunks: Sequence[Hunk]) -> Applied:
    """`text` with `hunks` done."""
    return _replaced(text, hunks)


def take_back(text: str, hunks: Sequence[Hunk]) -> Applied:
    """`text` with `hunks` undone."""
    shift, turned = 0, []
    for hunk in hunks:
        turned.append(Hunk(hunk.at + shift, hunk.new, hunk.old, hunk.above, hunk.below))
        shift += len(hunk.new) - len(hunk.old)
    return _replaced(text, turned)


def _replaced(text: str, hunks: Sequence[Hunk]) -> Applied:
    rows = rows_of(text)
    done: list[str] = []
    start, missed, drift = 0, 0, 0
    for hunk in hunks:
        place = _place(rows, hunk, hunk.at + drift, start)
        if place is None:
            missed += 1
            continue
        drift = place - hunk.at
        done += [*rows[start:place], *hunk.new]
        start = place + len(hunk.old)
    return Applied("".join([*done, *rows[start:]]), missed)


def _place(rows: Sequence[str], hunk: Hunk, near: int, start: int) -> int | None:
    """Where the old rows of `hunk` stand in `rows` from `start` on, as near as can be.

    Elsewhere than expected a row around them must be the same: the same words may be another's.
    """
    size = len(hunk.old)
    if not size:
        return start if not rows else None
    if near >= start and tuple(rows[near : near + size]) == hunk.old:
        return near
    found = [
        at
        for at in range(start, len(rows) - size + 1)
        if rows[at] == hunk.old[0]
        and tuple(rows[at : at + size]) == hunk.old
        and any(map(str.__eq__, _around(rows, at, at + size), (hunk.above, hunk.below)))
    ]
    return min(found, key=lambda at: abs(at - near), default=None)


def _around(rows: Sequence[str], start: int, end: int) -> tuple[str, str]:
    """The row before and the row behind some rows; empty where there is none."""
    return "".join(rows[max(start - 1, 0) : start]), "".join(rows[end : end + 1])


def _ranges(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of both that differ, in order."""
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    one, two = old[first : len(old) - last], new[first : len(new) - last]
    if len(one) == len(two):
        codes = _runs(one, two)
    else:
        codes = (
            code[1:]
            for code in SequenceMatcher(a=one, b=two, autojunk=False).get_opcodes()
            if code[0] != "equal"
        )
    for low, high, start, stop in codes:
        yield first + low, first + high, first + start, first + stop


def _runs(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches in which two texts of as many rows differ."""
    begun: int | None = None
    for at, (a, b) in enumerate(zip(one, two, strict=True)):
        if a == b and begun is not None:
            yield begun, at, begun, at
            begun = None
        elif a != b and begun is None:
            begun = at
    if begun is not None:
        yield begun, len(one), begun, len(two)
