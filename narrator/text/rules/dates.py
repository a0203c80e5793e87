"""Dates, years and decades."""

import re

from ..numbers import cardinal, plural
from ..rewriting import DIGITS, Rule, rule
from .locale import English

_YEARLY = "January February March April May June July August September October November December"
_MONTHS = tuple(_YEARLY.split())
_SHORT = {month[:3]: month for month in _MONTHS} | {"Sept": "September"}
_NAMES = "|".join([*_MONTHS, *(f"{short}\\.?" for short in _SHORT if short != "May")])
_MONTH = rf"(?P<month>{_NAMES})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<year>[12]\d{3})"
_WEEKDAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
    "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
_COUNTED = re.compile(
    r"[\s-](?:[a-z]+ed\s|[a-z]+er\s|other\s|such\s)?(?:(?!was\b|is\b|has\b|as\b|this\b|its\b|his\b"
    r"|yes\b|across\b|thus\b|perhaps\b|always\b|sometimes\b|besides\b|towards\b|unless\b)"
    r"[a-z]{2,}s\b|people\b|men\b|women\b|children\b|feet\b|sheep\b|horse\b|foot\b|percent\b"
    r"|per\b|yen\b|miles\b|km\b|kg\b|mph\b|of\s(?:them|us|these|those)\b|or\sso\b|more\b|head\b)"
)
"""What follows a number that is a count and no year."""
_DATED = re.compile(
    r"\b(?:in|since|until|till|circa|year|early|late|mid|summer|spring|autumn|fall|winter"
    rf"|christmas|{'|'.join(_MONTHS).lower()})[\s-]$"
)
_UNIT = re.compile(r"\s(?:pounds|dollars|feet|miles|yards|pieces|days|years|ways)\b")
_IS_VERB = re.compile(
    r"\s(?!and\b|at\b|he\b|i\b|in\b|is\b|it\b|on\b|she\b|the\b|to\b|was\b|we\b)[a-z]"
)
_REACH = 14


class _Dates:
    def __init__(self, english: English) -> None:
        self._english = english

    def month_first(self, match: re.Match[str]) -> str:
        """`May 5, 1998`."""
        month = match["month"]
        if month in ("May", "March") and not match["year"] and not match["th"]:
            after = match.string[match.end() : match.end() + _REACH]
            if _IS_VERB.match(after):
                return match[0]
        the = "" if self._english.is_american else "the "
        return f"{_month(month)} {the}{self._day(match)}{self._in_year(match)}"

    def day_first(self, match: re.Match[str]) -> str:
        """`5 May 1998`."""
        said = f"{self._day(match)} of {_month(match['month'])}{self._in_year(match)}"
        before = match.string[max(0, match.start() - _REACH) : match.start()].lower()
        return said if before.endswith(("the ", "every ")) else f"the {said}"

    def month_and_year(self, match: re.Match[str]) -> str:
        """`Dec. 1998`, and `May 2003`."""
        return f"{_month(match['month'])} {self._english.year(int(match['year']))}"

    def in_figures(self, match: re.Match[str]) -> str:
        """`5/12/1998`, `1998-12-05`."""
        figures = match.groupdict()
        first, second = int(figures["first"]), int(figures["second"])
        iso = len(figures["year"]) == 4 and match.start("year") == match.start()
        month, day = (first, second) if iso or self._english.is_american else (second, first)
        if month > 12:
            month, day = day, month
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return match[0]
        number = int(figures["year"])
        said = self._english.year(number) if number >= 100 else _short_year(number)
        if self._english.is_american:
            return f"{_MONTHS[month - 1]} {self._english.ordinal(day)}, {said}"
        return f"the {self._english.ordinal(day)} of {_MONTHS[month - 1]} {said}"

    def days(self, match: re.Match[str]) -> str:
        """`June 6-8`."""
        first, last = (self._english.ordinal(int(match[each])) for each in ("day", "last"))
        the = "" if self._english.is_american else "the "
        return f"{_month(match['month'])} {the}{first} to {the}{last}{self._in_year(match)}"

    def span(self, match: re.Match[str]) -> str:
        """`1914-18`."""
        first, last = match.groups()
        end = self._english.year(int(last)) if len(last) == 4 else _short_year(int(last))
        return f"{self._english.year(int(first))} to {end}"

    def decade(self, match: re.Match[str]) -> str:
        """`the 1920s`, `'60s`."""
        if match[1]:
            return plural(self._english.year(int(match[1])))
        return plural(cardinal(int(match[2])))

    def era(self, match: re.Match[str]) -> str:
        """`44 BC`, `AD 1066`, `AD 410`."""
        said = match[0].replace(match["year"], self._early_year(int(match["year"])))
        return re.sub(r"^A\.?D\.?", "A.D.", said)

    def _early_year(self, number: int) -> str:
        """A year of three digits is said as one of four is."""
        century, rest = divmod(number, 100)
        if not 1 <= century <= 9:
            return self._english.year(number)
        return f"{cardinal(century)} {_short_year(rest) if rest else 'hundred'}"

    def alone(self, match: re.Match[str]) -> str:
        """Four digits: a year, unless something is counted."""
        number = int(match[1])
        before = match.string[max(0, match.start() - _REACH) : match.start()].lower()
        after = match.string[match.end() : match.end() + 3 * _REACH]
        is_dated = _DATED.search(before)
        if (_UNIT if is_dated else _COUNTED).match(after):
            return self._english.cardinal(number)
        return self._english.year(number)

    def _day(self, match: re.Match[str]) -> str:
        return self._english.ordinal(int(match["day"]))

    def _in_year(self, match: re.Match[str]) -> str:
        if not match["year"]:
            return ""
        comma = "," if "," in match[0] else ""
        return f"{comma} {self._english.year(int(match['year']))}"


def _month(written: str) -> str:
    return _SHORT.get(written.rstrip("."), written)


def _short_year(number: int) -> str:
    return f"oh {cardinal(number)}" if number < 10 else cardinal(number)


def _weekday(match: re.Match[str]) -> str:
    return _WEEKDAYS[match[1]]


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for dates; they come before those for other numbers."""
    dates = _Dates(english)
    return (
        rule(r"(?<![\w.,])(?:(1\d\d0|20\d0)|['’‘]?([2-9]0))['’]?s\b", dates.decade, "s"),
        rule(rf"\b({'|'.join(_WEEKDAYS)})\.?(?=,?\s(?:\d|{_NAMES}))", _weekday, DIGITS),
        rule(
            r"(?<!\w)(?<!\d[./-])(?P<year>[12]\d{3})([-/])(?P<first>\d\d)\2(?P<second>\d\d)"
            r"(?![\w/-])",
            dates.in_figures,
            "-/",
        ),
        rule(
            r"(?<!\w)(?<!\d[./-])(?P<first>\d\d?)([/.-])(?P<second>\d\d?)\2(?P<year>[12]\d{3}|\d\d)(?![\w/-]|\.\d)",
            dates.in_figures,
            "-/.",
        ),
        rule(
            rf"\b{_MONTH}\s{_DAY}\s?[-–—]\s?(?P<last>3[01]|[12]\d|[1-9])(?![\w:%/]|[.,]\d)"
            rf"(?:,\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.days,
            "-–—",
        ),
        rule(
            rf"\b{_MONTH}\s(?:the\s)?{_DAY}(?P<th>st|nd|rd|th)?(?![\w:%]|[.,]\d)(?:,?\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.month_first,
            DIGITS,
        ),
        rule(
            rf"(?<![\w.,$£€]){_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.day_first,
            DIGITS,
        ),
        rule(rf"\b{_MONTH},?\s{_YEAR}(?![\w-]|[.,]\d)", dates.month_and_year, DIGITS),
        rule(
            r"(?<![\w.,$£€-])(1[1-9]\d\d|20\d\d)\s?[-–—]\s?(1[1-9]\d\d|20\d\d|\d\d)(?![\w-]|[.,]\d)",
            dates.span,
            "-–—",
        ),
        rule(r"(?<=\d\s)AD\b", "A.D.", "A"),
        rule(r"\bA\.?D\.?\s(?P<year>\d{2,4})\b", dates.era, "A"),
        rule(r"(?<![\w.])[Cc]a?\.\s?(?=[1-9]\d{2,3}\b)", "circa ", "cC"),
        rule(r"(?<=[(\s;,])b\.\s?(?=[12]\d{3}\b)", "born ", "b"),
        rule(r"(?<=[(\s;,])d\.\s?(?=[12]\d{3}\b)", "died ", "d"),
        rule(r"(?<![\w.,])(?P<year>1?\d{3})(?=\s(?:A\.?D|B\.?C|C\.?E)\b)", dates.era, "ABC"),
        rule(
            r"(?<![\w.,$£€:/-])(1[1-9]\d\d|10[1-9]\d|20\d\d)(?![\w:/-]|[.,]\d)", dates.alone, DIGITS
        ),
    )
