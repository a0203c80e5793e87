"""Words written louder or slower than they are spelled: shouting, stammering."""

import re

from narrator.languages import either
from narrator.languages.spoken import Capitals

from ..numbers import roman_value
from ..rewriting import Rule, rule
from .acronyms import acronyms

_STAMMER = r"(?<![\w'’-])((?:([^\W\daeiou_]{1,2})[-‐‑–—]){1,9})(?=\2[^\W\d_])"
_NUMERAL = re.compile(r"[IVX]{2,}")
_CAPITALS = "[A-ZÀ-ÖØ-Þ]"
_SHOUT = rf"(?<![\w.']){_CAPITALS}++(?:'{_CAPITALS}++)*+(?![\w'])"
_SHOUTS = rf"{_SHOUT}(?:[\s,;:!?.-]++{_SHOUT})*+"
_SHOUTED_WORD = re.compile(rf"{_CAPITALS}[A-ZÀ-ÖØ-Þ']*")
_SURELY_LONG = 5
"""Letters; capitals this long are nearly always a shouted word."""
_SURELY_MANY = 3
_REACH = 20


class _Stammers:
    def __init__(self, words: Capitals) -> None:
        self._is_voiced = re.compile(words.voiced_th).match

    def stammer(self, match: re.Match[str]) -> str:
        """`w-w-what` as `wuh-wuh-what`: an engine would say the names of the letters."""
        word = match.string[match.end() : match.end() + 8].lower()
        starts = re.findall(r"[^\W\d_]+", match[1])
        return "".join(f"{self._sound(start, word)}-" for start in starts)

    def _sound(self, start: str, word: str) -> str:
        """The first sound of `word`, which `start` spells, so that it can be said."""
        lower = start.lower()
        if lower == "th" and self._is_voiced(word):
            return start + "e"
        if lower == "c":
            start = (
                {"c": "k", "C": "K"}[start]
                if word[1:2] not in "eiy"
                else {"c": "s", "C": "S"}[start]
            )
        if lower == "q":
            start = {"q": "kw", "Q": "Kw"}[start]
        return start + "uh"


class _Shouts:
    def __init__(self, words: Capitals) -> None:
        self._common = words.common
        self._acronyms = acronyms(words)
        self._rather_words = words.rather_words

    def calmed(self, match: re.Match[str]) -> str:
        """Words in capitals in small letters, where they are surely words."""
        words = _SHOUTED_WORD.findall(match[0])
        if (
            not any(map(self._is_surely_word, words))
            and sum(len(word) > 1 for word in words) < _SURELY_MANY
        ):
            return match[0]
        at = match.start()
        return _SHOUTED_WORD.sub(
            lambda word: self._lower(word[0], match.string, at + word.start()), match[0]
        )

    def _is_surely_word(self, word: str) -> bool:
        if word in self._acronyms or roman_value(word):
            return False
        return word.lower() in self._common or len(word) >= _SURELY_LONG

    def _lower(self, word: str, text: str, start: int) -> str:
        """A capital stays at the start of a sentence; acronyms and `I` stay whole."""
        is_acronym = word in self._acronyms and word not in self._rather_words
        if is_acronym or _NUMERAL.fullmatch(word):
            return word
        if word.split("'")[0] == "I":
            return "I" + word[1:].lower()
        before = text[max(0, start - _REACH) : start].rstrip(" \"“‘'(*_")[-1:]
        return word[0] + word[1:].lower() if before in ("", ".", "!", "?") else word.lower()


def stammers(words: Capitals) -> tuple[Rule, ...]:
    """The rules for stammered words."""
    return (rule(_STAMMER, _Stammers(words).stammer, "-‐‑–—", re.IGNORECASE),)


def shouts(words: Capitals) -> tuple[Rule, ...]:
    """`STOP RIGHT THERE` is `Stop right there`; what may be an acronym is left alone."""
    return (
        rule(r"(?<=\bI\s)AM\b", "am", "A"),
        rule(rf"(?<![A-Z]\s)\bIT(?=\s(?:{either(words.after_it)})\b)", "it", "T"),
        rule(_SHOUTS, _Shouts(words).calmed),
    )


_LOUD = re.compile(f"{_CAPITALS}'?{_CAPITALS}").search


def may_shout(text: str) -> bool:
    """Whether two capitals stand together in `text`."""
    return bool(_LOUD(text))
