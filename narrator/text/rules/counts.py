"""Numbers: phone numbers, ranges, fractions, places in a row, and what is left."""

import re

from ..numbers import cardinal, digits, ordinal, plural
from ..rewriting import DIGITS, Rule, rule
from .locale import English

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"
_HALVES = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_FIXED = {"9/11": "nine eleven", "24/7": "twenty-four seven", "50/50": "fifty-fifty",
          "7/7": "seven seven", "20/20": "twenty twenty"}  # fmt: skip
_ROOMS = (
    r"Room|Flight|Route|Highway|Apartment|Suite|Area|Interstate|Unit|Bus|Train|Cell|Ward|Studio"
)
_CALLS = r"call|called|calling|dial|dialed|dialled|dialing|dialling|ring|rang|phone|phoned"


FRACTIONS = frozenset(_HALVES)


def _one_by_one(text: str) -> str:
    """Digits as people give a phone number, a pause where it is written with one."""
    groups = [digits(group, "oh") for group in re.findall(r"\d+", text)]
    return ("plus " if text.startswith("+") else "") + ", ".join(groups)


def _phone(match: re.Match[str]) -> str:
    return _one_by_one(match[0])


def _emergency(match: re.Match[str]) -> str:
    return f"{match[1]} {digits(match[2], 'oh')}"


def _leading_zero(match: re.Match[str]) -> str:
    """`007`, and any number that begins with a zero or is too long to be counted."""
    number = match[0]
    if re.fullmatch(r"00[1-9]", number):
        return f"double oh {cardinal(int(number))}"
    if not number.strip("0"):
        return digits(number)
    return digits(number, "oh")


def _room(match: re.Match[str]) -> str:
    """`Room 237` is two thirty-seven, `Room 101` one oh one."""
    label, number = match.groups()
    head, tail = number[:-2], number[-2:]
    if tail == "00":
        return f"{label} {cardinal(int(head))} hundred"
    last = f"oh {cardinal(int(tail))}" if tail[0] == "0" else cardinal(int(tail))
    return f"{label} {cardinal(int(head))} {last}"


def _part(above: int, below: int) -> str:
    """`above` over `below` in words."""
    if below == 2:
        return f"{cardinal(above)} half" if above == 1 else f"{cardinal(above)} halves"
    name = "quarter" if below == 4 else ordinal(below).removeprefix("one ")
    return f"{cardinal(above)} {name if above == 1 else plural(name)}"


class _Counts:
    def __init__(self, english: English) -> None:
        self._english = english

    def fraction(self, match: re.Match[str]) -> str:
        """`1/2`, `2 1/2`."""
        if match[0] in _FIXED:
            return _FIXED[match[0]]
        whole, above, below = match["whole"], int(match["above"]), int(match["below"])
        is_common = below in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 100, 1000)
        if not (is_common and 0 < above < below):
            said = f"{cardinal(above)} over {cardinal(below)}"
            return f"{self._english.decimal(whole, None)} {said}" if whole else said
        return self._mixed(whole, above, below)

    def sign(self, match: re.Match[str]) -> str:
        """`½`, `2½`."""
        return self._mixed(match["whole"], *_HALVES[match["sign"]])

    def _mixed(self, whole: str | None, above: int, below: int) -> str:
        if not whole:
            return _part(above, below)
        part = _part(above, below)
        part = f"a {part.removeprefix('one ')}" if above == 1 else part
        return f"{self._english.decimal(whole, None)} and {part}"

    def place(self, match: re.Match[str]) -> str:
        """`21st`."""
        return self._english.ordinal(int(match[1].replace(",", "")))

    def range(self, match: re.Match[str]) -> str:
        """`5-10` is five to ten, `50-50` fifty-fifty."""
        low, high = (self._english.decimal(each, None) for each in match.groups())
        return f"{low} {high}" if low == high else f"{low} to {high}"

    def compound(self, match: re.Match[str]) -> str:
        """`5-year-old`."""
        return f"{self._english.decimal(match[1], None)}-"

    def number(self, match: re.Match[str]) -> str:
        """Any number."""
        minus = "minus " if match["minus"] else ""
        return minus + self._english.decimal(match["whole"] or "", match["part"])

    def version(self, match: re.Match[str]) -> str:
        """`1.2.3`."""
        return " point ".join(self._english.cardinal(int(each)) for each in match[0].split("."))


def first_rules(english: English) -> tuple[Rule, ...]:
    """The rules for what is more than a number, which other rules must not take apart."""
    counts = _Counts(english)
    dialled = r"911|999|112|411|000|111|101"
    return (
        rule(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", "\u00a0\u202f\u2009"),
        rule(r"(?<![\w.,])(\d{1,3}) (?=000(?![\w,-]))", r"\1", "0"),
        rule(
            r"(?<![\w.,+])(?:\+\d{1,3}[ .-]\d{1,5}(?:[ .-]\d{2,4}){1,4}"
            r"|(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[.-]\d{4}"
            r"|0\d{2,4}[ -]\d{3,4}(?:[ -]\d{3,4})?|\d{3}-\d{4})(?![\w-])",
            _phone,
            DIGITS,
        ),
        rule(rf"\b({_CALLS})\s({dialled})\b", _emergency, "190", re.IGNORECASE),
        rule(rf"\b({_ROOMS}|Flight)\s([1-9]\d[0-9]{{1,2}})(?![\w,-]|\.\d)", _room, DIGITS),
        rule(
            rf"(?<![\w.,/$£€])(?:(?P<whole>{_NUMBER})(?:\s|\sand\s|-))?(?P<above>\d{{1,4}})[/⁄](?P<below>[1-9]\d{{0,3}})(?![\w/]|\.\d)",
            counts.fraction,
            "/⁄",
        ),
        rule(
            rf"(?:(?<![\w.,])(?P<whole>{_NUMBER})[\s-]?)?(?P<sign>[{''.join(_HALVES)}])",
            counts.sign,
            _HALVES,
        ),
    )


def last_rules(english: English) -> tuple[Rule, ...]:
    """The rules for whatever numbers are left."""
    counts = _Counts(english)
    return (
        rule(
            rf"(?<![\w.,-])({_NUMBER})\s?[-–—]\s?({_NUMBER})(?![\w-]|[.,]\d)", counts.range, "-–—"
        ),
        rule(rf"(?<![\w.])({_NUMBER})(?:st|nd|rd|th|ST|ND|RD|TH)\b", counts.place, "tdTD"),
        rule(rf"(?<![\w.,])({_NUMBER})[-‐‑](?=[^\W\d_])", counts.compound, "-‐‑"),
        rule(r"(?<![\w.,])\d{1,4}(?:\.\d{1,4}){2,5}(?!\w|\.\d)", counts.version, "."),
        rule(r"(?<![\w.,])(?:0\d+|\d{16,})(?![\w]|[.,]\d)", _leading_zero, DIGITS),
        rule(
            rf"(?<!\w)(?<!\d[.,])(?:(?<![^\s(])(?P<minus>[-−](?=[\d.])))?(?P<whole>{_NUMBER})?(?:(?<![.])\.(?P<part>\d{{1,20}}))?"
            r"(?<=\d)(?![\w]|[.,]\d)",
            counts.number,
            DIGITS,
        ),
    )
