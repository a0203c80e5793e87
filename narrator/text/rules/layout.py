"""What typesetting left in the text: invisible characters, ligatures, broken words, line ends."""

import re
import unicodedata

from narrator.languages import either
from narrator.languages.spoken import Script

from ..rewriting import Rule, rule

_REACH = 24


def _visible(match: re.Match[str]) -> str:
    return "".join(map(_seen, match[0]))


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category[0] == "C" else character


def _plain_letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


class _Joints:
    """Words that were broken at the end of a line."""

    def __init__(self, words: Script) -> None:
        self._keeps_hyphen = words.keeps_hyphen
        self._is_ending = re.compile(rf"(?:{either(words.word_endings)})(?!\w)").match

    def joined(self, match: re.Match[str]) -> str:
        """One word again, unless it is written with a hyphen anyway."""
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        word = re.findall(r"[^\W_]+", before)[-1].lower()
        next_letter = match.string[match.end()]
        if not next_letter.islower():
            return "-"
        is_broken = word not in self._keeps_hyphen or self._is_ending(match.string, match.end())
        return "" if is_broken else "-"


def may_hide(text: str) -> bool:
    """Whether anything of `text` is white space of a rare sort, a line end or invisible."""
    return not text.isprintable() or "¬" in text


def may_hold_ligatures(text: str) -> bool:
    """Whether `text` may hold letters that are printed as one, or as wide as Chinese ones."""
    return not text.isascii() and max(text) >= "\ufb00"


def may_be_apart(text: str) -> bool:
    """Whether `text` may hold letters whose accents are characters of their own."""
    return not text.isascii() and bool(_ACCENT.search(text))


_ACCENT = re.compile("[\u0300-\u036f]")
COMPOSED: tuple[Rule, ...] = (
    rule(r"[^\W\d_][\u0300-\u036f]+", lambda match: unicodedata.normalize("NFC", match[0])),
)
"""First of all: `é` written as two characters is one, for the lexicon as well."""


def hidden(words: Script) -> tuple[Rule, ...]:
    """The rules for what is not seen, and for line ends."""
    return (
        # All but Latin and common marks, where nothing is invisible.
        rule(r"[^ -~\n\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]+", _visible),
        rule(r"(?<=[^\W_])[-‐‑¬][^\S\n]*+\n\s*+(?=[^\W_])", _Joints(words).joined, "\n"),
        # Verse keeps its line ends: each is a short pause.
        rule(r"(?<=[\w\"'”’)])[^\S\n]*+\n\s*+", ", ", "\n"),
    )


def letters(words: Script) -> tuple[Rule, ...]:
    """The rules for letters that are printed as one, or were lost."""
    behind = either(words.after_lost_apostrophe)
    return (
        rule(r"[\ufb00-\ufb06\uff01-\uff5e]+", _plain_letters),
        # What a conversion could not read: mostly apostrophes, else mostly an e with an accent.
        rule(rf"(?<=[^\W_])\ufffd(?=(?:{behind})(?![^\W_]))", "'", "\ufffd"),
        rule(r"(?<=[a-z])\ufffd(?=[a-z])", "e", "\ufffd"),
    )
