"""Sentences, the unit that an engine speaks."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from narrator.languages import either, pack_for
from narrator.languages.spoken import Script
from narrator.model import Span

from .characters import CLOSERS, OPENERS, SENTENCE_ENDS

LONGEST = 400
"""Characters; engines grow slow and careless with longer ones."""
SHORTEST = 40
"""Characters that are left behind a cut: a word or two on their own would sound lost."""

_SPEAKABLE = re.compile(r"[^\W_]")
_TAIL = re.compile(r"[^\s—–]*$")
_WIDE_ENDS = "。！？।॥؟۔"
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_INITIAL = re.compile(r"[A-Z]\.")
_CUTS = (
    re.compile(r"[;:][^\w\s]*+(?=\s)|[—–；：]"),
    re.compile(r"[,،][^\w\s]*+(?=\s)|[，、]"),
    re.compile(r"\s"),
)


@cache
def _end_with(marks: str) -> re.Pattern[str]:
    """What may end a sentence where `marks` can."""
    return re.compile(
        rf"(?:\.(?:\s\.){{2,}}+|[{re.escape(marks)}]++)"
        rf"(?P<closing>[{re.escape(CLOSERS)}]*+)(?P<space>\s*+)"
    )


_Ends = Callable[[str, re.Match[str], int], bool]
"""Whether the marks of a match end the sentence of a text that began at a place."""


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of one speaker's run of text, white space between them left out.

    `language` is a BCP 47 tag. One longer than `LONGEST` is cut at a clause, at worst at a space.

    >>> [tuple(span) for span in split_sentences("Mr. Ray left. Did he?")]
    [(0, 13), (14, 21)]
    """
    spans: list[Span] = []
    marks = SENTENCE_ENDS + pack_for(language).spoken.script.more_ends
    for sentence in _sentences(text, _end_with(marks), _ends_in(language)):
        spans.extend(_pieces(text, sentence))
    return tuple(spans)


def _sentences(text: str, end_with: re.Pattern[str], is_end: _Ends) -> list[Span]:
    spans: list[Span] = []
    start = _next_visible(text, 0)
    first_word = _first_word(text, start)
    for match in end_with.finditer(text):
        if match.start() < first_word or not is_end(text, match, start):
            continue
        spans.append(Span(start, match.end("closing")))
        start = match.end()
        first_word = _first_word(text, start)
    end = len(text.rstrip())
    if start >= end:
        return spans
    if first_word == len(text) and spans:  # nothing to say: it goes with the sentence before
        return [*spans[:-1], Span(spans[-1].start, end)]
    return [*spans, Span(start, end)]


def _next_visible(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def _first_word(text: str, start: int) -> int:
    match = _SPEAKABLE.search(text, start)
    return match.start() if match else len(text)


@cache
def _ends_in(language: str) -> _Ends:
    """How marks are told to end a sentence, or not, in the words of a language."""
    full_stop_ends = _full_stops(pack_for(language).spoken.script)
    starts = _starts(pack_for(language).spoken.script)

    def is_end(text: str, match: re.Match[str], start: int) -> bool:
        if match.end() == len(text):
            return True
        marks = text[match.start() : match.start("closing")]
        if not match["space"]:
            return marks[-1] in _WIDE_ENDS
        rest = text[match.end() : match.end() + 24]
        opening = rest.lstrip(OPENERS)
        if rest[0] in ",;:—–-" or opening[:1].islower():
            return False
        if marks == "." and not match["closing"]:
            return full_stop_ends(text, match.start(), start, opening)
        if marks == "…" or (len(marks) > 1 and marks[0] == marks[-1] == "."):
            return opening != rest or bool(starts(opening) and not opening.startswith("I "))
        return True

    return is_end


def _full_stops(words: Script) -> Callable[[str, int, int, str], bool]:
    """How a full stop is told to end a sentence, and not only an abbreviation."""
    starts = _starts(words)
    is_place = re.compile(rf"(?:{either(words.places_before)})s?\b").match
    may_end = words.sometimes_end | words.roads
    never_end, before_figures = words.never_end, words.before_figures

    def full_stop_ends(text: str, stop: int, start: int, after: str) -> bool:
        tail = _TAIL.search(text[max(start, stop - 24) : stop])
        written = tail[0].lstrip(OPENERS) if tail else ""
        word = written.lower()
        starter = bool(starts(after))
        if word in may_end or _INITIALS.fullmatch(word):
            return starter
        if word in never_end:
            return False
        if word in before_figures:
            return not after[:1].isdigit()
        if len(word) <= 2 and word.isdigit() and is_place(after):
            return False  # am 3. Mai
        if word.isdigit() and stop - len(written) <= start + 1:
            return False  # the number of an item in a list
        if len(written) == 1 and written.isalpha():
            if written == "I":
                return not _INITIAL.match(after)
            return starter
        return True

    return full_stop_ends


def _starts(words: Script) -> Callable[[str], object]:
    """Whether a text begins with a word that begins a sentence."""
    return re.compile(rf"(?:{either(words.starters)})\b(?!\.)").match


def _pieces(text: str, sentence: Span) -> list[Span]:
    """`sentence`, or where it is too long its clauses."""
    pieces = []
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = _cut(text, start, sentence.end - SHORTEST)
        end = start + len(text[start:cut].rstrip())
        pieces.append(Span(start, end))
        start = cut + len(text[cut : sentence.end]) - len(text[cut : sentence.end].lstrip())
    return [*pieces, Span(start, sentence.end)]


def _cut(text: str, start: int, last: int) -> int:
    """Where to cut an over-long sentence: behind the last strong mark in reach, before `last`."""
    reach = min(start + LONGEST, last)
    for mark in _CUTS:
        found = [match.end() for match in mark.finditer(text, start + LONGEST // 4, reach)]
        if found:
            return found[-1]
    end = start + LONGEST
    nearest = start + SHORTEST
    while end > nearest and unicodedata.category(text[end])[0] == "M":
        end -= 1  # a vowel belongs to its letter
    return end
