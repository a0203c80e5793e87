"""Signs that are read out, and those that nobody reads."""

import re
import unicodedata

from narrator.languages.spoken import Signs

from ..rewriting import Rule, rule

_READ = (
    ("&", r"\s?&\s?", " {} ", "&"),
    ("×", r"(?<=\d)\s?×\s?(?=\d)", " {} ", "×"),
    ("x", r"(?<=\d)\s[xX]\s(?=\d)", " {} ", "xX"),
    ("÷", r"(?<=\d)\s?÷\s?(?=\d)", " {} ", "÷"),
    ("±", r"\s?±\s?", " {} ", "±"),
    ("+", r"(?<=\w)\s?\+\s?(?=\w)", " {} ", "+"),
    ("−", r"(?<=\d)\s?[−]\s?(?=\d)", " {} ", "−"),
    ("+", r"(?<=\d)\+", " {}", "+"),
    ("=", r"(?<=\w)\s?=\s?(?=\d)", " {} ", "="),
    ("≈", r"(?<=\d)\s?≈\s?(?=\d)", " {} ", "≈"),
    ("#", r"#(?=\d)", "{} ", "#"),
    ("§", r"§+\s?(?=\w)", "{} ", "§"),
    ("©", r"©", " {} ", "©"),
    ("∞", r"∞", " {} ", "∞"),
    ("@", r"(?<=[^\W_])@(?=[^\W_])", " {} ", "@"),
)
"""A sign, the pattern of its cases, how its word stands there, and what every case has."""


SIGNS = frozenset("".join(needs for *_, needs in _READ)) - {"x", "X"}


def _without_symbols(match: re.Match[str]) -> str:
    return "".join(" " if _is_symbol(character) else character for character in match[0])


def _is_symbol(character: str) -> bool:
    if character.isalnum():
        return False
    return unicodedata.category(character)[0] == "S" or character in "\ufe0e\ufe0f\u20e3"


def read(words: Signs) -> tuple[Rule, ...]:
    """The rules for signs that are read out."""
    return tuple(
        rule(pattern, place.format(words.said[sign]), needs)
        for sign, pattern, place, needs in _READ
    )


def _without_pictures(match: re.Match[str]) -> str:
    return "".join(" " if _is_picture(character) else character for character in match[0])


def _is_picture(character: str) -> bool:
    """Whether a symbol is only seen: neither money nor mathematics, degrees or a measure."""
    if not _is_symbol(character) or unicodedata.category(character) in ("Sc", "Sm"):
        return False
    return character not in "°№" and unicodedata.normalize("NFKC", character) == character


KEPT: tuple[Rule, ...] = (
    rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " ", "/"),
    rule(r"`", " ", "`"),
    rule(r"[^\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u2010-\u2027]+", _without_pictures),
)
"""For languages of which no table holds all signs: what no table names is left to the engine."""
SQUARED: tuple[Rule, ...] = (
    rule(
        "[\u2100-\u2115\u2117-\u214f\u3371-\u33df]",
        lambda match: unicodedata.normalize("NFKC", match[0]),
    ),
)
"""What is written as one sign: `℃`, `㎞`."""
DROPPED: tuple[Rule, ...] = (
    rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " ", "/"),
    rule(r"[$+`]", " ", "$+`"),
    # Emoji and every other symbol: all that is neither Latin nor a common mark.
    rule(r"[^\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u2010-\u2027]+", _without_symbols),
)
