"""Titles in the case a reader expects, out of capitals or file names."""

import re

_SMALL = (
    "a an and as at but by for from in into nor of off on or over the to up upon vs with "
    "d da das de del der des di die do dos du e el et la las le los und van von y zu"
)
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that stay small inside a title, in English and its neighbours."""


def capitalised(text: str) -> str:
    """`text`, in small letters, with the capitals of a title.

    >>> capitalised("the turn of the screw")
    'The Turn of the Screw'
    """
    words = text.split(" ")
    return " ".join(
        word if index and word in SMALL_WORDS else _capital(word)
        for index, word in enumerate(words)
    )


def readable_case(text: str) -> str:
    """`text` without ornament, and in title case where it is all capitals.

    >>> readable_case("WINNIE-THE-POOH"), readable_case("_Emma_")
    ('Winnie-the-Pooh', 'Emma')
    """
    bare = " ".join(text.split()).strip(" *_=~#").rstrip(".:")
    letters = sum(map(str.isalpha, bare))
    return capitalised(bare.lower()) if bare.isupper() and letters >= 4 else bare


def _capital(word: str) -> str:
    """Each part of a hyphenated word, and each initial of `h.g.`, gets its capital."""
    parts = re.split(r"([-‐.])", word)
    return "".join(
        part if index and part in SMALL_WORDS and parts[index - 1] != "." else _first_letter(part)
        for index, part in enumerate(parts)
    )


def _first_letter(part: str) -> str:
    return re.sub(r"[^\W\d_]", lambda letter: letter[0].upper(), part, count=1)
