"""Sums of money: the sign stands before the sum but is said after it."""

import re

from ..numbers import LARGEST, digits
from ..rewriting import Rule, rule
from .locale import English
from .neighbours import names_a_kind

_UNITS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
}
_COUNTRIES = {"US": "", "U.S.": "", "A": "Australian ", "AU": "Australian ", "C": "Canadian "}
_SCALES = {"m": "million", "mn": "million", "b": "billion", "bn": "billion", "k": "thousand"}
_CODES = {
    "USD": "US dollars", "CAD": "Canadian dollars", "AUD": "Australian dollars", "GBP": "pounds",
    "EUR": "euros", "JPY": "yen", "CHF": "Swiss francs",
}  # fmt: skip
_EVERY = {
    "hour": "an hour", "hr": "an hour", "h": "an hour", "day": "a day", "night": "a night",
    "week": "a week", "wk": "a week", "month": "a month", "mo": "a month", "year": "a year",
    "yr": "a year", "person": "a person", "head": "a head", "piece": "a piece", "lb": "a pound",
    "kg": "a kilogram", "oz": "an ounce", "mile": "a mile", "gallon": "a gallon", "min": "a minute",
    "minute": "a minute", "pound": "a pound", "unit": "a unit", "each": "each",
}  # fmt: skip
_SUM = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"
_SCALE = r"(?:\s?(million|billion|trillion|thousand|hundred|mn|bn|[mbkMBK])\b)?"


class _Money:
    def __init__(self, english: English) -> None:
        self._english = english

    def sum(self, match: re.Match[str]) -> str:
        """`$3.50`, `£3m`, and `-$3`."""
        sign, whole, part, scale = match["sign"], match["whole"], match["part"], match["scale"]
        one, many, _, _ = _UNITS[sign]
        country = _COUNTRIES.get(match["country"] or "", "")
        minus = "minus " if match["minus"] else ""
        if scale or (part and len(part) != 2):
            scale = _SCALES.get((scale or "").lower(), scale or "")
            words = f"{self._english.decimal(whole, part)} {scale}".rstrip()
            return f"{minus}{words} {country}{one if _is_kind(match) else many}"
        return minus + self._coins(match, country, part)

    def _coins(self, match: re.Match[str], country: str, part: str | None) -> str:
        one, many, small, smalls = _UNITS[match["sign"]]
        amount = int(match["whole"].replace(",", "") or "0")
        cents = int(part or "0")
        if amount > LARGEST:
            return f"{digits(match['whole'])} {country}{many}"
        unit = country + (one if amount == 1 or _is_kind(match) else many)
        said = f"{self._english.cardinal(amount)} {unit}"
        if not cents:
            return said
        coins = f"{self._english.cardinal(cents)} {small if cents == 1 else smalls}"
        if not amount:
            return coins
        if not self._english.is_american and cents > 9:  # two pounds fifty
            return f"{said} {self._english.cardinal(cents)}"
        return f"{said} and {coins}"

    def range(self, match: re.Match[str]) -> str:
        """`$5-10`."""
        scale = match["scale"] or ""
        scale = f" {_SCALES.get(scale.lower(), scale)}" if scale else ""
        low = self._english.decimal(match["low"], None)
        high = self._english.decimal(match["high"], None)
        return f"{low} to {high}{scale} {_UNITS[match['sign']][1]}"

    def cents(self, match: re.Match[str]) -> str:
        """`50¢` and `5p`."""
        amount = int(match[1])
        pence = match[2] in "pP"
        one, many = ("penny", "pence") if pence else ("cent", "cents")
        return f"{self._english.cardinal(amount)} {one if amount == 1 else many}"

    def old_money(self, match: re.Match[str]) -> str:
        """`2s. 6d.`, shillings and pence of old."""
        pounds, shillings, pence = match["pounds"], match["shillings"], match["pence"]
        parts = [
            f"{self._english.decimal(number, None)} {_many(number, coin)}"
            for number, coin in ((pounds, "pound"), (shillings, "shilling"))
            if number
        ]
        said = " ".join(parts)
        if pence:
            said += f"{' and ' if said else ''}{self._old_pence(int(pence))}"
        return said + ("." if match[0].endswith(".") and match.end() == len(match.string) else "")

    def _old_pence(self, number: int) -> str:
        """`sixpence`: up to twelve they are one word."""
        said = self._english.cardinal(number)
        if number == 1:
            return "one penny"
        return said + ("pence" if 1 < number <= 12 else " pence")


def _is_kind(match: re.Match[str]) -> bool:
    return names_a_kind(match.string, match.start(), match.end())


def _many(number: str, unit: str) -> str:
    return unit if number == "1" else unit + "s"


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for sums of money."""
    money = _Money(english)
    signs = "".join(_UNITS)
    old = (
        rule(
            r"(?:£(?P<pounds>\d{1,4}),?\s)?\b(?P<shillings>\d{1,2})s\.,?\s?(?P<pence>\d{1,2})d\b\.?",
            money.old_money,
            "d",
        ),
        rule(
            r"£(?P<pounds>\d{1,4}),?\s(?P<shillings>\d{1,2})s\b\.?(?P<pence>)", money.old_money, "£"
        ),
        rule(r"(?P<pounds>)(?P<shillings>)(?<![\w.,])(?P<pence>\d{1,2})d\.", money.old_money, "d"),
        rule(r"(?P<pounds>)(?<![\w.,])(?P<shillings>\d{1,2})s\.(?P<pence>)", money.old_money, "s"),
    )
    pence = (
        ()
        if english.is_american
        else (rule(r"(?<![\w.,])(\d{1,2})(p)\b(?!\.\s?\d)", money.cents, "p"),)
    )
    return (
        *old,
        rule(rf"(?<=\d)\s({'|'.join(_CODES)})\b", lambda match: f" {_CODES[match[1]]}", "DPRYF"),
        rule(rf"(?<=\d)/({'|'.join(_EVERY)})\b", lambda match: f" {_EVERY[match[1]]}", "/"),
        rule(
            rf"(?P<sign>[{signs}])(?P<low>{_SUM})\s?(?:-|–|—|\bto\b)\s?(?P=sign)?(?P<high>{_SUM})"
            rf"(?![\w]*\d|[.,]\d){_SCALE.replace('(million', '(?P<scale>million')}",
            money.range,
            signs,
            re.IGNORECASE,
        ),
        rule(
            rf"(?:(?<![\w-])(?P<minus>[-−]))?(?:(?<![\w.])(?P<country>US|U\.S\.|AU?|C))?(?P<sign>[{signs}])\s?"
            rf"(?P<whole>{_SUM}|(?=\.\d))(?:\.(?P<part>\d{{1,4}}))?(?![\d,]*\d)"
            rf"{_SCALE.replace('(million', '(?P<scale>million')}",
            money.sum,
            signs,
        ),
        rule(r"(?<![\w.,])(\d{1,4})\s?(¢)", money.cents, "¢"),
        *pence,
    )
