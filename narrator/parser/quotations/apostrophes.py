"""Tells an apostrophe that begins or ends a word from a single quotation mark."""

import re
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import Marks

_FLAGS = re.VERBOSE | re.IGNORECASE
_LONGEST = 24
"""Code points of a word."""


@cache
def _lost_start(marks: Marks) -> re.Pattern[str]:
    return re.compile(rf"['’‘`´] {marks.lost_starts.source} (?![^\W_])", _FLAGS)


@cache
def _lost_ending(marks: Marks) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]) {marks.lost_endings.source} $", _FLAGS)


@cache
def _owner(marks: Marks) -> re.Pattern[str]:
    return re.compile(rf"{marks.owners.source}$", _FLAGS)


def drops_start(pack: Pack, text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a lost beginning: 'tis, 'em, 'ere, '90s.

    >>> from narrator.languages import pack_for
    >>> [drops_start(text, 0, pack_for("en")) for text in ("'Tis true", "'Tisket", "'90s")]
    [True, False, True]
    """
    return _lost_start(pack.marks).match(text, at) is not None


def drops_ending(pack: Pack, text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a lost ending or a plural owner: goin', dogs', o'.

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> drops_ending("the dogs' dinner", 8, english), drops_ending("a 'word' here", 7, english)
    (True, False)
    """
    if drops_letter(pack, text, at):
        return True
    return _owner(pack.marks).search(text[max(0, at - _LONGEST) : at]) is not None


def drops_letter(pack: Pack, text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a letter lost at the end of a word: goin', o', th'.

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> drops_letter("the dogs' dinner", 8, english), drops_letter("a pint o' milk", 8, english)
    (False, True)
    """
    return _lost_ending(pack.marks).search(text[max(0, at - _LONGEST) : at]) is not None
