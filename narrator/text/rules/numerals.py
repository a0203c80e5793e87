"""Roman numerals, where what is around them says that they are numerals."""

import re

from ..numbers import cardinal, ordinal, roman_value
from ..rewriting import Rule, rule

_ALWAYS = "Chapter|Act|Canto|Stave|World War|War|Psalm|Volume|Appendix|Scene|Super Bowl"
_OFTEN = (
    "Book|Part|Letter|Section|Phase|Plate|Figure|Type|Article|Mark|Class|Episode|Level|Number|Stage"
    "|Adventure|Verse|Division|Title|Category|Schedule|Page|Fable|Lesson|Exercise|Unit|Opus|Sonnet"
    "|Symphony|Apollo|Gemini|Saturn|Rocky|Rambo|Phase|Grade|Tier|Zone|Sector|Case"
)
_LABELS = re.compile(
    rf"(?:\A|\W)(?:(?P<sure>{_ALWAYS}|{_ALWAYS.upper()})|(?P<label>{_OFTEN}|{_OFTEN.upper()}))"
    r"(?P<stop>\.?)\Z"
)
_SMALL_LABELS = re.compile(
    r"(?:\A|\W)(?:Act|Scene|chapter|page|verse|scene|act|canto|book|part|volume)\Z"
)
_I_IS_NUMERAL = re.compile(
    r"\s*$|\s*[.,:;!?)\]—–]|\s(?:of|and|in|is|was|to|with|for|begins|ends)\b"
)
_ROYAL = "King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Prince|Sultan|Shah|Pharaoh"
_ROYAL_ONE = (
    rf"\b(?P<who>(?:{_ROYAL})\s[^\Wa-z\d_][a-z]{{2,20}})(?P<gap>\s)(?P<numeral>[IX])"
    r"(?![\w-])(?!['’](?!s\b))"
)
_AFTER_NAME = r"(?<=[a-z])(?P<gap>\s+)(?P<numeral>[IVX]{2,8}|V)(?![\w-])(?!['’](?!s\b))"
_CAPITALISED = re.compile(r"[^\Wa-z\d_][\w'’-]*[a-z]$")
_WORD = 24
_TOO_MANY = 400
"""Nobody counts so far in Roman numerals: MIX, CD and MD are no numbers."""


def _labelled(match: re.Match[str]) -> str:
    """A numeral behind what it numbers: `Chapter IV`, `World War II`."""
    text, numeral = match.string, match["numeral"]
    label = _LABELS.search(text[max(0, match.start() - _WORD) : match.start()])
    if not label:
        return match[0]
    after = text[match.end() : match.end() + _WORD]
    if not label["sure"] and numeral == "I" and not _I_IS_NUMERAL.match(after):
        return match[0]
    return match["gap"] + _in_words(numeral)


def _small(match: re.Match[str]) -> str:
    """`Scene ii`."""
    label = _SMALL_LABELS.search(match.string[max(0, match.start() - _WORD) : match.start()])
    return match["gap"] + _in_words(match["numeral"]) if label else match[0]


def _regnal(match: re.Match[str]) -> str:
    """After a name the numeral is a place in a row of kings; a single I or X is left alone."""
    before = match.string[max(0, match.start() - _WORD) : match.start()]
    value = roman_value(match["numeral"])
    words = before.rsplit(maxsplit=1)
    if value is None or not words or not _CAPITALISED.match(words[-1]):
        return match[0]
    return f"{match['gap']}the {ordinal(value)}"


def _crowned(match: re.Match[str]) -> str:
    return f"{match['who']} the {ordinal(roman_value(match['numeral']) or 1)}"


def _before_title(match: re.Match[str]) -> str:
    """`III. The Snow` is a heading; `I. M. Pei` is none."""
    if match.string.rstrip()[-1:] in ".!?" and match.end() < len(match.string):
        return match[0]
    return _in_words(match[1]) + match[0][len(match[1]) :]


def _in_words(numeral: str) -> str:
    value = roman_value(numeral.upper())
    return cardinal(value) if value and value < _TOO_MANY else numeral


def _alone(match: re.Match[str]) -> str:
    return _in_words(match["numeral"]) + match["mark"]


_MAY_LABEL = re.compile(r"\s(?:[IVXLCDM]+|[ivxlc]{2,12})(?![\w'’-])").search
_MAY_APPLY = re.compile(r"\s(?:[IVX]{2}|[VX](?!\w)|[I](?![\w'’]))").search


def may_label(text: str) -> bool:
    """Whether `text` may hold a numeral behind what it numbers."""
    return text[:1] in _CAPITALS or bool(_MAY_LABEL(text))


def may_apply(text: str) -> bool:
    """Whether `text` may hold any other numeral."""
    return text[:1] in _CAPITALS or bool(_MAY_APPLY(text))


_CAPITALS = "IVXLCDM"
LABELLED: tuple[Rule, ...] = (
    rule(r"(?P<gap>\s+)(?P<numeral>[IVXLCDM]{1,12})(?![\w'’])", _labelled, _CAPITALS),
    rule(r"(?P<gap>\s+)(?P<numeral>[ivxlc]{2,12})(?![\w'’-])", _small, "ivxlc"),
    rule(r"\A\s*([IVXLC]{1,8})\.(?=\s+[^\Wa-z\d_][a-z]+)", _before_title, _CAPITALS),
)
"""Before single letters are taken for initials."""
RULES: tuple[Rule, ...] = (
    rule(r"\A\s*(?P<numeral>[IVX]{2,8}|[IVXL]{3,8}|[VX])(?P<mark>[.:]?)\s*\Z", _alone, _CAPITALS),
    rule(_ROYAL_ONE, _crowned, "IX"),
    rule(_AFTER_NAME, _regnal, "IVX"),
)
HEADING: tuple[Rule, ...] = (
    rule(r"\A\W*(?P<numeral>[IVXLCDM]{1,12})(?P<mark>[.:]?)\W*\Z", _alone, _CAPITALS),
    rule(
        r"\A\W*(?P<numeral>[IVXLC]{1,8})(?P<mark>\.?\s*[.:—–-]+\s*)(?=[^\Wa-z\d_])",
        _alone,
        _CAPITALS,
    ),
)
"""In a heading a lone `I` is a number, too."""
