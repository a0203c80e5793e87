"""Words and marks of a paragraph, with their places in it."""

import re
from sys import intern
from typing import NamedTuple

from narrator.languages import Pack
from narrator.text.characters import UNSPACED

from .joined import joins_words, split_word

_CODE = r"(?:[A-Z]{1,2}[-‐]?\d{1,4}[A-Z]?|\d{1,3}[A-Z])(?!\w)"
"""`R-7` and `14C`: what machines, rooms and those who sit in them are called by."""
_TOKEN = re.compile(
    rf"{_CODE}|[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W\d_])+(?:['’\-‐][^\W\d_]+)*|\d+|\.\.+|[-–—]+|[^\w\s]"
)
"""A letter of a script without blanks is a token of its own."""
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


def tokenise(pack: Pack, text: str) -> tuple[Token, ...]:
    """The tokens of `text`; a genitive ending is a token of its own.

    >>> from narrator.languages import pack_for
    >>> [token.text for token in tokenise("Haley's well.", pack_for("en"))]
    ['Haley', "'s", 'well', '.']
    """
    tokens = []
    genitive, joins = tuple(pack.grammar.genitive), joins_words(pack)
    for match in _TOKEN.finditer(text):
        word, (start, end) = match.group(), match.span()
        low = word.lower()
        joined = split_word(pack, word) if joins else ()
        ending = _ending(low, genitive) if low.endswith(genitive) else 0
        if len(joined) > 1:
            low = low.replace("’", "'")
            tokens += [Token(word[a:b], low[a:b], start + a, start + b) for a, b in joined]
        elif ending:
            tokens.append(_token(word[:-ending], start, end - ending))
            tokens.append(_token(word[-ending:], end - ending, end))
        else:
            # A book uses few words, and each of them often: they are kept once.
            tokens.append(Token(intern(word), intern(low), start, end))
    return tuple(tokens)


def _ending(low: str, genitive: tuple[str, ...]) -> int:
    """How long the genitive ending of a word is; 0 if it is the whole of it."""
    longest = max(len(ending) for ending in genitive if low.endswith(ending))
    return longest if len(low) > longest else 0


def _token(word: str, start: int, end: int) -> Token:
    return Token(intern(word), intern(word.lower()), start, end)
