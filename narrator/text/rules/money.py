"""Sums of money: the sign stands before the sum but is said after it."""

import re

from narrator.languages import either
from narrator.languages.spoken import Money, Numbers

from ..numbers import LARGEST
from ..rewriting import Rule, rule
from .locale import English
from .neighbours import kinds

_SUM = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"


class _Sums:
    def __init__(self, english: English) -> None:
        self._english = english
        self.words = english.words.money
        self._kinds = kinds(english.words.neighbours)

    def sum(self, match: re.Match[str]) -> str:
        """`$3.50`, `£3m`, and `-$3`."""
        sign, whole, part, scale = match["sign"], match["whole"], match["part"], match["scale"]
        unit = self.words.currencies[sign]
        country = self.words.countries.get(match["country"] or "", "")
        country += " " if country else ""
        minus = f"{self._numbers.minus} " if match["minus"] else ""
        if scale or (part and len(part) != 2):
            scale = self.words.short_scales.get((scale or "").lower(), scale or "")
            words = f"{self._english.decimal(whole, part)} {scale}".rstrip()
            return f"{minus}{words} {country}{unit.one if self._is_kind(match) else unit.many}"
        return minus + self._coins(match, country, part)

    def _coins(self, match: re.Match[str], country: str, part: str | None) -> str:
        currency, numbers = self.words.currencies[match["sign"]], self._english.numbers
        amount = int(match["whole"].replace(",", "") or "0")
        cents = int(part or "0")
        if amount > LARGEST:
            return f"{numbers.digits(match['whole'])} {country}{currency.many}"
        is_one = amount == 1 or self._is_kind(match)
        unit = country + (currency.one if is_one else currency.many)
        said = f"{self._english.cardinal(amount)} {unit}"
        if not cents:
            return said
        coins = (
            f"{self._english.cardinal(cents)} {currency.small if cents == 1 else currency.smalls}"
        )
        if not amount:
            return coins
        if not self._english.is_american and cents > 9:  # two pounds fifty
            return f"{said} {self._english.cardinal(cents)}"
        return f"{said}{numbers.words.joint}{coins}"

    def range(self, match: re.Match[str]) -> str:
        """`$5-10`."""
        scale = match["scale"] or ""
        scale = f" {self.words.short_scales.get(scale.lower(), scale)}" if scale else ""
        low = self._english.decimal(match["low"], None)
        high = self._english.decimal(match["high"], None)
        return f"{low} {self._numbers.to} {high}{scale} {self.words.currencies[match['sign']].many}"

    def cents(self, match: re.Match[str]) -> str:
        """`50¢` and `5p`."""
        amount = int(match[1])
        coins = self.words.coins
        one, many = coins[2:4] if match[2] in "pP" else coins[4:6]
        return f"{self._english.cardinal(amount)} {one if amount == 1 else many}"

    def old_money(self, match: re.Match[str]) -> str:
        """`2s. 6d.`, shillings and pence of old."""
        pounds, shillings, pence = match["pounds"], match["shillings"], match["pence"]
        parts = [
            f"{self._english.decimal(number, None)} {_many(number, coin)}"
            for number, coin in ((pounds, self.words.coins[0]), (shillings, self.words.coins[1]))
            if number
        ]
        said = " ".join(parts)
        if pence:
            said += f"{self._numbers.joint if said else ''}{self._old_pence(int(pence))}"
        return said + ("." if match[0].endswith(".") and match.end() == len(match.string) else "")

    def _old_pence(self, number: int) -> str:
        """`sixpence`: up to twelve they are one word."""
        said = self._english.cardinal(number)
        _, _, penny, pence, _, _ = self.words.coins
        if number == 1:
            return f"{said} {penny}"
        return said + (pence if 1 < number <= 12 else f" {pence}")

    def _is_kind(self, match: re.Match[str]) -> bool:
        return self._kinds.names_a_kind(match.string, *match.span())

    @property
    def _numbers(self) -> Numbers:
        return self._english.words.numbers


def _many(number: str, unit: str) -> str:
    return unit if number == "1" else unit + "s"


def _scale(words: Money) -> str:
    """A pattern for what makes a sum larger; a single letter may be a capital."""
    letters = {short.upper() for short in words.short_scales if len(short) == 1}
    scales = either({*words.scales, *words.short_scales, *letters})
    return rf"(?:\s?(?P<scale>{scales})\b)?"


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for sums of money."""
    money = _Sums(english)
    words = money.words
    signs = "".join(words.currencies)
    scale = _scale(words)
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
        # As on the Continent: `8 €`.
        rule(
            rf"(?<![\w.,{signs}])({_SUM}(?:\.\d\d)?)\s?([{signs}])(?![\w{signs}])",
            r"\2\1",
            signs,
        ),
        rule(
            rf"(?<=\d)\s({either(words.codes)})\b",
            lambda match: f" {words.codes[match[1]]}",
            "DPRYF",
        ),
        rule(rf"(?<=\d)/({either(words.each)})\b", lambda match: f" {words.each[match[1]]}", "/"),
        rule(
            rf"(?P<sign>[{signs}])(?P<low>{_SUM})\s?(?:-|–|—|\bto\b)\s?(?P=sign)?(?P<high>{_SUM})"
            rf"(?![\w]*\d|[.,]\d){scale}",
            money.range,
            signs,
            re.IGNORECASE,
        ),
        rule(
            rf"(?:(?<![\w-])(?P<minus>[-−]))?(?:(?<![\w.])(?P<country>{either(words.countries)}))?(?P<sign>[{signs}])\s?"
            rf"(?P<whole>{_SUM}|(?=\.\d))(?:\.(?P<part>\d{{1,4}}))?(?![\d,]*\d)"
            rf"{scale}",
            money.sum,
            signs,
        ),
        rule(r"(?<![\w.,])(\d{1,4})\s?(¢)", money.cents, "¢"),
        *pence,
    )
