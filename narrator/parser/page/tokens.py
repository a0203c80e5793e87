"""Words and marks of a paragraph, with their places in it."""

import re
from sys import intern
from typing import NamedTuple

_CODE = r"(?:[A-Z]{1,2}[-‐]?\d{1,4}[A-Z]?|\d{1,3}[A-Z])(?!\w)"
"""`R-7` and `14C`: what machines, rooms and those who sit in them are called by."""
_TOKEN = re.compile(rf"{_CODE}|[^\W\d_]+(?:['’\-‐][^\W\d_]+)*|\d+|\.\.+|[-–—]+|[^\w\s]")
_GENITIVE = ("'s", "’s")
SENTENCE_ENDS = frozenset([".", "!", "?", "…", "...", ":", ";"])
QUOTE_MARKS = frozenset("\"'“”‘’«»„‟‹›「」『』")


class Token(NamedTuple):
    """One word or mark."""

    text: str
    low: str
    start: int
    """Offsets into the paragraph."""
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters, or is a code with one."""
        return self.text[0].isalpha() or self.text[-1].isupper()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter, an elided particle aside: `d'Orey`."""
        text = self.text
        elided = len(text) > 3 and text[1] in "'’" and text[2].isupper()
        return text[0].isupper() or elided or (text[0].isdigit() and text[-1].isupper())


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text`; a genitive ending is a token of its own.

    >>> [token.text for token in tokenise("Haley's well.")]
    ['Haley', "'s", 'well', '.']
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        word, (start, end) = match.group(), match.span()
        if len(word) > 2 and word[-2:].lower() in _GENITIVE:
            tokens.append(_token(word[:-2], start, end - 2))
            tokens.append(_token(word[-2:], end - 2, end))
        else:
            tokens.append(_token(word, start, end))
    return tuple(tokens)


def _token(word: str, start: int, end: int) -> Token:
    # A book uses few words, and each of them often: they are kept once.
    return Token(intern(word), intern(word.lower()), start, end)
