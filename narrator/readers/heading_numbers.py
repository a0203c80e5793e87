"""The numbers of headings: in figures, in Roman numerals, and in words of every language."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from narrator.languages import either, every_pack, pack_for
from narrator.languages.headings import Headings
from narrator.languages.pack import codes
from narrator.text.numbers import english_numbers, han_value, number_value, roman_value

_FIGURES = r"\d{1,4}|[ivxlcdm]{1,9}"
_ENDING = r"(?:st|nd|rd|th|[eè]re?|re|[eè](?:me)?|[ºª°])"
"""Of a number that tells a place."""
_PLACE = rf"(?P<figures>{_FIGURES})(?:{_ENDING}|\.)?"
_WORDS = re.compile(r"[^\W\d_]+")
_SIGNED = "第"
"""What a number stands behind that counts chapters in Chinese and Japanese."""
_WIDE_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_MOST_BEFORE = 3
"""Words of a heading among which `chapter` is: `The Third Book`."""
_LONGEST_WORDS = 40


class Numbered(NamedTuple):
    """A heading with a number, taken apart."""

    word: str
    """`chapter`, in small letters."""
    value: int | None
    rest: str
    """What follows the word and its number."""
    leads: bool
    """Whether the number stands before the word: `Erstes Kapitel`."""


def numbered(text: str) -> Numbered | None:
    """The parts of `Chapter IV: The Docks` and the like; None for text that is not so.

    >>> numbered("Chapter the Third").value, numbered("EERSTE HOOFDSTUK").value
    (3, 1)
    >>> numbered("The chapter was long") is None
    True
    """
    if text[0] in _SIGNED:
        return _signed(text)
    # A Turkish capital İ is a small i with a dot of its own then.
    opening = text[:_LONGEST_WORDS].casefold().replace("\u0307", "")
    if _heads().isdisjoint(_WORDS.findall(opening)[:_MOST_BEFORE]):
        return None
    best: Numbered | None = None
    for leads, pattern, words in _patterns():
        match = pattern.match(text)
        # Of two languages that know it, that which knows more: `vigésimo primeiro`.
        if match and (best is None or len(match["rest"]) < len(best.rest)):
            number = match["number"]
            value = _value(number) or (words.get_value(number) if words else None)
            best = Numbered(match["word"].lower(), value, match["rest"], leads)
    return best


def _signed(text: str) -> Numbered | None:
    """`第一章　雨夜`: what is counted stands behind its number."""
    match = _signs().match(text)
    if match is None:
        return None
    value = _value(match["number"].translate(_WIDE_DIGITS)) or han_value(match["number"])
    return Numbered(match["word"], value, match["rest"], leads=False) if value else None


@cache
def _signs() -> re.Pattern[str]:
    known = every_pack().headings
    return re.compile(
        r"第\s*(?P<number>\d{1,4}|[〇零一二三四五六七八九十百千两兩壱弐参廿]{1,9})\s*"
        rf"(?P<word>{known.part_signs.source}|{known.chapter_signs.source})"
        r"(?P<rest>(?=[\s:：、．.·—-]|$).*)",
        re.DOTALL,
    )


def number_of(text: str) -> int | None:
    """The number that `text` is, whatever language its words are of.

    >>> number_of("12"), number_of("IV"), number_of("Zwanzigstes"), number_of("Oil")
    (12, 4, 20, None)
    """
    if len(text) > _LONGEST_WORDS:
        return None
    value = _value(text.translate(_WIDE_DIGITS)) or han_value(text)
    if value is not None or (text.isascii() and text.isdigit()):
        return value
    return next((n for each in _counted() if (n := each.get_value(text))), None)


class _Counted(NamedTuple):
    """The number words of one language."""

    words: Headings
    numbers: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], int], ...]

    def get_value(self, text: str) -> int | None:
        """The value of a word, if it is a number in this language."""
        if not self.numbers.fullmatch(text):
            return None
        return next(value for pattern, value in self.each if pattern.fullmatch(text))


@cache
def _counted() -> tuple[_Counted, ...]:
    parts = {id(part): part for code in codes() for part in [pack_for(code).headings]}
    return tuple(_count(part) for part in parts.values() if part.numbers)


def _count(words: Headings) -> _Counted:
    rows: Sequence[Sequence[str]] = (words.numbers, words.places)
    each = tuple(
        (re.compile(word, re.IGNORECASE), value)
        for row in rows
        for value, word in enumerate(row, start=1)
    )
    both = "|".join((*words.numbers, *words.places))
    return _Counted(words, re.compile(both, re.IGNORECASE), each)


def _value(text: str) -> int | None:
    placed = re.fullmatch(_PLACE, text, re.IGNORECASE)
    bare = placed["figures"] if placed else text.rstrip(".")
    return number_value(bare) or roman_value(bare.upper())


@cache
def _heads() -> frozenset[str]:
    words = every_pack().headings
    return frozenset(word.strip(".").casefold() for word in words.parts | words.chapters)


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str], _Counted | None], ...]:
    """Whether the number comes first, what such a heading looks like, whose words it has."""
    return tuple(_all_patterns())


def _all_patterns() -> Iterator[tuple[bool, re.Pattern[str], _Counted | None]]:
    known = every_pack().headings
    article = rf"(?:{known.articles.source}\s+)?"
    english = english_numbers()
    in_words = _spaced(either(english.to_ninety_nine))
    places = _spaced(either([english.ordinal(number) for number in range(1, 100)]))
    number = rf"(?:{_FIGURES}){_ENDING}?|{article}(?:{in_words})|{article}{known.last.source}"
    yield False, _behind(known, number), None
    yield True, _before(known, rf"{article}(?:{_PLACE}|{places}|{known.last.source})"), None
    for each in _counted():
        words = each.words
        # The longer ones first, for one may begin with another: `on`, `on iki`.
        behind = reversed((*words.numbers, *words.places))
        yield False, _behind(words, "|".join(behind)), each
        yield True, _before(words, "|".join(reversed(words.places))), each


def _spaced(words: str) -> str:
    return words.replace(r"\-", "[ ‐‑-]")


def _behind(words: Headings, number: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>{words.parts.source}|{words.chapters.source})(?:\s+|(?<=\.))"
        rf"(?P<number>{number})(?![\w'’])(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )


def _before(words: Headings, number: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{number})\s+(?P<word>{words.parts.source}|{words.chapters.source})"
        r"(?![\w'’])(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )
