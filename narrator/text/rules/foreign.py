"""The rules for languages other than English: a table each, numbers by num2words."""

import re
from functools import partial

from narrator.languages import either
from narrator.languages.spoken import Place, Table

from ..characters import UNSPACED
from ..numbers import roman_value
from ..rewriting import DIGITS, Rule, rule
from .foreign_numbers import Numbers
from .powers import powers

_MONEY = ("R$", "zł", "kr", "€", "$", "£", "₽", "₺", "₹", "¥", "￥", "₴", "₪", "₩", "₫")
_SIGNS_OF_MONEY = frozenset("€$£₽₺₹¥￥₴₪₩₫zk")
_OPEN = rf"(?<![^\W{UNSPACED}])"
_CLOSED = rf"(?!(?![{UNSPACED}])\w|[.,]\d)"
"""No letter or figure before it, and behind it; where nothing parts words there may be any."""
_CAPITALS = "IVX"
_NAME = r"(?<=[a-zà-ÿā-žα-ώа-яё]\s)(?P<numeral>[IVX]{2,8}|[IVX](?![\w.]))(?![\w'’])"
_POINTED_NAME = r"(?<=[a-zäöüß]\s)(?P<numeral>[IVX]{2,8}|[VX](?=\.))(?![\w'’])(?:\.(?=\s|\Z))?"
"""In German a full stop makes it a place in a row."""


def rules(language: str, words: Table) -> tuple[Rule, ...]:
    """The rules for `language`, an ISO 639 code; with an empty table they are for numbers only."""
    thousands = "." if words.point == "," else ","
    number = rf"\d{{1,3}}(?:[{thousands} \u00a0\u202f]\d{{3}}(?!\d)){{1,4}}|\d{{1,15}}"
    part = rf"(?:{re.escape(words.point)}(?P<part>\d{{1,9}}))?"
    say = Numbers(language, words)
    return (
        *_roman(words, say),
        *_abbreviations(words.abbreviations),
        *_placed(words, say),
        *_times(words, say),
        *_before_number(words.before_number),
        *_money(words, say, rf"(?P<whole>{number}){part}"),
        *_signs(words.signs, say),
        *_units(words.units, say),
        *(powers(words.signs["^"], words.minus) if "^" in words.signs else ()),
        *_fractions(words, say),
        *_places(words, say),
        *_ranges(words),
        rule(
            rf"(?<![\w.,])(?:(?<![^\s(])(?P<minus>[-−])(?=\d))?(?P<whole>{number}){part}"
            r"(?![\w]|[.,]\d)",
            say.number,
            DIGITS,
        ),
    )


def _roman(words: Table, say: Numbers) -> tuple[Rule, ...]:
    """Behind a label a Roman numeral is a number; in figures, so that it is said as any other."""
    if not words.labels:
        return ()
    labels = either({*words.labels, *map(str.upper, words.labels)})
    labelled = rule(rf"\b({labels})(\s+)([IVXLC]{{1,8}})(?![\w'’])", _figures, "IVXLC")
    century = (rule(words.century, say.century, _CAPITALS),) if words.century else ()
    king = _POINTED_NAME if words.pointed_kings else _NAME
    return (labelled, *century, rule(king, say.king, _CAPITALS))


def _figures(match: re.Match[str]) -> str:
    return match[1] + match[2] + str(roman_value(match[3]) or match[3])


def _abbreviations(table: dict[str, str]) -> tuple[Rule, ...]:
    if not table:
        return ()
    return (rule(rf"(?<![\w.])(?:{either(table)})(?=\s|$|,)", lambda match: table[match[0]]),)


def _times(words: Table, say: Numbers) -> tuple[Rule, ...]:
    if not words.clock:
        return ()
    after = rf"(?:\s{words.behind_clock}\b)?" if words.behind_clock else ""
    hour, minute = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
    found = [rule(rf"(?<![\w:.,]){hour}\s?(?:[:h]|h\s){minute}(?![\w:]){after}", say.time, ":h")]
    if words.behind_clock:
        found.append(rule(rf"(?<![\w:.,]){hour}\.{minute}\s{words.behind_clock}\b", say.time, "."))
    if words.before_clock:
        before = rf"\b(?P<before>{either(words.before_clock)})\s"
        found.append(rule(rf"{before}{hour}\.{minute}(?![\w.:]|,\d)", partial(_behind, say), "."))
    return tuple(found)


def _behind(say: Numbers, match: re.Match[str]) -> str:
    return f"{match['before']} {say.time(match)}"


def _money(words: Table, say: Numbers, number: str) -> tuple[Rule, ...]:
    signs = "|".join(re.escape(sign) for sign in _MONEY if sign in words.signs)
    if not signs:
        return ()
    return (
        rule(rf"{_OPEN}(?P<sign>{signs})\s?{number}{_CLOSED}", say.sum, _SIGNS_OF_MONEY),
        rule(rf"(?<![.,]){_OPEN}{number}\s?(?P<sign>{signs}){_CLOSED}", say.sum, _SIGNS_OF_MONEY),
    )


def _signs(table: dict[str, str], say: Numbers) -> tuple[Rule, ...]:
    """Signs behind numbers; those of money, `&` and the like anywhere."""
    found = []
    for sign, word in table.items():
        escaped, last = re.escape(sign), word.split("|")[-1]
        if sign in _MONEY and sign.isalpha():
            continue
        if sign in _MONEY:
            found.append(rule(rf"\s?{escaped}\s?", f" {last} ", sign[0]))
        elif sign in "&§+№=×÷":
            found.append(
                rule(rf"(?<=\S)\s?{escaped}\s?(?=\S)|{escaped}\s?(?=\d)", f" {last} ", sign)
            )
        else:
            found.append(
                rule(rf"(?<=\d)\s?{escaped}{_CLOSED}", partial(_formed, say, word), sign[0])
            )
    return tuple(found)


def _before_number(table: dict[str, str]) -> tuple[Rule, ...]:
    """`50%` and `%50` where the sign is said first."""
    if not table:
        return ()
    signs = either(table)

    def said(match: re.Match[str]) -> str:
        sign = match["before"] or match["behind"]
        blank = "" if table[sign][0] >= "\u0e00" else " "
        return f"{table[sign]}{blank}{match['first'] or match['last']}"

    return (
        rule(
            rf"(?P<before>{signs})\s?(?P<last>\d[\d.,]*)|(?P<first>\d[\d.,]*)\s?(?P<behind>{signs})",
            said,
            set("".join(table)),
        ),
    )


def _formed(say: Numbers, word: str, match: re.Match[str]) -> str:
    return f" {say.form_behind(word, match)}"


def _units(table: dict[str, str], say: Numbers) -> tuple[Rule, ...]:
    if not table:
        return ()

    def unit(match: re.Match[str]) -> str:
        return f" {say.form_behind(table[match[1]], match)}"

    return (rule(rf"(?<=[\d½⅓⅔¼¾])\s?({either(table)})(?![\w²³/'’])", unit, DIGITS),)


def _fractions(words: Table, say: Numbers) -> tuple[Rule, ...]:
    if not words.fractions:
        return ()
    return (
        rule(
            rf"(?<![\w.,/])(?:(?P<whole>\d{{1,4}})\s?)??(?P<fraction>{either(words.fractions)})(?![\w/]|[.,]\d)",
            say.fraction,
            "/½⅓⅔¼¾",
        ),
    )


def _placed(words: Table, say: Numbers) -> tuple[Rule, ...]:
    """Places in a row by what stands around them."""
    return tuple(
        rule(each.pattern, partial(_place, say, each), DIGITS | set(_CAPITALS))
        for each in words.places
    )


def _places(words: Table, say: Numbers) -> tuple[Rule, ...]:
    """Places in a row by their own sign."""
    if not words.ordinal:
        return ()
    return (rule(rf"(?<![\w.,]){words.ordinal}", say.place, DIGITS),)


def _place(say: Numbers, place: Place, match: re.Match[str]) -> str:
    return say.place_by(match, place)


def _ranges(words: Table) -> tuple[Rule, ...]:
    if not words.until:
        return ()
    return (
        rule(r"(?<![\w.,-])(\d{1,4})\s?[-–]\s?(?=\d{1,4}(?![\w-]))", rf"\1 {words.until} ", "-–"),
    )
