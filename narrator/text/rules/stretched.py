"""Words written longer than they are spelled: `Nooooo`, `sleeeep`."""

import re
from string import ascii_lowercase

from narrator.languages.spoken import Stretched

from ..numbers import roman_value
from ..rewriting import Rule, rule

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_RUN = re.compile(r"([^\W\d_])\1+", re.IGNORECASE)
_MOST_RUNS = 4
_WORD_STRETCHED = r"[^\W\d_]*?([^\W\d_])\1\1[^\W\d_]*"


class _Words:
    def __init__(self, words: Stretched) -> None:
        self._words = words
        self._before_final_o = tuple(words.before_final_o)

    def calmed(self, match: re.Match[str]) -> str:
        """`Nooooo` as `No`, `sleeeep` as `sleep`: the word that is known, or the likelier one."""
        word = match[0]
        lower = word.lower()
        if roman_value(word.upper()) or lower in self._words.letters:
            return word
        if len(word) > 2 and lower[0] in "ao" and not lower.strip(lower[0]):
            return word[0] + word[0].lower() + "h" if lower[0] == "o" else word[0] + "h"
        spellings = _spellings(word)
        for known in (self._words.doubled, self._words.singled):
            for each in spellings:
                if each.lower() in known:
                    return each
        return _STRETCHED.sub(self._calm_run, word)

    def _calm_run(self, run: re.Match[str]) -> str:
        letter, word = run[1], run.string
        if letter.lower() in self._words.never_doubled:
            return letter
        if letter.lower() == "o" and run.end() == len(word):
            is_single = word[: run.start()].lower().endswith(self._before_final_o)
            return letter if is_single else run[0][:2]
        return run[0][:2]


def _spellings(word: str) -> list[str]:
    """`word` with each of its runs single or double, and what ends in one cut: at most eight."""
    found = [""]
    done = 0
    for run in list(_RUN.finditer(word))[:_MOST_RUNS]:
        before = word[done : run.start()]
        lengths = (2, 1) if len(run[0]) > 1 else (1,)
        found = [head + before + run[0][:length] for head in found for length in lengths]
        done = run.end()
    return [head + word[done:] for head in found]


def stretches(words: Stretched) -> tuple[Rule, ...]:
    """`Nooooo` is `No`, `sleeeep` is `sleep`: engines spell or garble what is longer."""
    pattern = rf"(?<![^\W\d_]){_WORD_STRETCHED}"
    return (rule(pattern, _Words(words).calmed, (), re.IGNORECASE),)


_TRIPLES = tuple(letter * 3 for letter in ascii_lowercase)


def may_stretch(text: str) -> bool:
    """Whether some letter of `text` stands three times in a row."""
    if not text.isascii():
        return bool(_STRETCHED.search(text))
    lower = text.lower()
    for triple in _TRIPLES:  # noqa: SIM110  `any` would take twice as long, for every sentence
        if triple in lower:
            return True
    return False
