"""What the words around a number tell of it."""

import re
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Neighbours

_RATE = re.compile(r"-an?-[a-z]{3,}")
"""`a $50-a-night room`"""
_REACH = 16


class Kinds:
    """Whether a number says what kind a thing is: `a $20 bill`."""

    def __init__(self, words: Neighbours) -> None:
        self._is_noun = re.compile(rf"[\s-](?!(?:{either(words.no_nouns)})\b)[a-z]{{3,}}").match
        self._is_determined = re.compile(
            rf"\b(?:{either(words.determiners)}|[^\W\d_]+['’]s)\s$", re.IGNORECASE
        ).search

    def names_a_kind(self, text: str, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` does."""
        if _RATE.match(text, end):
            return True
        if not self._is_noun(text, end):
            return False
        return bool(self._is_determined(text[max(0, start - _REACH) : start]))


@cache
def kinds(words: Neighbours) -> Kinds:
    """What tells it, in `words`.

    >>> from narrator.languages import pack_for
    >>> found = kinds(pack_for("en").spoken.neighbours)
    >>> found.names_a_kind("a 10 km run", 2, 7), found.names_a_kind("the 10 km to go", 4, 9)
    (True, False)
    """
    return Kinds(words)
