"""Names that are so alike that one may be a slip of the pen."""

from collections.abc import Iterable

from narrator.languages import every_pack

_LONG_NAME = 6
"""Letters from which on two slips, not one, are still taken for the same name."""


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The first of `known` that `name` may be a slip of; None if there is none.

    >>> nearest_name("Hayley", ["Nathan", "Haley"])
    'Haley'
    >>> nearest_name("Mrs. Bennet", ["Mr. Bennet"])
    """
    return next((other for other in known if other != name and _alike(name, other)), None)


def _alike(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    first, second = _words(one), _words(other)
    if len(first) == len(second):
        pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        titles = every_pack().address.titles
        if any(a in titles and b in titles for a, b in pairs):
            return False
        if any(_is_number(a) or _is_number(b) for a, b in pairs):
            return False
    a, b = "".join(first), "".join(second)
    shorter = min(len(a), len(b))
    if shorter < 3 or abs(len(a) - len(b)) > 2:
        return False
    return _distance(a, b) <= (2 if shorter >= _LONG_NAME else 1)


def _words(name: str) -> list[str]:
    return name.casefold().replace(".", "").split()


def _is_number(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _distance(a: str, b: str) -> int:
    """Letters to change, add, drop or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        last, row = row, [i]
        for j, other in enumerate(b, start=1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and other == a[i - 2]:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = last
    return row[-1]
