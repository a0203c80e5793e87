"""Patterns made of words."""

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; it needs brackets around it.

    >>> either(["St", "Ste"])
    'Ste|St'
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
