"""Dates, years and decades."""

import re
from collections.abc import Callable

from narrator.languages import either
from narrator.languages.spoken import Calendar

from ..numbers import plural
from ..rewriting import DIGITS, Rule, rule
from .locale import English

_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<year>[12]\d{3})"
_REACH = 14


class _Dates:
    def __init__(self, english: English) -> None:
        self._english = english
        self._words = words = english.words.calendar
        self._is_verb = re.compile(rf"\s(?!(?:{either(words.after_months)})\b)[a-z]").match
        self._is_unit = re.compile(rf"\s(?:{either(words.dated_counted)})\b").match
        self._is_counted = _counted(words)
        dated = either({*words.before_years, *map(str.lower, words.months)})
        self._is_dated = re.compile(rf"\b(?:{dated})[\s-]$").search

    def month_first(self, match: re.Match[str]) -> str:
        """`May 5, 1998`."""
        month = match["month"]
        if month in self._words.months_or_verbs and not match["year"] and not match["th"]:
            after = match.string[match.end() : match.end() + _REACH]
            if self._is_verb(after):
                return match[0]
        the = "" if self._english.is_american else "the "
        return f"{self._month(month)} {the}{self._day(match)}{self._in_year(match)}"

    def day_first(self, match: re.Match[str]) -> str:
        """`5 May 1998`."""
        said = f"{self._day(match)} of {self._month(match['month'])}{self._in_year(match)}"
        before = match.string[max(0, match.start() - _REACH) : match.start()].lower()
        return said if before.endswith(("the ", "every ")) else f"the {said}"

    def month_and_year(self, match: re.Match[str]) -> str:
        """`Dec. 1998`, and `May 2003`."""
        return f"{self._month(match['month'])} {self._english.year(int(match['year']))}"

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
        english = self._english
        said = english.year(number) if number >= 100 else english.numbers.two_figures(number)
        if self._english.is_american:
            return f"{self._words.months[month - 1]} {self._english.ordinal(day)}, {said}"
        return f"the {self._english.ordinal(day)} of {self._words.months[month - 1]} {said}"

    def days(self, match: re.Match[str]) -> str:
        """`June 6-8`."""
        first, last = (self._english.ordinal(int(match[each])) for each in ("day", "last"))
        the = "" if self._english.is_american else "the "
        days = f"{the}{first} {self._to} {the}{last}"
        return f"{self._month(match['month'])} {days}{self._in_year(match)}"

    def span(self, match: re.Match[str]) -> str:
        """`1914-18`."""
        first, last = match.groups()
        said = self._english.year if len(last) == 4 else self._english.numbers.two_figures
        end = said(int(last))
        return f"{self._english.year(int(first))} {self._to} {end}"

    def decade(self, match: re.Match[str]) -> str:
        """`the 1920s`, `'60s`."""
        if match[1]:
            return plural(self._english.year(int(match[1])))
        return plural(self._english.numbers.cardinal(int(match[2])))

    def era(self, match: re.Match[str]) -> str:
        """`44 BC`, `AD 1066`, `AD 410`."""
        said = match[0].replace(match["year"], self._early_year(int(match["year"])))
        return re.sub(r"^A\.?D\.?", "A.D.", said)

    def _early_year(self, number: int) -> str:
        """A year of three digits is said as one of four is."""
        century, rest = divmod(number, 100)
        if not 1 <= century <= 9:
            return self._english.year(number)
        numbers = self._english.numbers
        early = numbers.two_figures(rest) if rest else self._english.words.numbers.hundred
        return f"{numbers.cardinal(century)} {early}"

    def alone(self, match: re.Match[str]) -> str:
        """Four digits: a year, unless something is counted."""
        number = int(match[1])
        before = match.string[max(0, match.start() - _REACH) : match.start()].lower()
        after = match.string[match.end() : match.end() + 3 * _REACH]
        if (self._is_unit if self._is_dated(before) else self._is_counted)(after):
            return self._english.cardinal(number)
        return self._english.year(number)

    def _day(self, match: re.Match[str]) -> str:
        return self._english.ordinal(int(match["day"]))

    def _in_year(self, match: re.Match[str]) -> str:
        if not match["year"]:
            return ""
        comma = "," if "," in match[0] else ""
        return f"{comma} {self._english.year(int(match['year']))}"

    def _month(self, written: str) -> str:
        return self._words.short_months.get(written.rstrip("."), written)

    def weekday(self, match: re.Match[str]) -> str:
        """`Mon. 5`."""
        return self._words.weekdays[match[1]]

    @property
    def _to(self) -> str:
        return self._english.words.numbers.to


def _counted(words: Calendar) -> Callable[[str], object]:
    """What follows a number that is a count and no year."""
    return re.compile(
        r"[\s-](?:[a-z]+ed\s|[a-z]+er\s|other\s|such\s)?"
        rf"(?:(?!(?:{either(words.singular)})\b)[a-z]{{2,}}s\b"
        rf"|(?:{either(words.counted)})\b|of\s(?:them|us|these|those)\b|or\sso\b)"
    ).match


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for dates; they come before those for other numbers."""
    dates, words = _Dates(english), english.words.calendar
    names = "|".join((*words.months, *(rf"{short}\.?" for short in words.short_months)))
    weekday = rf"\b({either(words.weekdays)})\.?(?=,?\s(?:\d|{names}))"
    return (
        rule(r"(?<![\w.,])(?:(1\d\d0|20\d0)|['’‘]?([2-9]0))['’]?s\b", dates.decade, "s"),
        rule(weekday, dates.weekday, DIGITS),
        *_in_figures(dates),
        *_with_months(dates, rf"(?P<month>{names})"),
        *_years(dates, words),
    )


def _in_figures(dates: _Dates) -> tuple[Rule, ...]:
    return (
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
    )


def _with_months(dates: _Dates, month: str) -> tuple[Rule, ...]:
    return (
        rule(
            rf"\b{month}\s{_DAY}\s?[-–—]\s?(?P<last>3[01]|[12]\d|[1-9])(?![\w:%/]|[.,]\d)"
            rf"(?:,\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.days,
            "-–—",
        ),
        rule(
            rf"\b{month}\s(?:the\s)?{_DAY}(?P<th>st|nd|rd|th)?(?![\w:%]|[.,]\d)(?:,?\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.month_first,
            DIGITS,
        ),
        rule(
            rf"(?<![\w.,$£€]){_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{month}(?!\w)(?:,?\s{_YEAR}(?![\w-]|[.,]\d))?",
            dates.day_first,
            DIGITS,
        ),
        rule(rf"\b{month},?\s{_YEAR}(?![\w-]|[.,]\d)", dates.month_and_year, DIGITS),
    )


def _years(dates: _Dates, words: Calendar) -> tuple[Rule, ...]:
    return (
        rule(
            r"(?<![\w.,$£€-])(1[1-9]\d\d|20\d\d)\s?[-–—]\s?(1[1-9]\d\d|20\d\d|\d\d)(?![\w-]|[.,]\d)",
            dates.span,
            "-–—",
        ),
        rule(r"(?<=\d\s)AD\b", "A.D.", "A"),
        rule(r"\bA\.?D\.?\s(?P<year>\d{2,4})\b", dates.era, "A"),
        rule(r"(?<![\w.])[Cc]a?\.\s?(?=[1-9]\d{2,3}\b)", f"{words.circa} ", "cC"),
        rule(r"(?<=[(\s;,])b\.\s?(?=[12]\d{3}\b)", f"{words.born} ", "b"),
        rule(r"(?<=[(\s;,])d\.\s?(?=[12]\d{3}\b)", f"{words.died} ", "d"),
        rule(r"(?<![\w.,])(?P<year>1?\d{3})(?=\s(?:A\.?D|B\.?C|C\.?E)\b)", dates.era, "ABC"),
        rule(
            r"(?<![\w.,$£€:/-])(1[1-9]\d\d|10[1-9]\d|20\d\d)(?![\w:/-]|[.,]\d)", dates.alone, DIGITS
        ),
    )
