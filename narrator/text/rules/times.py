"""Times of day."""

import re

from ..numbers import cardinal
from ..rewriting import DIGITS, Rule, rule

_HALF = r"(?:\s?(?P<half>[ap])\.?\s?m\b(?P<stop>\.(?!\w))?)"
_REACH = 12


def _time(match: re.Match[str]) -> str:
    """`10:30`, `5 p.m.`, `17:45:10`."""
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    if match[0] in ("00:00", "0:00"):
        return "midnight"
    half = match["half"] and f" {match['half'].lower()}.m."
    if hour > 24 or int(minute or 0) > 59:
        return _figures(match)
    said = cardinal(hour)
    if minute and int(minute):
        said += f" {_minutes(int(minute))}"
    elif minute and hour > 12 and not half:
        said += " hundred"
    elif minute and not half:
        said += _oclock(match)
    if second:
        said += f" and {cardinal(int(second))} second{'' if int(second) == 1 else 's'}"
    return said + (half or "")


def _minutes(minute: int) -> str:
    return f"oh {cardinal(minute)}" if minute < 10 else cardinal(minute)


def _oclock(match: re.Match[str]) -> str:
    """`10:00` is ten o'clock, unless it says so itself or stands in a range of numbers."""
    after = match.string[match.end() : match.end() + _REACH].lstrip().lower()
    return (
        "" if after.startswith(("o'clock", "o’clock", "hours", "noon", "midnight")) else " o'clock"
    )


def _figures(match: re.Match[str]) -> str:
    """No time after all: a score, a verse."""
    parts = [part for part in (match["hour"], match["minute"], match["second"]) if part]
    said = " ".join(cardinal(int(part)) for part in parts)
    return said + (f" {match['half'].lower()}.m." if match["half"] else "")


def _military(match: re.Match[str]) -> str:
    """`0800 hours`."""
    hour, minute = match[1], match[2]
    said = f"{'oh ' if hour[0] == '0' else ''}{cardinal(int(hour))}"
    return f"{said} {'hundred' if minute == '00' else _minutes(int(minute))} hours"


def _with_a_point(match: re.Match[str]) -> str:
    """`the 12.15 to Ripon`, `at 7.30`."""
    return f"{match[1]}:{match[2]}"


def _numbered(match: re.Match[str]) -> str:
    """`1 Corinthians`."""
    return {"1": "First", "2": "Second", "3": "Third"}[match[1]] + match[2]


def _ratio(match: re.Match[str]) -> str:
    return f"{match[1]} to {match[2]}"


def _verse(match: re.Match[str]) -> str:
    """Chapter and verse, 3:16: the numbers and nothing else."""
    last = f" to {cardinal(int(match['last']))}" if match["last"] else ""
    return f"{match['book']} {cardinal(int(match[2]))} {cardinal(int(match[3]))}{last}"


_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra"
    "|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Lamentations|Ezekiel"
    "|Daniel|Hosea|Joel|Amos|Jonah|Micah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians"
    "|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|James|Peter|Revelation"
)

_OF_TRAINS = r"\s(?:to|from|for|train|express|bus|boat|ferry|flight|up|down|out|out\sof)\b"
_CLOCKED = r"(0?[1-9]|1\d|2[0-3])\.([0-5]\d)"

MILITARY: tuple[Rule, ...] = (rule(r"\b([012]\d)([0-5]\d)\s?(?:hours|hrs)\b", _military, "h"),)
"""Before four digits are taken for a year."""
BRITISH: tuple[Rule, ...] = (
    rule(rf"(?<=\b[Tt]he\s){_CLOCKED}(?={_OF_TRAINS})", _with_a_point, "."),
    rule(
        rf"(?<=\b[Aa]t\s){_CLOCKED}(?=[.,;!?]?(?:\s(?!per|million|billion|times|m\b|km)|\Z))",
        _with_a_point,
        ".",
    ),
)
"""Where a point stands between hours and minutes."""
RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?P<book>{_BOOKS})\s(\d{{1,3}}):(\d{{1,3}})(?:[-–](?P<last>\d{{1,3}}))?(?![\d:])",
        _verse,
        ":",
    ),
    rule(
        r"(?<![\w.,:])([123])(\s(?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter"
        r"|John)\s\d)",
        _numbered,
        "123",
    ),
    rule(
        rf"(?<![\w:.,/$£€-])(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?![\d:])(?:{_HALF})?",
        _time,
        ":",
        re.IGNORECASE,
    ),
    rule(
        rf"(?<![\w:.,/$£€])(?P<hour>1[0-2]|0?[1-9])(?:\.(?P<minute>[0-5]\d))?(?P<second>){_HALF}",
        _time,
        DIGITS,
        re.IGNORECASE,
    ),
    rule(r"(?<![\w:.,])(\d{1,3}):(\d{1,3})(?![\w:])", _ratio, ":"),
)
