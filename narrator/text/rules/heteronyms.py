"""Words of one spelling and two sounds, written as they sound where their neighbours tell.

Only those that espeak-ng is known to read wrongly (measured with its phonemes), and where it can be
in words that any engine reads right: `led`, `red`, `bough`.
"""

import re

from narrator.languages import either
from narrator.languages.spoken import Heteronyms, Past

from ..rewriting import Gate, Rule, rule
from .tense import Tense

_REACH = 40
"""Characters before a word that may tell how it is said."""
_NAMED = re.compile(r"\{([a-z_]+)\}")


class _Readings:
    def __init__(self, words: Heteronyms) -> None:
        def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
            return re.compile(_NAMED.sub(lambda name: words.patterns[name[1]], source), flags)

        self._readings = {
            word: tuple(
                (pattern(each.before, re.IGNORECASE).search, pattern(each.after).match, each.said)
                for each in readings
            )
            for word, readings in words.readings.items()
        }

    def as_it_sounds(self, match: re.Match[str]) -> str:
        """The word, or what is read right in its place."""
        word, text = match[0], match.string
        before = text[max(0, match.start() - _REACH) : match.start()]
        for is_before, is_after, said in self._readings[word.lower()]:
            if is_before(before) and is_after(text, match.end()):
                return _cased(said, word)
        return word


def _cased(said: str, word: str) -> str:
    return said.capitalize() if word[0].isupper() else said


def rules(words: Heteronyms, past: Past) -> tuple[Rule, ...]:
    """The rules for words of two sounds; what tells of `read` is in `past`."""
    tense = Tense(past)

    def read(match: re.Match[str]) -> str:
        return _cased("red", match[0]) if tense.is_past(match.string, *match.span()) else match[0]

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
