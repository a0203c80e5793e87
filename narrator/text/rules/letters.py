"""Letters that are said by name: initialisms, and names made of letters and digits."""

import re

from ..rewriting import DIGITS, Rule, rule
from .locale import English

_SPELLED = frozenset(
    "VIP EMT UAE DUI MIA POW IOU IQ MC BA IRS RIP AMA EOD ETA IED OAP UPS".split()  # noqa: SIM905
)
"""Initialisms that an engine would try to read as words (measured with espeak-ng)."""
_WORDS_OF_CAPITALS = frozenset("COVID NATO NASA OPEC SARS".split())  # noqa: SIM905
_WARS = {"WW1": "World War one", "WW2": "World War two", "WWI": "World War one",
         "WWII": "World War two"}  # fmt: skip


def _initials(match: re.Match[str]) -> str:
    letters, ending = match[1], match[2] or ""
    return " ".join(letters) + ending.replace("’", "'")


def _war(match: re.Match[str]) -> str:
    return _WARS[match[0]]


def _code(match: re.Match[str]) -> str:
    """`MI5` and `F-16`: the letters, then the number as a number."""
    letters, number = match.groups()
    if letters in _WORDS_OF_CAPITALS:
        return f"{letters} {number}"
    return f"{' '.join(letters)} {number}"


_TWO_CAPITALS = re.compile("[A-Z]{2}").search


def may_apply(text: str) -> bool:
    """Whether `text` may hold initialisms."""
    return bool(_TWO_CAPITALS(text))


def initialisms() -> tuple[Rule, ...]:
    """The rules for letters that are said by name."""
    return (
        rule(rf"\b(?:{'|'.join(_WARS)})\b", _war, "W"),
        rule(rf"\b({'|'.join(sorted(_SPELLED))})(s|['’]s)?\b", _initials),
    )


def names(english: English) -> tuple[Rule, ...]:
    """The rules for names made of letters and digits, and for the last letter."""
    zed = "zee" if english.is_american else "zed"
    return (
        rule(r"(?<![\w.-])([A-Z]{1,5})-?(\d{1,4})(?![\w:/-]|[.,]\d)", _code, DIGITS),
        rule(r"(?<![\w.'’&-])Z(?![\w.'’&])", zed, "Z"),
    )
