"""Times of day."""

import re

from narrator.languages import either
from narrator.languages.spoken import Times

from ..rewriting import DIGITS, Rule, rule
from .locale import English

_HALF = r"(?:\s?(?P<half>[ap])\.?\s?m\b(?P<stop>\.(?!\w))?)"
_REACH = 12


class _Clock:
    def __init__(self, english: English) -> None:
        self._numbers = english.numbers
        self._words = english.words.times
        self._with_oclock = tuple(self._words.with_oclock)

    def time(self, match: re.Match[str]) -> str:
        """`10:30`, `5 p.m.`, `17:45:10`."""
        cardinal = self._numbers.cardinal
        hour, minute, second = int(match["hour"]), match["minute"], match["second"]
        if match[0] in ("00:00", "0:00"):
            return self._words.midnight
        half = match["half"] and f" {match['half'].lower()}.m."
        if hour > 24 or int(minute or 0) > 59:
            return self._figures(match)
        said = cardinal(hour)
        if minute and int(minute):
            said += f" {self._numbers.two_figures(int(minute))}"
        elif minute and hour > 12 and not half:
            said += f" {self._numbers.words.hundred}"
        elif minute and not half:
            said += self._oclock(match)
        if second:
            unit = self._words.seconds[int(second) != 1]
            said += f"{self._numbers.words.joint}{cardinal(int(second))} {unit}"
        return said + (half or "")

    def _oclock(self, match: re.Match[str]) -> str:
        """`10:00` is ten o'clock, unless it says so itself or stands in a range of numbers."""
        after = match.string[match.end() : match.end() + _REACH].lstrip().lower()
        return "" if after.startswith(self._with_oclock) else f" {self._words.oclock}"

    def _figures(self, match: re.Match[str]) -> str:
        """No time after all: a score, a verse."""
        parts = [part for part in (match["hour"], match["minute"], match["second"]) if part]
        said = " ".join(self._numbers.cardinal(int(part)) for part in parts)
        return said + (f" {match['half'].lower()}.m." if match["half"] else "")

    def military(self, match: re.Match[str]) -> str:
        """`0800 hours`."""
        hour, minute, words = match[1], match[2], self._numbers.words
        said = (self._numbers.two_figures if hour[0] == "0" else self._numbers.cardinal)(int(hour))
        minutes = words.hundred if minute == "00" else self._numbers.two_figures(int(minute))
        return f"{said} {minutes} {self._words.hours}"

    def numbered(self, match: re.Match[str]) -> str:
        """`1 Corinthians`."""
        return self._words.places[int(match[1]) - 1] + match[2]

    def ratio(self, match: re.Match[str]) -> str:
        """`500:1`."""
        return f"{match[1]} {self._numbers.words.to} {match[2]}"

    def verse(self, match: re.Match[str]) -> str:
        """Chapter and verse, 3:16: the numbers and nothing else."""
        cardinal = self._numbers.cardinal
        last = f" {self._numbers.words.to} {cardinal(int(match['last']))}" if match["last"] else ""
        return f"{match['book']} {cardinal(int(match[2]))} {cardinal(int(match[3]))}{last}"


def _with_a_point(match: re.Match[str]) -> str:
    """`the 12.15 to Ripon`, `at 7.30`."""
    return f"{match[1]}:{match[2]}"


_CLOCKED = r"(0?[1-9]|1\d|2[0-3])\.([0-5]\d)"


def military(english: English) -> tuple[Rule, ...]:
    """The rules for hours of four digits, before those are taken for a year."""
    return (rule(r"\b([012]\d)([0-5]\d)\s?(?:hours|hrs)\b", _Clock(english).military, "h"),)


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for times."""
    clock, words = _Clock(english), english.words.times
    books, numbered = either(words.books), either(words.numbered_books)
    return (
        *(() if english.is_american else _with_points(words)),
        rule(
            rf"\b(?P<book>{books})\s(\d{{1,3}}):(\d{{1,3}})(?:[-–](?P<last>\d{{1,3}}))?(?![\d:])",
            clock.verse,
            ":",
        ),
        rule(rf"(?<![\w.,:])([123])(\s(?:{numbered})\s\d)", clock.numbered, "123"),
        rule(
            rf"(?<![\w:.,/$£€-])(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?![\d:])(?:{_HALF})?",
            clock.time,
            ":",
            re.IGNORECASE,
        ),
        rule(
            rf"(?<![\w:.,/$£€])(?P<hour>1[0-2]|0?[1-9])(?:\.(?P<minute>[0-5]\d))?(?P<second>){_HALF}",
            clock.time,
            DIGITS,
            re.IGNORECASE,
        ),
        rule(r"(?<![\w:.,])(\d{1,3}):(\d{1,3})(?![\w:])", clock.ratio, ":"),
    )


def _with_points(words: Times) -> tuple[Rule, ...]:
    """Where a point stands between hours and minutes."""
    no_times = rf"(?:{either(words.no_times)}|m\b)"
    return (
        rule(rf"(?<=\b[Tt]he\s){_CLOCKED}(?=\s(?:{either(words.trains)})\b)", _with_a_point, "."),
        rule(rf"(?<=\b[Aa]t\s){_CLOCKED}(?=[.,;!?]?(?:\s(?!{no_times})|\Z))", _with_a_point, "."),
    )
