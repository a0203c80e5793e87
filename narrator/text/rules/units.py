"""Measures: what stands behind a number."""

import re

from ..rewriting import DIGITS, Rule, rule

_UNITS = {
    "km": "kilometre kilometres", "cm": "centimetre centimetres", "mm": "millimetre millimetres",
    "m": "metre metres", "mi": "mile miles", "yd": "yard yards", "yds": "yard yards",
    "ft": "foot feet", "kg": "kilogram kilograms", "kgs": "kilogram kilograms",
    "mg": "milligram milligrams", "g": "gram grams", "lb": "pound pounds", "lbs": "pound pounds",
    "oz": "ounce ounces", "ml": "millilitre millilitres", "cl": "centilitre centilitres",
    "mph": "mile%an%hour miles%an%hour", "kph": "kilometre%an%hour kilometres%an%hour",
    "km/h": "kilometre%an%hour kilometres%an%hour", "m/s": "metre%a%second metres%a%second",
    "kW": "kilowatt kilowatts", "kWh": "kilowatt-hour kilowatt-hours", "MW": "megawatt megawatts",
    "Hz": "hertz hertz", "kHz": "kilohertz kilohertz", "MHz": "megahertz megahertz",
    "GHz": "gigahertz gigahertz", "KB": "kilobyte kilobytes", "kB": "kilobyte kilobytes",
    "MB": "megabyte megabytes", "GB": "gigabyte gigabytes", "TB": "terabyte terabytes",
    "hr": "hour hours", "hrs": "hour hours", "min": "minute minutes", "mins": "minute minutes",
    "sec": "second seconds", "secs": "second seconds", "ms": "millisecond milliseconds",
    "yr": "year years", "yrs": "year years", "gal": "gallon gallons", "pt": "pint pints",
    "sq ft": "square%foot square%feet", "sq. ft": "square%foot square%feet",
    "sq m": "square%metre square%metres", "rpm": "revolution%a%minute revolutions%a%minute",
    "m²": "square%metre square%metres", "km²": "square%kilometre square%kilometres",
    "m³": "cubic%metre cubic%metres", "cm³": "cubic%centimetre cubic%centimetres",
    "ft²": "square%foot square%feet", "dB": "decibel decibels", "V": "volt volts",
    "W": "watt watts", "cc": "cc cc", "hp": "horsepower horsepower", "st": "stone stone",
}  # fmt: skip
_SAID = {
    unit: tuple(word.replace("%", " ") for word in words.split()) for unit, words in _UNITS.items()
}
_POINTED = frozenset("ft lb lbs oz hr hrs min mins sec secs yd yds mi yr yrs gal pt sq".split())  # noqa: SIM905
_GLUED = frozenset("m g V W st MW in".split())  # noqa: SIM905
"""Those that may be words or letters of their own: they stand right behind the number."""
_BY_LENGTH = "|".join(map(re.escape, sorted(_SAID, key=len, reverse=True)))
_NAMES = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}
_THING = re.compile(r"\s[a-z]{3,}")
_A = re.compile(r"\b(?:a|an|the|his|her|their|this|that|my|our)\s(?:[\d,.]+)$", re.I)
_REACH = 14


SIGNS = frozenset("°º℃℉²³%")


def _unit(match: re.Match[str]) -> str:
    unit, gap, stop = match["unit"], match["gap"], match["stop"]
    if (unit in _GLUED and gap) or unit == "st":
        return match[0]
    one, many = _SAID[unit]
    name = one if _is_single(match) or gap == "-" else many
    ends = stop and (unit not in _POINTED or match.end() == len(match.string))
    return f"{gap or ' '}{name}{'.' if ends else ''}"


def _is_single(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    if re.search(r"(?<![\d.,])1$", before):
        return True
    after = match.string[match.end() : match.end() + _REACH]
    return bool(_A.search(before) and _THING.match(after) and match["gap"] == "-")


def _degrees(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 3) : match.start()]
    degree = " degree" if re.search(r"(?<![\d.,])1$", before) else " degrees"
    return degree + _NAMES.get(match[1] or "", "")


def _height(match: re.Match[str]) -> str:
    feet, inches = match.groups()
    return f"{feet} foot" + (f" {inches}" if inches else "")


FIRST: tuple[Rule, ...] = (
    rule(r"(?<![\w.,])(\d)\s?['’′]\s?(\d\d?)\s?(?:[\"”″]|'')", _height, "'’′"),
)
"""Before apostrophes and quotation marks are dropped."""
RULES: tuple[Rule, ...] = (
    rule(r"(?<=\d)\s?[°º](?:\s?([CFK])\b)?", _degrees, "°º"),
    rule(r"\s?(?:℃|°C\b)", " degrees Celsius", "℃°"),
    rule(r"\s?(?:℉|°F\b)", " degrees Fahrenheit", "℉°"),
    rule(r"\s?°", " degrees", "°"),
    rule(
        r"(?<=\d)(?P<per>)(?P<gap>[\s-]?)(?P<unit>"
        + _BY_LENGTH
        + r")(?![\w²³/'’])(?P<stop>\.)?(?!\.?\w)",
        _unit,
        DIGITS,
    ),
    rule(r"(?<=\d)²", " squared", "²"),
    rule(r"(?<=\d)³", " cubed", "³"),
    rule(r"(?<![\w.,$£€])(-?\d[\d,.]*)\s?[-–]\s?(?=\d[\d,.]*\s?%)", r"\1 to ", "%"),
    rule(r"(?<=\d)\s?%", " percent", "%"),
    rule(r"(?<=\w)%", " percent", "%"),
)
