"""The numbers of headings: in figures, in Roman numerals, and in words of every language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
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
    first = _WORDS.findall(opening)[:_MOST_BEFORE]
    if _heads().isdisjoint(first):
        return None
    best: Numbered | None = None
    for leads, pattern, words in _patterns(first):
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
    is_figures = text.isascii() and text.isdigit()
    if value is not None or is_figures or text.casefold() in _small_english():
        return value
    return next((n for each in _counted() if (n := each.get_value(text))), None)


@cache
def _small_english() -> frozenset[str]:
    """Words that head an English chapter oftener than they are a number elsewhere: `On`, `To`."""
    return pack_for("en").grammar.function_words


@dataclass(frozen=True, eq=False)
class _Counted:
    """The number words of one language; its patterns are compiled when a text needs them."""

    words: Headings

    @cached_property
    def heads(self) -> frozenset[str]:
        """What stands by a number, in small letters."""
        return _heads_of(self.words)

    @cached_property
    def _number(self) -> re.Pattern[str]:
        both = "|".join((*self.words.numbers, *self.words.places))
        return re.compile(both, re.IGNORECASE)

    @cached_property
    def _each(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        return tuple(
            (re.compile(word, re.IGNORECASE), value)
            for row in (self.words.numbers, self.words.places)
            for value, word in enumerate(row, start=1)
        )

    @cached_property
    def patterns(self) -> "tuple[_Pattern, ...]":
        """What its headings look like."""
        # The longer ones first, for one may begin with another: `on`, `on iki`.
        numbers = "|".join(reversed((*self.words.numbers, *self.words.places)))
        places = "|".join(reversed(self.words.places))
        behind, before = _behind(self.words, numbers), _before(self.words, places)
        return (_Pattern(False, behind, self), _Pattern(True, before, self))

    def get_value(self, text: str) -> int | None:
        """The value of a word, if it is a number in this language."""
        if not self._number.fullmatch(text):
            return None
        return next(value for pattern, value in self._each if pattern.fullmatch(text))


class _Pattern(NamedTuple):
    """What a heading with a number looks like."""

    leads: bool
    """Whether the number comes first."""
    pattern: re.Pattern[str]
    words: _Counted | None
    """Whose words it has; None where it is those of all languages."""


@cache
def _counted() -> tuple[_Counted, ...]:
    parts = {id(part): part for code in codes() for part in [pack_for(code).headings]}
    return tuple(_Counted(part) for part in parts.values() if part.numbers)


def _value(text: str) -> int | None:
    placed = re.fullmatch(_PLACE, text, re.IGNORECASE)
    bare = placed["figures"] if placed else text.rstrip(".")
    return number_value(bare) or roman_value(bare.upper())


@cache
def _heads() -> frozenset[str]:
    return _heads_of(every_pack().headings)


def _heads_of(words: Headings) -> frozenset[str]:
    return frozenset(word.strip(".").casefold() for word in words.parts | words.chapters)


def _patterns(opening: Iterable[str]) -> Iterator[_Pattern]:
    """What a heading that begins with the words of `opening` may look like."""
    yield from _of_all()
    for each in _counted():
        if not each.heads.isdisjoint(opening):
            yield from each.patterns


@cache
def _of_all() -> tuple[_Pattern, ...]:
    """With figures, and the numbers of English, which has them otherwise."""
    known = every_pack().headings
    article = rf"(?:{known.articles.source}\s+)?"
    english = english_numbers()
    in_words = _spaced(either(english.to_ninety_nine))
    places = _spaced(either([english.ordinal(number) for number in range(1, 100)]))
    number = rf"(?:{_FIGURES}){_ENDING}?|{article}(?:{in_words})|{article}{known.last.source}"
    leading = rf"{article}(?:{_PLACE}|{places}|{known.last.source})"
    return (
        _Pattern(False, _behind(known, number), None),
        _Pattern(True, _before(known, leading), None),
    )


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
