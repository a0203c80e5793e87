"""Numbers: phone numbers, ranges, fractions, places in a row, and what is left."""

import re

from ..numbers import by_pairs, cardinal, digits, ordinal, plural
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
    r"|Boeing|Airbus|Rooms|Locker|Platoon|Squadron|Cabin|Gate|Tower|Channel"
)
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_JETS = "707|717|727|737|747|757|767|777|787"
_CALIBRES = "22|25|32|38|44|45|50|270|303|308|357|410|455"
_OWNED = r"(?:an?|the|his|her|my|your|that|this|one|another|old|loaded|Colt|Magnum|Webley|with)"
_GUNS = (
    r"(?:[\s-](?:cal|caliber|calibre|magnum|revolver|pistol|rifle|automatic|special|colt|bullet"
    r"|round|slug|handgun|shell|gun)s?\b)"
)
_CALLS = r"call|called|calling|dial|dialed|dialled|dialing|dialling|ring|rang|phone|phoned"


FRACTIONS = frozenset(_HALVES)
_HALF_OF = re.compile(r"\s(?:an?|the|his|her|its|my|our|your|their|this|that)\b")
_AN = re.compile(r"\ban?\s$", re.IGNORECASE)


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
    return f"{match[1]} {by_pairs(match[2])}"


def _jet(match: re.Match[str]) -> str:
    said = by_pairs(match[2])
    return match[1] + (plural(said) if match[3] else said)


def _calibre(match: re.Match[str]) -> str:
    before, calibre = match[1] or match[3] or "", match[2] or match[4]
    return before + by_pairs(calibre)


def _house(match: re.Match[str]) -> str:
    """`221B`: a house, a flat, a seat."""
    number, letter = match.groups()
    said = by_pairs(number) if len(number) > 2 else cardinal(int(number))
    return f"{said} {letter}"


def _address(match: re.Match[str]) -> str:
    """`192.168.0.1`."""
    groups = match[0].split(".")
    return " dot ".join(
        by_pairs(each) if len(each) == 3 else cardinal(int(each)) for each in groups
    )


def _several(match: re.Match[str]) -> str:
    """`the 5's`, `two 10s`, `0s and 1s`."""
    return plural(cardinal(int(match[1])))


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
        return self._mixed(match, above, below)

    def sign(self, match: re.Match[str]) -> str:
        """`½`, `2½`."""
        return self._mixed(match, *_HALVES[match["sign"]])

    def _mixed(self, match: re.Match[str], above: int, below: int) -> str:
        whole, part = match["whole"], _part(above, below)
        if not whole:
            is_half_of = (above, below) == (1, 2) and _HALF_OF.match(match.string, match.end())
            after_an = _AN.search(match.string[max(0, match.start() - 4) : match.start()])
            return part.removeprefix("one ") if is_half_of or after_an else part
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

    def goals(self, match: re.Match[str]) -> str:
        """`3-0`, three nil, where one says so."""
        scores = map(int, re.findall(r"\d+", match[0]))
        return " ".join(cardinal(each) if each else "nil" for each in scores)

    def formation(self, match: re.Match[str]) -> str:
        """`4-4-2`: figures in a row."""
        return " ".join(self._english.cardinal(int(each)) for each in re.findall(r"\d+", match[0]))

    def version(self, match: re.Match[str]) -> str:
        """`1.2.3`."""
        return " point ".join(self._english.cardinal(int(each)) for each in match[0].split("."))


SEVERAL: tuple[Rule, ...] = (rule(r"(?<![\w.,])(\d{1,3})['’]s(?![\w'’-])", _several, "s"),)
"""Before apostrophes are dropped."""


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
        rule(rf"\b({_ROOMS})\s([1-9]\d[0-9]{{1,2}})(?![\w-]|[.,]\d)", _room, DIGITS),
        rule(
            rf"(\b(?:an?|the|two|our|that|this)\s)({_JETS})(s?)(?![\w,-]|\.\d)",
            _jet,
            "7",
            re.IGNORECASE,
        ),
        rule(
            rf"((?:\A|\s))\.({_CALIBRES})(?={_GUNS})"
            rf"|(\b{_OWNED}\s)\.({_CALIBRES})(?![\w%]|\.\d)",
            _calibre,
            ".",
            re.IGNORECASE,
        ),
        rule(rf"(?<![\w.,]){_BYTE}(?:\.{_BYTE}){{3}}(?!\w|\.\d)", _address, "."),
        rule(r"(?<=\b[A-Z]{2}\s)\d{5}(?![\w,-]|\.\d)", _phone, DIGITS),
        rule(r"(?<=\d)x(?=\d)", " by ", "x"),
        rule(r"(?<![\w.])v\.?(?=\d{1,3}(?:\.\d{1,4})+)", "version ", "v"),
        rule(r"(?<=\d)x(?![\w'’])", " times", "x"),
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


def last_rules(english: English) -> tuple[Rule, ...]:
    """The rules for whatever numbers are left."""
    counts = _Counts(english)
    nil = r"(?<![\w.,-])(?:(0)\s?[-–—]\s?(\d\d?)|(\d\d?)\s?[-–—]\s?(0))(?![\w-]|[.,]\d)"
    return (
        rule(r"(?<![\w.,-])\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w-]|[.,]\d)", counts.formation, "-–"),
        *(() if english.is_american else (rule(nil, counts.goals, "0"),)),
        rule(
            rf"(?<![\w.,])({_NUMBER})\s[-−–]\s({_NUMBER})(?=\s?(?:=|equals\b))",
            r"\1 minus \2",
            "-−–",
        ),
        rule(
            rf"(?<![\w.,-])({_NUMBER})\s?[-–—]\s?({_NUMBER})(?![\w-]|[.,]\d)", counts.range, "-–—"
        ),
        rule(r"(?<![\w.,-])(\d{1,4})([A-Z])(?=\s[A-Z][a-z]|[\s,;:!?.”\"]|\Z)", _house, DIGITS),
        rule(rf"(?<![\w.])({_NUMBER})(?:st|nd|rd|th|ST|ND|RD|TH)\b", counts.place, "tdTD"),
        rule(rf"(?<![\w.,])({_NUMBER})[-‐‑](?=[^\W\d_])", counts.compound, "-‐‑"),
        rule(r"(?<![\w.,])(\d{1,4})s(?![\w'’-])", _several, "s"),
        rule(r"(?<![\w.,])\d{1,4}(?:\.\d{1,4}){2,5}(?!\w|\.\d)", counts.version, "."),
        rule(r"(?<![\w.,])(?:0\d+|\d{16,})(?![\w]|[.,]\d)", _leading_zero, DIGITS),
        rule(
            rf"(?<!\w)(?<!\d[.,])(?:(?<![^\s(])(?P<minus>[-−](?=[\d.])))?(?P<whole>{_NUMBER})?(?:(?<![.])\.(?P<part>\d{{1,20}}))?"
            r"(?<=\d)(?![\w]|[.,]\d)",
            counts.number,
            DIGITS,
        ),
    )
