"""What typesetting left in the text: invisible characters, ligatures, broken words, line ends."""

import re
import unicodedata

from ..rewriting import Rule, rule

_FIRST_PARTS = (
    "all cross double ex far fast first full good great half hard high ill jack kind large left "
    "long low mother much never new old one open right second self short single sister small son "
    "three twenty thirty forty fifty sixty seventy eighty ninety two vice warm well white wide"
)
_ENDING = re.compile(
    r"(?:able|age|al|ant|ary|ally|dom|ed|en|ence|ened|ening|ent|er|ern|ery|est|ful|hood|ible|ily|ing"
    r"|ion|ish|ist|ity|ive|less|let|ly|ment|ness|ous|ship|some|teen|ty|ular|ure|ward|wards|y)(?!\w)"
)
"""What is no word: `kind-` and `ness` are one that was broken at the end of its line."""
_KEEPS_HYPHEN = frozenset(_FIRST_PARTS.split())
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


def _joined(match: re.Match[str]) -> str:
    """One word again, unless it is written with a hyphen anyway."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    word = re.findall(r"[^\W_]+", before)[-1].lower()
    next_letter = match.string[match.end()]
    if not next_letter.islower():
        return "-"
    is_broken = word not in _KEEPS_HYPHEN or _ENDING.match(match.string, match.end())
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
HIDDEN: tuple[Rule, ...] = (
    # All but Latin and common marks, where nothing is invisible.
    rule(r"[^ -~\n\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]+", _visible),
    rule(r"(?<=[^\W_])[-‐‑¬][^\S\n]*+\n\s*+(?=[^\W_])", _joined, "\n"),
    # Verse keeps its line ends: each is a short pause.
    rule(r"(?<=[\w\"'”’)])[^\S\n]*+\n\s*+", ", ", "\n"),
)
LETTERS: tuple[Rule, ...] = (
    rule(r"[\ufb00-\ufb06\uff01-\uff5e]+", _plain_letters),
    # What a conversion could not read: mostly apostrophes, else mostly an e with an accent.
    rule(r"(?<=[^\W_])\ufffd(?=(?:s|t|m|d|ll|re|ve|clock)(?![^\W_]))", "'", "\ufffd"),
    rule(r"(?<=[a-z])\ufffd(?=[a-z])", "e", "\ufffd"),
)
