"""Sums of money: the sign stands before the sum but is said after it."""

import re

from ..numbers import LARGEST, digits
from ..rewriting import Rule, rule
from .locale import English

_UNITS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
}
_COUNTRIES = {"US": "", "U.S.": "", "A": "Australian ", "AU": "Australian ", "C": "Canadian "}
_SCALES = {"m": "million", "mn": "million", "b": "billion", "bn": "billion", "k": "thousand"}
_SUM = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"
_SCALE = r"(?:\s?(million|billion|trillion|thousand|hundred|mn|bn|m|b|k)\b)?"
_PREPOSITIONS = "a|an|and|at|by|each|every|for|from|he|if|in|is|it|less|more|of|off|on|or|out|per"
_NOT_BOUGHT = re.compile(
    rf"(?:{_PREPOSITIONS}|she|that|they|to|too|up|was|we|when|with|worth|you)\b"
)
_ONE = re.compile(r"\b(?:a|an|his|her|my|the|this|that|your|another|one|crisp|single)\s$", re.I)


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
            return f"{minus}{words} {country}{one if self._is_price_tag(match) else many}"
        return minus + self._coins(match, country, part)

    def _coins(self, match: re.Match[str], country: str, part: str | None) -> str:
        one, many, small, smalls = _UNITS[match["sign"]]
        amount = int(match["whole"].replace(",", "") or "0")
        cents = int(part or "0")
        if amount > LARGEST:
            return f"{digits(match['whole'])} {country}{many}"
        unit = country + (one if amount == 1 or self._is_price_tag(match) else many)
        said = f"{self._english.cardinal(amount)} {unit}"
        if not cents:
            return said
        coins = f"{self._english.cardinal(cents)} {small if cents == 1 else smalls}"
        return f"{said} and {coins}" if amount else coins

    @staticmethod
    def _is_price_tag(match: re.Match[str]) -> bool:
        """Whether the sum says what kind of thing something is: `a $20 bill`."""
        after = match.string[match.end() : match.end() + 12]
        before = match.string[max(0, match.start() - 10) : match.start()]
        thing = re.match(r"[\s-]([a-z]+)", after)
        return bool(thing and not _NOT_BOUGHT.match(thing[1]) and _ONE.search(before))

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
        parts = (
            [self._english.decimal(pounds, None) + " " + _many(pounds, "pound")] if pounds else []
        )
        if shillings:
            parts.append(f"{self._english.decimal(shillings, None)} {_many(shillings, 'shilling')}")
        if pence:
            word = "penny" if pence == "1" else "pence"
            parts.append(f"{self._english.decimal(pence, None)} {word}")
        stop = "." if match[0].endswith(".") and match.end() == len(match.string) else ""
        return " ".join(parts) + stop


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
