"""Roman numerals, where what is around them says that they are numerals."""

import re
from collections.abc import Iterable
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Numerals

from ..numbers import NumberWords, roman_value
from ..rewriting import Rule, rule
from .locale import English

_AFTER_NAME = r"(?<=[a-z])(?P<gap>\s+)(?P<numeral>[IVX]{2,8}|V)(?![\w-])(?!['’](?!s\b))"
_CAPITALISED = re.compile(r"[^\Wa-z\d_][\w'’-]*[a-z]$")
_WORD = 24
_FIRST_YEAR, _LAST_YEAR = 1400, 2099
_TOO_MANY = 400
"""Nobody counts so far in Roman numerals: MIX, CD and MD are no numbers."""


class RomanNumerals:
    """The rules for them, by the words of a language and its numbers."""

    def __init__(self, words: Numerals, numbers: NumberWords) -> None:
        self._words = words
        self._numbers = numbers
        always, often = either(words.always), either(words.often)
        self._label = re.compile(
            rf"(?:\A|\W)(?:(?P<sure>{always}|{always.upper()})|(?P<label>{often}|{often.upper()}))"
            r"(?P<stop>\.?)\Z"
        ).search
        small = _either_case(words.small | words.small_short)
        self._small_label = re.compile(rf"(?:\A|\W)(?:{small})\Z").search
        self._is_numeral = re.compile(
            rf"\s*$|\s*[.,:;!?)\]—–]|\s(?:{either(words.after_one)})\b"
        ).match

    def labelled_rules(self) -> tuple[Rule, ...]:
        """Behind what they number; before single letters are taken for initials."""
        labels = f"{_either_case(self._words.many)}|{either(self._words.one)}"
        return (
            rule(
                rf"(?P<label>\b(?:{labels}))\.?\s(?P<low>[IVXL]{{1,8}})"
                r"(?P<joint>\s?[-–—&]\s?|\sto\s)(?P<high>[IVXL]{1,8})(?![\w'’])",
                self._range,
                _CAPITALS,
            ),
            rule(r"\b(?P<numeral>[IVX]{1,6})(?:th|st|nd|rd)(?!\w)", self._century, "thsnr"),
            rule(
                rf"\b(?P<numeral>[IVX]{{1,6}})(?=(?:\s|-)(?:{_either_case([self._words.century])}))",
                self._century,
                "c",
            ),
            rule(r"(?<![\w.])M[MDCLXVI]{3,11}(?![\w'’])", self._year, "M"),
            rule(r"(?P<gap>\s+)(?P<numeral>[IVXLCDM]{1,12})(?![\w'’])", self._labelled, _CAPITALS),
            rule(r"(?P<gap>\s+)(?P<numeral>[ivxlc]{2,12})(?![\w'’-])", self._small, "ivxlc"),
            rule(r"(?<=\()(?P<numeral>i{1,3}|i?v|vi{1,3}|i?x)(?P<mark>)(?=\))", self._alone, "ivx"),
        )

    def first_rules(self) -> tuple[Rule, ...]:
        """At the beginning of a title."""
        return (
            rule(r"\A\s*([IVXLC]{1,8})\.(?=\s+[^\Wa-z\d_][a-z]+)", self._before_title, _CAPITALS),
        )

    def alone_rules(self) -> tuple[Rule, ...]:
        """As the whole of a text."""
        pattern = r"\A\s*(?P<numeral>[IVX]{2,8}|[IVXL]{3,8}|[VX])(?P<mark>[.:]?)\s*\Z"
        return (rule(pattern, self._alone, _CAPITALS),)

    def heading_rules(self) -> tuple[Rule, ...]:
        """In a heading a lone `I` is a number, too."""
        return (
            rule(r"\A\W*(?P<numeral>[IVXLCDM]{1,12})(?P<mark>[.:]?)\W*\Z", self._alone, _CAPITALS),
            rule(
                r"\A\W*(?P<numeral>[IVXLC]{1,8})(?P<mark>\.?\s*[.:—–-]+\s*)(?=[^\Wa-z\d_])",
                self._alone,
                _CAPITALS,
            ),
        )

    def royal_rules(self) -> tuple[Rule, ...]:
        """Behind the names of kings."""
        royal_one = (
            rf"\b(?P<who>(?:{either(self._words.royal)})\s[^\Wa-z\d_][a-z]{{2,20}})(?P<gap>\s)"
            r"(?P<numeral>[IX])(?![\w-])(?!['’](?!s\b))"
        )
        return (
            rule(royal_one, self._crowned, "IX"),
            rule(_one_who_reigned(self._words), self._first_of, "I"),
            rule(_AFTER_NAME, self._regnal, "IVX"),
        )

    def _labelled(self, match: re.Match[str]) -> str:
        """A numeral behind what it numbers: `Chapter IV`, `World War II`."""
        text, numeral = match.string, match["numeral"]
        label = self._label(text[max(0, match.start() - _WORD) : match.start()])
        if not label:
            return match[0]
        after = text[match.end() : match.end() + _WORD]
        if not label["sure"] and numeral == "I" and not self._is_numeral(after):
            return match[0]
        return match["gap"] + self._in_words(numeral)

    def _small(self, match: re.Match[str]) -> str:
        """`Scene ii`."""
        label = self._small_label(match.string[max(0, match.start() - _WORD) : match.start()])
        return match["gap"] + self._in_words(match["numeral"]) if label else match[0]

    def _regnal(self, match: re.Match[str]) -> str:
        """After a name it is a place in a row of kings; a single I or X is left alone."""
        before = match.string[max(0, match.start() - _WORD) : match.start()]
        value = roman_value(match["numeral"])
        words = before.rsplit(maxsplit=1)
        if value is None or not words or not _CAPITALISED.match(words[-1]):
            return match[0]
        return f"{match['gap']}the {self._numbers.ordinal(value)}"

    def _first_of(self, match: re.Match[str]) -> str:
        """`Charles I was king`, `the reign of James I.`"""
        return f"{match['who'] or match['of']} the {self._numbers.ordinal(1)}"

    def _crowned(self, match: re.Match[str]) -> str:
        """`King James I`."""
        value = roman_value(match["numeral"]) or 1
        return f"{match['who']} the {self._numbers.ordinal(value)}"

    def _century(self, match: re.Match[str]) -> str:
        """`the XIX century`, `the XXth`."""
        value = roman_value(match["numeral"])
        return self._numbers.ordinal(value) if value and value < _TOO_MANY else match[0]

    def _range(self, match: re.Match[str]) -> str:
        """`chapters I-III`."""
        words = self._numbers.words
        joint = words.joint if match["joint"].strip() == "&" else f" {words.to} "
        low, high = self._in_words(match["low"]), self._in_words(match["high"])
        return f"{match['label']} {low}{joint}{high}"

    def _year(self, match: re.Match[str]) -> str:
        """`MCMXCIX`."""
        value = roman_value(match[0])
        is_year = value and _FIRST_YEAR <= value <= _LAST_YEAR
        return self._numbers.year(value) if value and is_year else match[0]

    def _before_title(self, match: re.Match[str]) -> str:
        """`III. The Snow` is a heading; `I. M. Pei` is none."""
        if match.string.rstrip()[-1:] in ".!?" and match.end() < len(match.string):
            return match[0]
        return self._in_words(match[1]) + match[0][len(match[1]) :]

    def _alone(self, match: re.Match[str]) -> str:
        return self._in_words(match["numeral"]) + match["mark"]

    def _in_words(self, numeral: str) -> str:
        value = roman_value(numeral.upper())
        return self._numbers.cardinal(value) if value and value < _TOO_MANY else numeral


@cache
def numerals(english: English) -> RomanNumerals:
    """The rules for them in the English of a country."""
    return RomanNumerals(english.words.numerals, english.numbers)


def _either_case(words: Iterable[str]) -> str:
    """A pattern for `words`, in small letters and with a capital."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in longest_first)


def _one_who_reigned(words: Numerals) -> str:
    """A king who is called the first, and what kings do. People who are spoken to stand before an
    `I` as well, and not all writers set a comma there."""
    firsts = either(words.firsts)
    reigned = (
        rf"(?:(?:was|became)\s(?:an?\s|the\s)?(?:{either(words.became)})"
        rf"|died\s(?:{either(words.died)})|{either(words.reigned)}|of\s[A-Z]|came\sto)"
    )
    return (
        rf"(?:(?<=\A)|(?<=[.!?]\s))(?P<who>(?:{firsts}))(?P<gap>\s)(?P<numeral>I)"
        rf"(?=\s{reigned}\b|['’]s\s)"
        rf"|(?<=\b[OoBb][fy]\s)(?P<of>(?:{firsts}))\sI"
        rf"(?=[.,;:)!?]|\s?[-–—]|\s(?:of\s[A-Z]|{either(words.after_first)})\b|['’]s\s|\Z)"
    )


_MAY_LABEL = re.compile(r"\s(?:[IVXLCDM]+(?:th|st|nd|rd)?|[ivxlc]{2,12})(?![\w'’])").search
_MAY_APPLY = re.compile(r"\s(?:[IVX]{2}|[VX](?!\w)|[I](?![\w'’]))").search
_CAPITALS = "IVXLCDM"


def may_label(text: str) -> bool:
    """Whether `text` may hold a numeral behind what it numbers."""
    return text[:1] in "MVX" or "(" in text or bool(_MAY_LABEL(text))


def may_begin(text: str) -> bool:
    """Whether `text` may begin with a numeral."""
    return text.lstrip()[:1] in _CAPITALS


def may_apply(text: str) -> bool:
    """Whether `text` may hold any other numeral."""
    return bool(_MAY_APPLY(text))
