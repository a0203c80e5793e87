"""Words that the story sets apart, `*so*` or `_so_`: shown slanted, without the marks.

The voices leave the marks out, too; a script keeps them, for that is how a person writes them.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

Run = tuple[str, bool]
"""A piece of text, and whether it is set apart."""
_LONGEST = 1000
_PAIR = re.compile(
    rf"(?<![^\W_])(?<![*_])([*_])(?=[^\s*_])([^*]{{1,{_LONGEST}}}?)(?<=[^\s*_])\1(?![*_])(?![^\W_])"
)
"""A mark that no letter stands before, and the next of its kind that none stands behind."""


def emphases(text: str) -> list[tuple[int, int]]:
    """The places of the first and the second mark of each pair.

    >>> emphases("I *never* did 2*3*4 _so_.")
    [(2, 8), (20, 23)]
    """
    if "*" not in text and "_" not in text:
        return []
    return [(found.start(), found.end() - 1) for found in _PAIR.finditer(text)]


def runs(text: str, start: int, end: int, pairs: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    """The text between two places, cut at the marks of `pairs`, which are left out.

    >>> runs("I *never* did", 0, 13, [(2, 8)])
    (('I ', False), ('never', True), (' did', False))
    """
    found: list[Run] = []
    at = start
    for number in range(bisect_left(pairs, start, key=itemgetter(1)), len(pairs)):
        first, second = pairs[number]
        if first >= end:
            break
        for upto, slanted in ((first, False), (second, True)):
            if at < min(upto, end):
                found.append((text[at : min(upto, end)], slanted))
            at = max(at, min(upto + 1, end))
    if at < end:
        found.append((text[at:end], False))
    return tuple(found)


def unmarked(text: str) -> str:
    """`text` without the marks of emphasis.

    >>> unmarked("I *never* did.")
    'I never did.'
    """
    return "".join(part for part, _ in runs(text, 0, len(text), emphases(text)))
