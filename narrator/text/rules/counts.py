"""Numbers: phone numbers, ranges, fractions, places in a row, and what is left."""

import re

from narrator.languages import either
from narrator.languages.spoken import Counts

from ..numbers import plural
from ..rewriting import DIGITS, Rule, rule
from .locale import English

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"
_HALVES = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"

FRACTIONS = frozenset(_HALVES)
_AN = re.compile(r"\ban?\s$", re.IGNORECASE)


class _Counts:
    def __init__(self, english: English) -> None:
        self._english = english
        self._numbers = english.numbers
        self._words = english.words.numbers
        self._dot = english.words.counts.dot
        self._is_half_of = re.compile(rf"\s(?:{either(self._words.of_a_half)})\b").match

    def phone(self, match: re.Match[str]) -> str:
        """Digits as people give a phone number, a pause where it is written with one."""
        groups = [
            self._numbers.digits(group, self._words.zero_said)
            for group in re.findall(r"\d+", match[0])
        ]
        plus = f"{self._words.plus} " if match[0].startswith("+") else ""
        return plus + ", ".join(groups)

    def emergency(self, match: re.Match[str]) -> str:
        """`call 911`."""
        return f"{match[1]} {self._numbers.digits(match[2], self._words.zero_said)}"

    def leading_zero(self, match: re.Match[str]) -> str:
        """`007`, and any number that begins with a zero or is too long to be counted."""
        number = match[0]
        if re.fullmatch(r"00[1-9]", number):
            return f"{self._words.double} {self._numbers.cardinal(int(number))}"
        if not number.strip("0"):
            return self._numbers.digits(number)
        return self._numbers.digits(number, self._words.zero_said)

    def room(self, match: re.Match[str]) -> str:
        """`Room 237` is two thirty-seven, `Room 101` one oh one."""
        return f"{match[1]} {self._numbers.by_pairs(match[2])}"

    def jet(self, match: re.Match[str]) -> str:
        """`a 747`."""
        said = self._numbers.by_pairs(match[2])
        return match[1] + (plural(said) if match[3] else said)

    def calibre(self, match: re.Match[str]) -> str:
        """`a .38`."""
        before, calibre = match[1] or match[3] or "", match[2] or match[4]
        return before + self._numbers.by_pairs(calibre)

    def house(self, match: re.Match[str]) -> str:
        """`221B`: a house, a flat, a seat."""
        number, letter = match.groups()
        return f"{self._two_or_pairs(number)} {letter}"

    def _two_or_pairs(self, number: str) -> str:
        if len(number) > 2:
            return self._numbers.by_pairs(number)
        return self._numbers.cardinal(int(number))

    def address(self, match: re.Match[str]) -> str:
        """`192.168.0.1`."""
        return f" {self._dot} ".join(map(self._two_or_pairs, match[0].split(".")))

    def several(self, match: re.Match[str]) -> str:
        """`the 5's`, `two 10s`, `0s and 1s`."""
        return plural(self._numbers.cardinal(int(match[1])))

    def _part(self, above: int, below: int) -> str:
        """`above` over `below` in words."""
        words, many = self._words, self._numbers.cardinal(above)
        if below == 2:
            return f"{many} {words.half if above == 1 else words.halves}"
        ordinal = self._numbers.ordinal(below).removeprefix(self._one)
        name = words.quarter if below == 4 else ordinal
        return f"{many} {name if above == 1 else plural(name)}"

    @property
    def _one(self) -> str:
        return f"{self._words.ones[1]} "

    def fraction(self, match: re.Match[str]) -> str:
        """`1/2`, `2 1/2`."""
        if match[0] in self._words.fixed:
            return self._words.fixed[match[0]]
        whole, above, below = match["whole"], int(match["above"]), int(match["below"])
        is_common = below in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 100, 1000)
        if not (is_common and 0 < above < below):
            cardinal = self._numbers.cardinal
            said = f"{cardinal(above)} {self._words.over} {cardinal(below)}"
            return f"{self._english.decimal(whole, None)} {said}" if whole else said
        return self._mixed(match, above, below)

    def sign(self, match: re.Match[str]) -> str:
        """`½`, `2½`."""
        return self._mixed(match, *_HALVES[match["sign"]])

    def _mixed(self, match: re.Match[str], above: int, below: int) -> str:
        whole, part = match["whole"], self._part(above, below)
        if not whole:
            is_half_of = (above, below) == (1, 2) and self._is_half_of(match.string, match.end())
            after_an = _AN.search(match.string[max(0, match.start() - 4) : match.start()])
            return part.removeprefix(self._one) if is_half_of or after_an else part
        part = f"a {part.removeprefix('one ')}" if above == 1 else part
        return f"{self._english.decimal(whole, None)} and {part}"

    def place(self, match: re.Match[str]) -> str:
        """`21st`."""
        return self._english.ordinal(int(match[1].replace(",", "")))

    def range(self, match: re.Match[str]) -> str:
        """`5-10` is five to ten, `50-50` fifty-fifty."""
        low, high = (self._english.decimal(each, None) for each in match.groups())
        return f"{low} {high}" if low == high else f"{low} {self._words.to} {high}"

    def compound(self, match: re.Match[str]) -> str:
        """`5-year-old`."""
        return f"{self._english.decimal(match[1], None)}-"

    def number(self, match: re.Match[str]) -> str:
        """Any number."""
        minus = f"{self._words.minus} " if match["minus"] else ""
        return minus + self._english.decimal(match["whole"] or "", match["part"])

    def goals(self, match: re.Match[str]) -> str:
        """`3-0`, three nil, where one says so."""
        scores = map(int, re.findall(r"\d+", match[0]))
        return " ".join(
            self._numbers.cardinal(each) if each else self._words.nil for each in scores
        )

    def formation(self, match: re.Match[str]) -> str:
        """`4-4-2`: figures in a row."""
        return " ".join(self._english.cardinal(int(each)) for each in re.findall(r"\d+", match[0]))

    def version(self, match: re.Match[str]) -> str:
        """`1.2.3`."""
        point = f" {self._words.point} "
        return point.join(self._english.cardinal(int(each)) for each in match[0].split("."))


def several(english: English) -> tuple[Rule, ...]:
    """The rules for several of a number; before apostrophes are dropped."""
    return (rule(r"(?<![\w.,])(\d{1,3})['’]s(?![\w'’-])", _Counts(english).several, "s"),)


def first_rules(english: English) -> tuple[Rule, ...]:
    """The rules for what is more than a number, which other rules must not take apart."""
    counts, words = _Counts(english), english.words.counts
    return (
        rule(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", "\u00a0\u202f\u2009"),
        rule(r"(?<![\w.,])(\d{1,3}) (?=000(?![\w,-]))", r"\1", "0"),
        rule(
            r"(?<![\w.,+])(?:\+\d{1,3}[ .-]\d{1,5}(?:[ .-]\d{2,4}){1,4}"
            r"|(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[.-]\d{4}"
            r"|0\d{2,4}[ -]\d{3,4}(?:[ -]\d{3,4})?|\d{3}-\d{4})(?![\w-])",
            counts.phone,
            DIGITS,
        ),
        *_named(words, counts),
        rule(rf"(?<![\w.,]){_BYTE}(?:\.{_BYTE}){{3}}(?!\w|\.\d)", counts.address, "."),
        rule(r"(?<=\b[A-Z]{2}\s)\d{5}(?![\w,-]|\.\d)", counts.phone, DIGITS),
        rule(r"(?<=\d)x(?=\d)", f" {words.by} ", "x"),
        rule(r"(?<![\w.])v\.?(?=\d{1,3}(?:\.\d{1,4})+)", f"{words.version} ", "v"),
        rule(r"(?<=\d)x(?![\w'’])", f" {words.times}", "x"),
        rule(
            rf"(?<![\w.,/$£€])(?:(?P<whole>{_NUMBER})(?:\s|\sand\s|-))?(?P<above>\d{{1,4}})[/⁄](?P<below>[1-9]\d{{0,3}})(?:rds|ths|th|nds|rd)?(?![\w/]|\.\d)",
            counts.fraction,
            "/⁄",
        ),
        rule(
            rf"(?:(?<![\w.,])(?P<whole>{_NUMBER})[\s-]?)?(?P<sign>[{''.join(_HALVES)}])",
            counts.sign,
            _HALVES,
        ),
    )


def _named(words: Counts, counts: _Counts) -> tuple[Rule, ...]:
    """What is told by the words before or behind it: phones, rooms, jets, guns."""
    calls, called, rooms = either(words.calls), either(words.called), either(words.rooms)
    before_jets, jets, calibres = map(either, (words.before_jets, words.jets, words.calibres))
    guns = rf"(?:[\s-](?:{either(words.guns)})s?\b)"
    return (
        rule(rf"\b({calls})\s({called})\b", counts.emergency, "190", re.IGNORECASE),
        rule(rf"\b({rooms})\s([1-9]\d[0-9]{{1,2}})(?![\w-]|[.,]\d)", counts.room, DIGITS),
        rule(
            rf"(\b(?:{before_jets})\s)({jets})(s?)(?![\w,-]|\.\d)",
            counts.jet,
            "7",
            re.IGNORECASE,
        ),
        rule(
            rf"((?:\A|\s))\.({calibres})(?={guns})"
            rf"|(\b(?:{either(words.before_calibres)})\s)\.({calibres})(?![\w%]|\.\d)",
            counts.calibre,
            ".",
            re.IGNORECASE,
        ),
    )


def last_rules(english: English) -> tuple[Rule, ...]:
    """The rules for whatever numbers are left."""
    counts = _Counts(english)
    nil = r"(?<![\w.,-])(?:(0)\s?[-–—]\s?(\d\d?)|(\d\d?)\s?[-–—]\s?(0))(?![\w-]|[.,]\d)"
    return (
        rule(r"(?<![\w.,-])\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w-]|[.,]\d)", counts.formation, "-–"),
        *(() if english.is_american else (rule(nil, counts.goals, "0"),)),
        rule(
            rf"(?<![\w.,])({_NUMBER})\s[-−–]\s({_NUMBER})(?=\s?(?:=|equals\b))",
            rf"\1 {english.words.numbers.minus} \2",
            "-−–",
        ),
        rule(
            rf"(?<![\w.,-])({_NUMBER})\s?[-–—]\s?({_NUMBER})(?![\w-]|[.,]\d)", counts.range, "-–—"
        ),
        rule(
            r"(?<![\w.,-])(\d{1,4})([A-Z])(?=\s[A-Z][a-z]|[\s,;:!?.”\"]|\Z)", counts.house, DIGITS
        ),
        rule(rf"(?<![\w.])({_NUMBER})(?:st|nd|rd|th|ST|ND|RD|TH)\b", counts.place, "tdTD"),
        rule(rf"(?<![\w.,])({_NUMBER})[-‐‑](?=[^\W\d_])", counts.compound, "-‐‑"),
        rule(r"(?<![\w.,])(\d{1,4})s(?![\w'’-])", counts.several, "s"),
        rule(r"(?<![\w.,])\d{1,4}(?:\.\d{1,4}){2,5}(?!\w|\.\d)", counts.version, "."),
        rule(r"(?<![\w.,])(?:0\d+|\d{16,})(?![\w]|[.,]\d)", counts.leading_zero, DIGITS),
        rule(
            rf"(?<!\w)(?<!\d[.,])(?:(?<![^\s(])(?P<minus>[-−](?=[\d.])))?(?P<whole>{_NUMBER})?(?:(?<![.])\.(?P<part>\d{{1,20}}))?"
            r"(?<=\d)(?![\w]|[.,]\d)",
            counts.number,
            DIGITS,
        ),
    )
