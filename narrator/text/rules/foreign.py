"""The rules for languages other than English: a table each, numbers by num2words if it is there."""

import re
from functools import lru_cache
from importlib import import_module

from narrator.languages import either
from narrator.languages.spoken import Inflection, Table

from ..numbers import roman_value
from ..rewriting import DIGITS, Rule, rule

_MONEY = ("R$", "€", "$", "£")
_CAPITALS = "IVX"
_NAME = r"(?<=[a-zà-ÿ]\s)(?P<numeral>[IVX]{2,8}|[VX](?![\w.]))(?![\w'’])"
_POINTED_NAME = r"(?<=[a-zäöüß]\s)(?P<numeral>[IVX]{2,8}|[VX](?=\.))(?![\w'’])(?:\.(?=\s|\Z))?"
"""In German a full stop makes it a place in a row."""


def rules(language: str, words: Table) -> tuple[Rule, ...]:
    """The rules for `language`, an ISO 639 code; with an empty table they are for numbers only."""
    thousands = "." if words.point == "," else ","
    number = rf"\d{{1,3}}(?:[{thousands} \u00a0\u202f]\d{{3}}(?!\d)){{1,4}}|\d{{1,15}}"
    part = rf"(?:{re.escape(words.point)}(?P<part>\d{{1,9}}))?"
    say = _Numbers(language, words)
    return (
        *_roman(words, say),
        *_abbreviations(words.abbreviations),
        *_times(words, say),
        *_money(words, say, rf"(?P<whole>{number}){part}"),
        *_signs(words.signs),
        *_units(words.units),
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


class _Numbers:
    """Numbers in words, where num2words is installed and knows the language; else as they are."""

    def __init__(self, language: str, words: Table) -> None:
        self._language = language
        self._words = words
        self._inflected = words.inflection and _Endings(words.inflection)

    def number(self, match: re.Match[str]) -> str:
        """Any number."""
        whole, part = re.sub(r"\D", "", match["whole"]), match["part"]
        is_year = not part and re.fullmatch(r"1[1-9]\d\d", match["whole"])
        said = self.words(f"{whole}.{part}" if part else whole, "year" if is_year else "cardinal")
        if not said:
            return match[0]
        if part and self._words.decimal:
            said = re.sub(r" punto ", f" {self._words.decimal} ", said)
        if re.match(r"\s[^\W\d_]", match.string[match.end() : match.end() + 2]):
            said = self._before_noun(said)
        return f"{self._words.minus} {said}" if match["minus"] and self._words.minus else said

    def _before_noun(self, said: str) -> str:
        for ending, short in self._words.before_nouns.items():
            if said.endswith(ending):
                return said.removesuffix(ending) + short
        return said

    def time(self, match: re.Match[str]) -> str:
        """`10:30`."""
        hour, minute = self.words(match[1]), self.words(str(int(match[2])))
        if not hour:
            return match[0]
        clock = self._words.clock
        return f"{hour}{clock}{minute}" if int(match[2]) else (hour + clock).rstrip(" ye")

    def sum(self, match: re.Match[str]) -> str:
        """`3,50 €`."""
        whole, part = re.sub(r"\D", "", match["whole"]), match["part"]
        unit = self._words.signs[match["sign"]]
        euros = self._before_noun(self.words(whole))
        if not euros:
            return f"{match['whole']}{self._words.point + part if part else ''} {unit}"
        cents = self.words(part) if part and int(part) else ""
        return f"{euros} {unit}{self._words.cents}{cents}" if cents else f"{euros} {unit}"

    def fraction(self, match: re.Match[str]) -> str:
        """`1/2`, `2½`."""
        said = self._words.fractions[match["fraction"]]
        whole = self.words(match["whole"]) if match["whole"] else ""
        if match["whole"] and not whole:
            return match[0]
        return f"{whole}{self._words.joint}{said}" if whole else said

    def place(self, match: re.Match[str]) -> str:
        """`am 3. Mai`, `le 1er`, `1ª`."""
        said = self.words(match[1], "ordinal")
        if not said:
            return match[0]
        if self._inflected:
            return self._inflected.inflected(said, match)
        if self._words.feminine and match.groupdict().get("feminine"):
            ending, hers = self._words.feminine
            return re.sub(rf"{ending}\b", hers, said)
        return said

    def king(self, match: re.Match[str]) -> str:
        """`Louis XIV`, `Ludwig XIV.`."""
        value = roman_value(match["numeral"])
        words = match.string[max(0, match.start() - 24) : match.start()].split()
        if not value or not words or not words[-1][0].isupper():
            return match[0]
        how = self._words.kings
        low = how in ("ordinal", "the ordinal") or (how == "low" and value <= 10)
        said = self.words(str(value), "ordinal" if low else "cardinal")
        if not said:
            return match[0]
        return f"{self._words.the} {said.capitalize()}" if how == "the ordinal" else said

    def century(self, match: re.Match[str]) -> str:
        """`XIXe siècle`."""
        value = roman_value(match["numeral"])
        return (value and self.words(str(value), "ordinal")) or match[0]

    def words(self, figures: str, to: str = "cardinal") -> str:
        """`figures` in words; empty where nobody knows them."""
        return _in_words(figures, self._language, to)


class _Endings:
    """The ending of a place in a row, which the words around it ask for."""

    def __init__(self, words: Inflection) -> None:
        self._oblique = re.compile(rf"\b(?:{either(words.oblique)})\s$", re.IGNORECASE)
        self._articles = re.compile(rf"\b(?:{either(words.articles)})\s$", re.IGNORECASE)
        self._neuter = re.compile(rf"\s(?:{either(words.neuter)})")

    def inflected(self, said: str, match: re.Match[str]) -> str:
        """`said`, with its ending."""
        before = match.string[max(0, match.start() - 8) : match.start()]
        if self._oblique.search(before):
            return said + "n"
        if self._articles.search(before):
            return said
        return said + ("s" if self._neuter.match(match.string, match.end()) else "r")


def has_numbers(language: str) -> bool:
    """Whether numbers can be put into words of `language`, an ISO 639 code."""
    return bool(_in_words("1", language, "cardinal"))


@lru_cache(maxsize=10_000)
def _in_words(figures: str, language: str, to: str) -> str:
    try:
        num2words = import_module("num2words").num2words
    except ImportError:
        return ""
    try:
        value = float(figures) if "." in figures else int(figures)
        return str(num2words(value, lang=language, to=to))
    except (NotImplementedError, OverflowError, ValueError):
        return ""


def _roman(words: Table, say: _Numbers) -> tuple[Rule, ...]:
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


def _times(words: Table, say: _Numbers) -> tuple[Rule, ...]:
    if not words.clock.strip():
        return ()
    after = rf"(?:\s{words.behind_clock}\b)?" if words.behind_clock else ""
    return (
        rule(
            rf"(?<![\w:.,])([01]?\d|2[0-4])\s?(?:[:h]|h\s)([0-5]\d)(?![\w:]){after}", say.time, ":h"
        ),
    )


def _money(words: Table, say: _Numbers, number: str) -> tuple[Rule, ...]:
    signs = "|".join(re.escape(sign) for sign in _MONEY if sign in words.signs)
    if not signs:
        return ()
    return (
        rule(rf"(?<!\w)(?P<sign>{signs})\s?{number}(?![\w]|[.,]\d)", say.sum, "€$£"),
        rule(rf"(?<![\w.,]){number}\s?(?P<sign>{signs})", say.sum, "€$£"),
    )


def _signs(table: dict[str, str]) -> tuple[Rule, ...]:
    """Signs behind numbers, and `&` anywhere."""
    found = []
    for sign, word in table.items():
        escaped = re.escape(sign)
        if sign in _MONEY:
            continue
        if sign in "&§+":
            found.append(
                rule(rf"(?<=\S)\s?{escaped}\s?(?=\S)|{escaped}\s?(?=\d)", f" {word} ", sign)
            )
        else:
            found.append(rule(rf"(?<=\d)\s?{escaped}", f" {word}", sign[0]))
    return tuple(found)


def _units(table: dict[str, str]) -> tuple[Rule, ...]:
    if not table:
        return ()
    return (
        rule(
            rf"(?<=[\d½⅓⅔¼¾])\s?({either(table)})(?![\w²³/'’])", lambda m: f" {table[m[1]]}", "mgl"
        ),
    )


def _fractions(words: Table, say: _Numbers) -> tuple[Rule, ...]:
    if not words.fractions:
        return ()
    return (
        rule(
            rf"(?<![\w.,/])(?:(?P<whole>\d{{1,4}})\s?)??(?P<fraction>{either(words.fractions)})(?![\w/]|[.,]\d)",
            say.fraction,
            "/½⅓⅔¼¾",
        ),
    )


def _places(words: Table, say: _Numbers) -> tuple[Rule, ...]:
    if not words.ordinal:
        return ()
    return (rule(rf"(?<![\w.,]){words.ordinal}", say.place, DIGITS),)


def _ranges(words: Table) -> tuple[Rule, ...]:
    if not words.until:
        return ()
    return (
        rule(r"(?<![\w.,-])(\d{1,4})\s?[-–]\s?(?=\d{1,4}(?![\w-]))", rf"\1 {words.until} ", "-–"),
    )
