"""Letters that are said by name: initialisms, and names made of letters and digits."""

import re
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Capitals, Signs

from ..numbers import plural
from ..rewriting import DIGITS, Edit, Rule, rule
from .acronyms import acronyms
from .locale import English

_LOUD_BEFORE = re.compile(r"([A-Z]{2,})[\s,;:!?.\"“”'’-]+$")
_LOUD_AFTER = re.compile(r"[\s,;:!?.\"“”'’-]+([A-Z]{2,})(?!\w)")
_REACH, _FAR = 16, 80


class Initialisms:
    """Letters that are said by name."""

    def __init__(self, words: Capitals) -> None:
        self._wars = words.wars
        self._acronyms = acronyms(words)
        self._spelled = words.spelled
        self._any = rf"\b({either(words.spelled | words.spelled_alone)})(s|['’]s)?\b"
        self._alone = re.compile(rf"\b({either(words.spelled_alone)})\b")

    def rules(self) -> tuple[Rule, ...]:
        """The rules for them."""
        wars = rf"\b(?:{either(self._wars)})\b"
        return (
            rule(wars, lambda match: self._wars[match[0]], {war[0] for war in self._wars}),
            rule(self._any, self._initials),
        )

    def crowded(self, text: str) -> list[Edit]:
        """Those that espeak-ng reads as words since `text` has few small letters: `a VIP`."""
        if sum(map(str.isupper, text)) < sum(map(str.islower, text)):
            return []
        found = (match for match in self._alone.finditer(text) if not self._is_shouted(match))
        return [(*match.span(), spelled(match[1])) for match in found]

    def _initials(self, match: re.Match[str]) -> str:
        around = match.string[max(0, match.start() - _FAR) : match.end() + _FAR]
        alone = around.isupper()
        if not (alone or match[1] in self._spelled) or self._is_shouted(match):
            return match[0]
        return spelled(match[1]) + (match[2] or "").replace("’", "'")

    def _is_shouted(self, match: re.Match[str]) -> bool:
        """Whether a word in capitals beside it is no initialism: then it may be a word, too."""
        text = match.string
        before = _LOUD_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        after = _LOUD_AFTER.match(text, match.end())
        return any(each and each[1] not in self._acronyms for each in (before, after))


@cache
def initialisms(words: Capitals) -> Initialisms:
    """Those among `words`."""
    return Initialisms(words)


def spelled(letters: str) -> str:
    """`letters` by name. An A alone would be the article: then stops join them.

    >>> spelled("MI"), spelled("RAF")
    ('M I', 'R.A.F')
    """
    return (".".join if "A" in letters and len(letters) > 1 else " ".join)(letters)


class _Codes:
    """Names made of letters and digits: `MI5`, `F-16`, `R2-D2`, `MP3s`."""

    def __init__(self, english: English) -> None:
        self._english = english
        self._words = english.words.capitals.words

    def said(self, match: re.Match[str]) -> str:
        """The letters by name, the figures as numbers, a plural in its place."""
        parts = re.findall(r"[A-Z]+|\d+", match["code"])
        said = " ".join(map(self._part, parts))
        if not match["many"]:
            return said
        return f"{said}s" if parts[-1].isalpha() else plural(said)

    def _part(self, part: str) -> str:
        if not part.isdigit():
            return part if part in self._words else spelled(part)
        numbers = self._english.numbers
        if part[0] == "0":
            return numbers.digits(part, numbers.words.zero_said)
        return numbers.by_pairs(part) if len(part) == 3 else self._english.cardinal(int(part))


def _bare(initials: str) -> str:
    """`U.S.’s`: with stops an engine would say a dot."""
    return re.sub(r"[^A-Z]", "", initials)


def _letter_by_letter(match: re.Match[str]) -> str:
    """`H-O-M-E`; `I-I-I` is a stammer."""
    letters = match[0].split("-")
    return spelled("".join(letters)) if len(set(letters)) > 1 else match[0]


_CODE = r"(?P<code>[A-Z]{1,5}-?\d{1,4}(?:-?[A-Z]{1,3}(?:-?\d{1,3})?)?)(?P<many>s?)"
_TWO_CAPITALS = re.compile("[A-Z]{2}").search


def may_apply(text: str) -> bool:
    """Whether `text` may hold initialisms."""
    return bool(_TWO_CAPITALS(text))


def names(english: English) -> tuple[Rule, ...]:
    """The rules for names made of letters and digits, and for the last letter."""
    words = english.words.capitals
    zed = words.american_z if english.is_american else words.z
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


def marked(capitals: Capitals, signs: Signs) -> tuple[Rule, ...]:
    """The rules for letters with a sign: `Q&A`, `F#`, `B+`."""
    said = signs.said

    def pair(match: re.Match[str]) -> str:
        return f"{spelled(match[1])} {capitals.letters_between} {spelled(match[2])}{match[3]}"

    return (
        rule(r"&c\b\.?", "etc.", "&"),
        rule(r"(?<![\w.'’-])A\s?[-–]\s?Z(?![\w.'’-])", f"A {said['-']} Z", "-–"),
        rule(r"(?<![\w.'’&-])([A-Z]{1,2})&([A-Z]{1,2})(s?)(?![\w&])", pair, "&"),
        rule(r"(?<![\w.-])([A-Z](?:-[A-Z]){2,11})(?![\w-])", _letter_by_letter, "-"),
        rule(r"\b([A-G])[#♯](?!\w)", rf"\1 {said['♯']}", "#♯"),
        rule(r"\b([A-G])♭", rf"\1 {said['♭']}", "♭"),
        rule(r"(?<![\w.])C\+\+", f"C {said['+']} {said['+']}", "+"),
        rule(r"(?<![\w.])([A-F])\+(?![\w+])", rf"\1 {said['+']}", "+"),
        rule(r"(\b[Aa]n?\s[A-D])[-−–](?=[\s.,;!?\"”]|\Z)", rf"\1 {said['−']}", "-−–"),
    )


MARKS = frozenset("&-#♯♭+−–")
