"""Words of one spelling and two sounds, written as they sound where their neighbours tell.

Only those that espeak-ng is known to read wrongly (measured with its phonemes), and where it can be
in words that any engine reads right: `led`, `red`, `bough`.
"""

import re
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Heteronyms, Past

from ..rewriting import Gate, Rule, rule
from .tense import tense

_REACH = 40
"""Characters before a word that may tell how it is said."""
_NAMED = re.compile(r"\{([a-z_]+)\}")


class _Readings:
    def __init__(self, words: Heteronyms) -> None:
        self._words = words
        self._known = cache(self._read)

    def as_it_sounds(self, match: re.Match[str]) -> str:
        """The word, or what is read right in its place."""
        word, text = match[0], match.string
        before = text[max(0, match.start() - _REACH) : match.start()]
        for is_before, is_after, said in self._known(word.lower()):
            if is_before.search(before) and is_after.match(text, match.end()):
                return _cased(said, word)
        return word

    def _read(self, word: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
        """The readings of a word, their patterns compiled when it is met first."""
        return tuple(
            (self._pattern(each.before, re.IGNORECASE), self._pattern(each.after), each.said)
            for each in self._words.readings[word]
        )

    def _pattern(self, source: str, flags: int = 0) -> re.Pattern[str]:
        return re.compile(_NAMED.sub(lambda name: self._words.patterns[name[1]], source), flags)


def _cased(said: str, word: str) -> str:
    return said.capitalize() if word[0].isupper() else said


def rules(words: Heteronyms, past: Past) -> tuple[Rule, ...]:
    """The rules for words of two sounds; what tells of `read` is in `past`."""

    def read(match: re.Match[str]) -> str:
        is_past = tense(past).is_past(match.string, *match.span())
        return _cased("red", match[0]) if is_past else match[0]

    known = either({*words.readings, *map(str.title, words.readings)})
    return (
        rule(r"(?<![^\W_])read(?![^\W_]|['’])", read),
        rule(rf"(?<![^\W_])(?:{known})(?![^\W_]|'(?!s\b))", _Readings(words).as_it_sounds),
    )


def gate(words: Heteronyms) -> Gate:
    """Whether one of the words is in a text."""
    every = {*words.readings, "read"}
    stems = tuple(
        sorted(word for word in every if not any(other in word for other in every - {word}))
    )

    def may_apply(text: str) -> bool:
        lower = text.lower()
        for stem in stems:  # noqa: SIM110  `any` would take twice as long, for every sentence
            if stem in lower:
                return True
        return False

    return may_apply
