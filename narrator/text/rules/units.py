"""Measures: what stands behind a number."""

import re

from narrator.languages import either
from narrator.languages.spoken import Signs

from ..rewriting import DIGITS, Rule, rule
from .locale import English
from .neighbours import kinds
from .powers import RAISED, powers

_SENTENCE = re.compile(r"\s+[\"“‘'(]*[A-Z]")
_REACH = 14
SIGNS = frozenset("°º℃℉²³%√π≤≥≠<>~→♥" + "′″" + RAISED)


class _Measures:
    def __init__(self, english: English) -> None:
        self._words = words = english.words.units
        self._kinds = kinds(english.words.neighbours)
        self._spelling = words.american if english.is_american else {}
        self._degrees_of = words.degrees_of | words.bearings
        self._are_feet = re.compile(rf"(?:{either(words.feet_written)}),?\s?(?:\d{{1,2}})$").search

    def unit(self, match: re.Match[str]) -> str:
        """`5 km` and `a 5-km run`."""
        words, unit, gap, stop = self._words, match["unit"], match["gap"], match["stop"]
        if (unit in words.glued and gap) or (unit == "in" and not self._is_inches(match)):
            return match[0]
        one, many = words.said[unit]
        name = self._spelled(one if gap == "-" or self._is_one(match) else many)
        ends = stop and (unit not in words.pointed or match.end() == len(match.string))
        return f"{gap or ' '}{name}{'.' if ends else ''}"

    def _spelled(self, name: str) -> str:
        for elsewhere, here in self._spelling.items():
            name = name.replace(elsewhere, here)
        return name

    def _is_inches(self, match: re.Match[str]) -> bool:
        """Whether `in` is no preposition: behind feet, or with a stop that ends no sentence."""
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        if self._are_feet(before) or not match["gap"]:
            return True
        return bool(match["stop"]) and not _SENTENCE.match(match.string, match.end())

    def _is_one(self, match: re.Match[str]) -> bool:
        """Whether it is one of a measure, or a measure that says what kind a thing is."""
        text, start = match.string, match.start()
        while start > 0 and (text[start - 1].isdigit() or text[start - 1] in ".,½¼¾"):
            start -= 1
        if text[start : match.start()] == "1":
            return True
        return self._kinds.names_a_kind(text, start, match.end())

    def degrees(self, match: re.Match[str]) -> str:
        """`20 °C`, `40° N`."""
        one, many = self._words.degrees
        of = self._degrees_of.get(match[1] or "", "")
        return f" {one if self._is_one(match) else many}{' ' if of else ''}{of}"

    def height(self, match: re.Match[str]) -> str:
        """`6'2"`."""
        feet, inches = match.groups()
        return f"{feet} {self._words.feet[0]}" + (f" {inches}" if inches else "")

    def feet(self, match: re.Match[str]) -> str:
        """`30′`."""
        one, many = self._words.feet
        is_one = match[1] == "1" or self._kinds.names_a_kind(match.string, *match.span())
        return f"{match[1]} {one if is_one else many}"

    def inches(self, match: re.Match[str]) -> str:
        """`30″`."""
        return f"{match[1]} {self._words.inches[match[1] != '1']}"


def first(english: English) -> tuple[Rule, ...]:
    """The rules for feet and inches; before apostrophes and quotation marks are dropped."""
    measures = _Measures(english)
    dimension = rf"(?=\s(?:{either(english.words.units.dimensions)})\b|\s?[x×]\s?\d)"
    return (
        rule(r"(?<![\w.,])(\d)\s?['’′]\s?-?(\d\d?)\s?(?:[\"”″]|''|’’)", measures.height, "'’′"),
        rule(r"(?<![\w.,'’])(\d)['’′](\d\d?)(?=[\s.,;:!?]|\Z)", measures.height, "'’′"),
        rule(r"(?<![\w.,])(\d{1,4})′", measures.feet, "′"),
        rule(rf"(?<![\w.,])(\d{{1,4}})['’]{dimension}", measures.feet, "'’"),
        rule(r"(?<![\w.,])(\d{1,3})″", measures.inches, "″"),
        rule(rf"(?<![\w.,])(\d{{1,3}})[\"”]{dimension}", measures.inches, '"”'),
    )


def _sums(words: Signs) -> tuple[Rule, ...]:
    said = words.said
    return (
        *powers(said["^"], said["−"], simple="²³"),
        rule(r"(?<![\w²])([A-Za-z])²", rf"\1 {said['²']}", "²"),
        rule(r"(?<![\w³])([A-Za-z])³", rf"\1 {said['³']}", "³"),
        rule(r"(?<=\d)²", f" {said['²']}", "²"),
        rule(r"(?<=\d)³", f" {said['³']}", "³"),
        rule(r"√\s?(?=\w)", f"{said['√']} ", "√"),
        rule(r"(?<!\w)π(?!\w)", said["π"], "π"),
        rule(r"(?<=[\w)])\s?≤\s?(?=[\w(-])", f" {said['≤']} ", "≤"),
        rule(r"(?<=[\w)])\s?≥\s?(?=[\w(-])", f" {said['≥']} ", "≥"),
        rule(r"(?<=[\w)])\s?≠\s?(?=[\w(-])", f" {said['≠']} ", "≠"),
        rule(r"(?<=\d)\s<\s(?=\d)", f" {said['<']} ", "<"),
        rule(r"(?<=\d)\s>\s(?=\d)", f" {said['>']} ", ">"),
        rule(r"(?<!\w)[~≈]\s?(?=[$£€]?\d)", f"{said['~']} ", "~≈"),
        rule(r"(?<=\d)\s\*\s(?=\d)", f" {said['*']} ", "*"),
        rule(r"(?<=\w)\s?→\s?(?=\w)", f" {said['→']} ", "→"),
        rule(
            r"(?<=\b[IiWw])\s[♥❤]\ufe0f?\s(?=\w)|(?<=\b[Ww]e)\s[♥❤]\ufe0f?\s(?=\w)",
            f" {said['♥']} ",
            "♥❤",
        ),
    )


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for measures."""
    measures, words, signs = _Measures(english), english.words.units, english.words.signs
    many, of, percent = words.degrees[1], words.degrees_of, signs.said["%"]
    listed = either(words.said.keys() - {"st"})
    return (
        rule(r"(?<=\d)\s?[°º](?:\s?([CFKNSEW])\b)?", measures.degrees, "°º"),
        rule(r"\s?(?:℃|°C\b)", f" {many} {of['C']}", "℃°"),
        rule(r"\s?(?:℉|°F\b)", f" {many} {of['F']}", "℉°"),
        rule(r"\s?°", f" {many}", "°"),
        rule(r"(?<=\d)\s?sq\.?\s(?=[a-z]{4})", f" {words.square} ", "q"),
        # 21st is a place in a row, 7st a weight.
        rule(r"(?<=\d)(?P<gap>)(?P<unit>st)(?<!(?<!1)1st)(?P<stop>)(?!\w)", measures.unit, "t"),
        rule(
            rf"(?<=\d)(?P<gap>[\s-]?)(?P<unit>{listed})(?![\w²³/'’])(?P<stop>\.)?(?!\.?\w)",
            measures.unit,
            DIGITS,
        ),
        *_sums(signs),
        rule(
            r"(?<![\w.,$£€])(-?\d[\d,.]*)\s?[-–]\s?(?=\d[\d,.]*\s?%)",
            rf"\1 {signs.said['-']} ",
            "%",
        ),
        rule(r"(?<=\d)\s?%", f" {percent}", "%"),
        rule(r"(?<=\w)%", f" {percent}", "%"),
    )
