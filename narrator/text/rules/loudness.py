"""Words written louder or slower than they are spelled: shouting, stammering."""

import re

from ..common_words import COMMON_WORDS
from ..numbers import roman_value
from ..rewriting import Rule, rule
from .acronyms import ACRONYMS

_STAMMER = r"(?<![\w'’-])((?:([^\W\daeiou_]{1,2})[-‐‑–—]){1,9})(?=\2[^\W\d_])"
_VOICED_TH = re.compile(r"th(?:e(?!f|me|o|ra|rm|sis|atre|ater)|is|at|an\b|ose|ough\b|us)")
_NUMERAL = re.compile(r"[IVX]{2,}")
_CAPITALS = "[A-ZÀ-ÖØ-Þ]"
_SHOUT = rf"(?<![\w.']){_CAPITALS}++(?:'{_CAPITALS}++)*+(?![\w'])"
_SHOUTS = rf"{_SHOUT}(?:[\s,;:!?.-]++{_SHOUT})*+"
_SHOUTED_WORD = re.compile(rf"{_CAPITALS}[A-ZÀ-ÖØ-Þ']*")
_SURELY_LONG = 5
"""Letters; capitals this long are nearly always a shouted word."""
_SURELY_MANY = 3
_REACH = 20
_RATHER_WORDS = frozenset("AM US IT AD RIP MIA IRA LED MA PI ER BO".split())  # noqa: SIM905
"""Words, where all around them is shouted too."""


def _stammer(match: re.Match[str]) -> str:
    """`w-w-what` as `wuh-wuh-what`: an engine would say the names of the letters."""
    word = match.string[match.end() : match.end() + 8].lower()
    starts = re.findall(r"[^\W\d_]+", match[1])
    return "".join(f"{_sound(start, word)}-" for start in starts)


def _sound(start: str, word: str) -> str:
    """The first sound of `word`, which `start` spells, so that it can be said."""
    lower = start.lower()
    if lower == "th" and _VOICED_TH.match(word):
        return start + "e"
    if lower == "c":
        start = (
            {"c": "k", "C": "K"}[start] if word[1:2] not in "eiy" else {"c": "s", "C": "S"}[start]
        )
    if lower == "q":
        start = {"q": "kw", "Q": "Kw"}[start]
    return start + "uh"


def _calm_shouts(match: re.Match[str]) -> str:
    words = _SHOUTED_WORD.findall(match[0])
    if not any(map(_is_surely_word, words)) and sum(len(word) > 1 for word in words) < _SURELY_MANY:
        return match[0]
    at = match.start()
    return _SHOUTED_WORD.sub(
        lambda word: _lower(word[0], match.string, at + word.start()), match[0]
    )


def _is_surely_word(word: str) -> bool:
    if word in ACRONYMS or roman_value(word):
        return False
    return word.lower() in COMMON_WORDS or len(word) >= _SURELY_LONG


def _lower(word: str, text: str, start: int) -> str:
    """A capital stays at the start of a sentence; acronyms and `I` stay whole."""
    if (word in ACRONYMS and word not in _RATHER_WORDS) or _NUMERAL.fullmatch(word):
        return word
    if word.split("'")[0] == "I":
        return "I" + word[1:].lower()
    before = text[max(0, start - _REACH) : start].rstrip(" \"“‘'(*_")[-1:]
    return word[0] + word[1:].lower() if before in ("", ".", "!", "?") else word.lower()


STAMMERS: tuple[Rule, ...] = (rule(_STAMMER, _stammer, "-‐‑–—", re.IGNORECASE),)
SHOUTS: tuple[Rule, ...] = (
    rule(r"(?<=\bI\s)AM\b", "am", "A"),
    rule(
        r"(?<![A-Z]\s)\bIT(?=\s(?:is|was|were|has|had|will|would|did|does|could|can|must|won't|isn't)\b)",
        "it",
        "T",
    ),
    rule(_SHOUTS, _calm_shouts),
)
"""`STOP RIGHT THERE` is `Stop right there`; what may be an acronym is left alone."""

_LOUD = re.compile(f"{_CAPITALS}'?{_CAPITALS}").search


def may_shout(text: str) -> bool:
    """Whether two capitals stand together in `text`."""
    return bool(_LOUD(text))
