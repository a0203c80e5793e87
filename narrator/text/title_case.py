"""Titles in the case a reader expects, out of capitals or file names."""

import re

from narrator.languages import pack_for
from narrator.languages.tables import Words


def small_words() -> Words:
    """Words that stay small inside a title, in English and its neighbours."""
    return pack_for("en").spoken.script.small_words


def capitalised(text: str) -> str:
    """`text`, in small letters, with the capitals of a title.

    >>> capitalised("the turn of the screw")
    'The Turn of the Screw'
    """
    words, small = text.split(" "), small_words()
    return " ".join(
        word if index and word in small else _capital(word, small)
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


def _capital(word: str, small: Words) -> str:
    """Each part of a hyphenated word, and each initial of `h.g.`, gets its capital."""
    parts = re.split(r"([-‐.])", word)
    return "".join(
        part if index and part in small and parts[index - 1] != "." else _first_letter(part)
        for index, part in enumerate(parts)
    )


def _first_letter(part: str) -> str:
    return re.sub(r"[^\W\d_]", lambda letter: letter[0].upper(), part, count=1)
