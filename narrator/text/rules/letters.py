"""Letters that are said by name: initialisms, and names made of letters and digits."""

import re

from ..numbers import by_pairs, digits, plural
from ..rewriting import DIGITS, Edit, Rule, rule
from .acronyms import ACRONYMS, SPELLED, SPELLED_ALONE
from .locale import English

_LOUD_BEFORE = re.compile(r"([A-Z]{2,})[\s,;:!?.\"“”'’-]+$")
_LOUD_AFTER = re.compile(r"[\s,;:!?.\"“”'’-]+([A-Z]{2,})(?!\w)")
_REACH, _FAR = 16, 80
_WORDS_OF_CAPITALS = frozenset("COVID NATO NASA OPEC SARS WALL".split())  # noqa: SIM905
_WARS = {"WW1": "World War one", "WW2": "World War two", "WWI": "World War one",
         "WWII": "World War two"}  # fmt: skip


def _initials(match: re.Match[str]) -> str:
    around = match.string[max(0, match.start() - _FAR) : match.end() + _FAR]
    alone = around.isupper()
    if not (alone or match[1] in SPELLED) or _is_shouted(match):
        return match[0]
    return spelled(match[1]) + (match[2] or "").replace("’", "'")


_ALONE = re.compile(rf"\b({'|'.join(sorted(SPELLED_ALONE))})\b")


def crowded(text: str) -> list[Edit]:
    """Initialisms that espeak-ng reads as words since `text` has few small letters: `a VIP`."""
    if sum(map(str.isupper, text)) < sum(map(str.islower, text)):
        return []
    found = (match for match in _ALONE.finditer(text) if not _is_shouted(match))
    return [(*match.span(), spelled(match[1])) for match in found]


def spelled(letters: str) -> str:
    """`letters` by name. An A alone would be the article: then stops join them.

    >>> spelled("MI"), spelled("RAF")
    ('M I', 'R.A.F')
    """
    return (".".join if "A" in letters and len(letters) > 1 else " ".join)(letters)


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether a word in capitals beside it is no initialism: then it may be a word, too."""
    text = match.string
    before = _LOUD_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
    after = _LOUD_AFTER.match(text, match.end())
    return any(each and each[1] not in ACRONYMS for each in (before, after))


def _war(match: re.Match[str]) -> str:
    return _WARS[match[0]]


class _Codes:
    """Names made of letters and digits: `MI5`, `F-16`, `R2-D2`, `MP3s`."""

    def __init__(self, english: English) -> None:
        self._english = english

    def said(self, match: re.Match[str]) -> str:
        """The letters by name, the figures as numbers, a plural in its place."""
        parts = re.findall(r"[A-Z]+|\d+", match["code"])
        said = " ".join(map(self._part, parts))
        if not match["many"]:
            return said
        return f"{said}s" if parts[-1].isalpha() else plural(said)

    def _part(self, part: str) -> str:
        if not part.isdigit():
            return part if part in _WORDS_OF_CAPITALS else spelled(part)
        if part[0] == "0":
            return digits(part, "oh")
        return by_pairs(part) if len(part) == 3 else self._english.cardinal(int(part))


def _bare(initials: str) -> str:
    """`U.S.’s`: with stops an engine would say a dot."""
    return re.sub(r"[^A-Z]", "", initials)


def _pair(match: re.Match[str]) -> str:
    """`AT&T`, `Q&A`."""
    return f"{spelled(match[1])} and {spelled(match[2])}{match[3]}"


def _letter_by_letter(match: re.Match[str]) -> str:
    """`H-O-M-E`; `I-I-I` is a stammer."""
    letters = match[0].split("-")
    return spelled("".join(letters)) if len(set(letters)) > 1 else match[0]


_CODE = r"(?P<code>[A-Z]{1,5}-?\d{1,4}(?:-?[A-Z]{1,3}(?:-?\d{1,3})?)?)(?P<many>s?)"
_TWO_CAPITALS = re.compile("[A-Z]{2}").search


def may_apply(text: str) -> bool:
    """Whether `text` may hold initialisms."""
    return bool(_TWO_CAPITALS(text))


def initialisms() -> tuple[Rule, ...]:
    """The rules for letters that are said by name."""
    return (
        rule(rf"\b(?:{'|'.join(_WARS)})\b", _war, "W"),
        rule(rf"\b({'|'.join(sorted(SPELLED | SPELLED_ALONE))})(s|['’]s)?\b", _initials),
    )


def names(english: English) -> tuple[Rule, ...]:
    """The rules for names made of letters and digits, and for the last letter."""
    zed = "zee" if english.is_american else "zed"
    codes = _Codes(english)
    return (
        rule(rf"(?<![\w.-]){_CODE}(?![\w:/-]|[.,]\d)", codes.said, DIGITS),
        rule(r"(?<![\w.'’&-])Z(?![\w.'’&])", zed, "Z"),
    )


OWNERS: tuple[Rule, ...] = (
    rule(r"\b(?:[A-Z]\.){2,8}['’](?=s\b)", lambda match: _bare(match[0]) + "'", "."),
)


def may_own(text: str) -> bool:
    """Whether `text` may hold initials with `'s`."""
    return ".’" in text or ".'" in text


MARKED: tuple[Rule, ...] = (
    rule(r"&c\b\.?", "etc.", "&"),
    rule(r"(?<![\w.'’-])A\s?[-–]\s?Z(?![\w.'’-])", "A to Z", "-–"),
    rule(r"(?<![\w.'’&-])([A-Z]{1,2})&([A-Z]{1,2})(s?)(?![\w&])", _pair, "&"),
    rule(r"(?<![\w.-])([A-Z](?:-[A-Z]){2,11})(?![\w-])", _letter_by_letter, "-"),
    rule(r"\b([A-G])[#♯](?!\w)", r"\1 sharp", "#♯"),
    rule(r"\b([A-G])♭", r"\1 flat", "♭"),
    rule(r"(?<![\w.])C\+\+", "C plus plus", "+"),
    rule(r"(?<![\w.])([A-F])\+(?![\w+])", r"\1 plus", "+"),
    rule(r"(\b[Aa]n?\s[A-D])[-−–](?=[\s.,;!?\"”]|\Z)", r"\1 minus", "-−–"),
)
"""Letters with a sign: `Q&A`, `F#`, `B+`."""
MARKS = frozenset("&-#♯♭+−–")
