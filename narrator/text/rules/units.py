"""Measures: what stands behind a number."""

import re

from ..rewriting import DIGITS, Rule, rule
from .locale import English
from .neighbours import names_a_kind

_TABLE = {
    "km": "kilometre kilometres", "cm": "centimetre centimetres", "mm": "millimetre millimetres",
    "m": "metre metres", "mi": "mile miles", "yd": "yard yards", "yds": "yard yards",
    "ft": "foot feet", "in": "inch inches", "nm": "nanometre nanometres",
    "kg": "kilogram kilograms", "kgs": "kilogram kilograms",
    "mg": "milligram milligrams", "g": "gram grams", "lb": "pound pounds", "lbs": "pound pounds",
    "oz": "ounce ounces", "st": "stone stone", "tsp": "teaspoon teaspoons",
    "tbsp": "tablespoon tablespoons", "ml": "millilitre millilitres",
    "mL": "millilitre millilitres",
    "cl": "centilitre centilitres", "L": "litre litres", "gal": "gallon gallons",
    "pt": "pint pints", "qt": "quart quarts", "cc": "cc cc",
    "mph": "mile%per%hour miles%per%hour", "mpg": "mile%per%gallon miles%per%gallon",
    "kph": "kilometre%per%hour kilometres%per%hour",
    "km/h": "kilometre%per%hour kilometres%per%hour", "m/s": "metre%per%second metres%per%second",
    "rpm": "revolution%per%minute revolutions%per%minute",
    "bpm": "beat%per%minute beats%per%minute",
    "kW": "kilowatt kilowatts", "kWh": "kilowatt-hour kilowatt-hours", "MW": "megawatt megawatts",
    "V": "volt volts", "W": "watt watts", "hp": "horsepower horsepower", "dB": "decibel decibels",
    "Hz": "hertz hertz", "kHz": "kilohertz kilohertz", "MHz": "megahertz megahertz",
    "GHz": "gigahertz gigahertz", "KB": "kilobyte kilobytes", "kB": "kilobyte kilobytes",
    "MB": "megabyte megabytes", "GB": "gigabyte gigabytes", "TB": "terabyte terabytes",
    "hr": "hour hours", "hrs": "hour hours", "min": "minute minutes", "mins": "minute minutes",
    "sec": "second seconds", "secs": "second seconds", "ms": "millisecond milliseconds",
    "yr": "year years", "yrs": "year years", "kcal": "kilocalorie kilocalories",
    "sq ft": "square%foot square%feet", "sq. ft": "square%foot square%feet",
    "sq m": "square%metre square%metres", "sq. m": "square%metre square%metres",
    "sq mi": "square%mile square%miles", "sq. mi": "square%mile square%miles",
    "sq km": "square%kilometre square%kilometres", "sq. km": "square%kilometre square%kilometres",
    "m²": "square%metre square%metres", "km²": "square%kilometre square%kilometres",
    "m³": "cubic%metre cubic%metres", "cm³": "cubic%centimetre cubic%centimetres",
    "ft²": "square%foot square%feet",
}  # fmt: skip
_SAID = {
    unit: tuple(word.replace("%", " ") for word in words.split()) for unit, words in _TABLE.items()
}
_ALL_POINTED = "ft in lb lbs oz hr hrs min mins sec secs yd yds mi yr yrs gal pt qt sq tsp tbsp"
_POINTED = frozenset(_ALL_POINTED.split())
_GLUED = frozenset("V W L st MW".split())  # noqa: SIM905
"""Those that may be words or letters of their own: they stand right behind the number."""
_BY_LENGTH = "|".join(map(re.escape, sorted(_SAID, key=len, reverse=True)))
_NAMES = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}
_BEARINGS = {"N": " north", "S": " south", "E": " east", "W": " west"}
_FEET = re.compile(r"(?:ft\.?|feet|foot),?\s?(?:\d{1,2})$")
_SENTENCE = re.compile(r"\s+[\"“‘'(]*[A-Z]")
_REACH = 14
_DIMENSION = r"(?=\s(?:tall|high|long|wide|deep|thick|across|in|by|x|×)\b|\s?[x×]\s?\d)"


SIGNS = frozenset("°º℃℉²³%√π≤≥≠<>~→♥" + "′″")


class _Measures:
    def __init__(self, english: English) -> None:
        self._is_american = english.is_american

    def unit(self, match: re.Match[str]) -> str:
        """`5 km` and `a 5-km run`."""
        unit, gap, stop = match["unit"], match["gap"], match["stop"]
        if (unit in _GLUED and gap) or (unit == "in" and not _is_inches(match)):
            return match[0]
        one, many = _SAID[unit]
        name = self._spelled(one if gap == "-" or _is_one(match) else many)
        ends = stop and (unit not in _POINTED or match.end() == len(match.string))
        return f"{gap or ' '}{name}{'.' if ends else ''}"

    def _spelled(self, name: str) -> str:
        return (
            name.replace("metre", "meter").replace("litre", "liter") if self._is_american else name
        )


def _is_inches(match: re.Match[str]) -> bool:
    """Whether `in` is no preposition: behind feet, or with a full stop that ends no sentence."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    if _FEET.search(before) or not match["gap"]:
        return True
    return bool(match["stop"]) and not _SENTENCE.match(match.string, match.end())


def _is_one(match: re.Match[str]) -> bool:
    """Whether it is one of a measure, or a measure that says what kind a thing is."""
    text, start = match.string, match.start()
    while start > 0 and (text[start - 1].isdigit() or text[start - 1] in ".,½¼¾"):
        start -= 1
    return text[start : match.start()] == "1" or names_a_kind(text, start, match.end())


def _degrees(match: re.Match[str]) -> str:
    degree = " degree" if _is_one(match) else " degrees"
    return degree + (_NAMES | _BEARINGS).get(match[1] or "", "")


def _height(match: re.Match[str]) -> str:
    feet, inches = match.groups()
    return f"{feet} foot" + (f" {inches}" if inches else "")


def _feet(match: re.Match[str]) -> str:
    foot = (
        "foot"
        if match[1] == "1" or names_a_kind(match.string, match.start(), match.end())
        else "feet"
    )
    return f"{match[1]} {foot}"


def _inches(match: re.Match[str]) -> str:
    return f"{match[1]} inch{'' if match[1] == '1' else 'es'}"


FIRST: tuple[Rule, ...] = (
    rule(r"(?<![\w.,])(\d)\s?['’′]\s?-?(\d\d?)\s?(?:[\"”″]|''|’’)", _height, "'’′"),
    rule(r"(?<![\w.,'’])(\d)['’′](\d\d?)(?=[\s.,;:!?]|\Z)", _height, "'’′"),
    rule(r"(?<![\w.,])(\d{1,4})′", _feet, "′"),
    rule(rf"(?<![\w.,])(\d{{1,4}})['’]{_DIMENSION}", _feet, "'’"),
    rule(r"(?<![\w.,])(\d{1,3})″", _inches, "″"),
    rule(rf"(?<![\w.,])(\d{{1,3}})[\"”]{_DIMENSION}", _inches, '"”'),
)
"""Before apostrophes and quotation marks are dropped."""
_SUMS: tuple[Rule, ...] = (
    rule(r"(?<![\w²])([A-Za-z])²", r"\1 squared", "²"),
    rule(r"(?<![\w³])([A-Za-z])³", r"\1 cubed", "³"),
    rule(r"(?<=\d)²", " squared", "²"),
    rule(r"(?<=\d)³", " cubed", "³"),
    rule(r"√\s?(?=\w)", "the square root of ", "√"),
    rule(r"(?<!\w)π(?!\w)", "pi", "π"),
    rule(r"(?<=[\w)])\s?≤\s?(?=[\w(-])", " is at most ", "≤"),
    rule(r"(?<=[\w)])\s?≥\s?(?=[\w(-])", " is at least ", "≥"),
    rule(r"(?<=[\w)])\s?≠\s?(?=[\w(-])", " is not ", "≠"),
    rule(r"(?<=\d)\s<\s(?=\d)", " is less than ", "<"),
    rule(r"(?<=\d)\s>\s(?=\d)", " is greater than ", ">"),
    rule(r"(?<!\w)[~≈]\s?(?=[$£€]?\d)", "about ", "~≈"),
    rule(r"(?<=\d)\s\*\s(?=\d)", " times ", "*"),
    rule(r"(?<=\w)\s?→\s?(?=\w)", " to ", "→"),
    rule(r"(?<=\b[IiWw])\s[♥❤]\ufe0f?\s(?=\w)|(?<=\b[Ww]e)\s[♥❤]\ufe0f?\s(?=\w)", " love ", "♥❤"),
)


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for measures."""
    measures = _Measures(english)
    return (
        rule(r"(?<=\d)\s?[°º](?:\s?([CFKNSEW])\b)?", _degrees, "°º"),
        rule(r"\s?(?:℃|°C\b)", " degrees Celsius", "℃°"),
        rule(r"\s?(?:℉|°F\b)", " degrees Fahrenheit", "℉°"),
        rule(r"\s?°", " degrees", "°"),
        rule(r"(?<=\d)\s?sq\.?\s(?=[a-z]{4})", " square ", "q"),
        # 21st is a place in a row, 7st a weight.
        rule(r"(?<=\d)(?P<gap>)(?P<unit>st)(?<!(?<!1)1st)(?P<stop>)(?!\w)", measures.unit, "t"),
        rule(
            r"(?<=\d)(?P<gap>[\s-]?)(?P<unit>"
            + _BY_LENGTH.replace("|st|", "|")
            + r")(?![\w²³/'’])(?P<stop>\.)?(?!\.?\w)",
            measures.unit,
            DIGITS,
        ),
        *_SUMS,
        rule(r"(?<![\w.,$£€])(-?\d[\d,.]*)\s?[-–]\s?(?=\d[\d,.]*\s?%)", r"\1 to ", "%"),
        rule(r"(?<=\d)\s?%", " percent", "%"),
        rule(r"(?<=\w)%", " percent", "%"),
    )
