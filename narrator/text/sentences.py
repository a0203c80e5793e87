"""Sentences, the unit that an engine speaks."""

import re

from narrator.model import Span

from .characters import CLOSERS, OPENERS

LONGEST = 400
"""Characters; engines grow slow and careless with longer ones."""
SHORTEST = 40
"""Characters that are left behind a cut: a word or two on their own would sound lost."""

_END = re.compile(
    r"(?:\.(?:\s\.){2,}+|[.!?…。！？‽]++)(?P<closing>["
    + re.escape(CLOSERS)
    + r"]*+)(?P<space>\s*+)"
)
_SPEAKABLE = re.compile(r"[^\W_]")
_TAIL = re.compile(r"[^\s—–]*$")
_WIDE_ENDS = "。！？"
_NEVER_END = (
    "mr mrs ms messrs mme mlle dr prof rev hon capt col gen lt lieut sgt maj cmdr adm gov sen "
    "cpl pvt st ste mt ft vs viz cf vol ch pp fig ed approx dept est"
)
_TITLES = frozenset(_NEVER_END.split())
_SOMETIMES_END = "etc e.g i.e a.m p.m u.s u.k d.c b.c a.d co inc ltd bros esq jr sr"
_MAY_END = frozenset(_SOMETIMES_END.split())
_ROADS = frozenset("st ave rd blvd".split())  # noqa: SIM905
_BEFORE_FIGURES = frozenset("no nos jan feb apr aug sept oct nov dec tues thurs".split())  # noqa: SIM905
_GERMAN_PLACE = re.compile(
    r"(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jahrhundert|Weltkrieg|Kapitel)s?\b"
)
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_STARTERS = re.compile(
    r"(?:The|Then|He|She|It|They|We|You|I|But|And|So|A|An|In|On|At|When|What|Who|Why|How|There"
    r"|This|That|These|Those|No|Not|Yes|His|Her|Their|My|Our|Your|Now|As|If|For|Nobody|Everyone"
    r"|After|Before|Even|Just|Only|Once|Or|Do|Did|Let|Is|Was|Are|Well|Oh)\b(?!\.)"
)
_INITIAL = re.compile(r"[A-Z]\.")
_CUTS = (
    re.compile(r"[;:][^\w\s]*+(?=\s)|[—–]"),
    re.compile(r",[^\w\s]*+(?=\s)"),
    re.compile(r"\s"),
)


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of one speaker's run of text, white space between them left out.

    One longer than `LONGEST` is cut at a clause, at worst at a space.

    >>> [tuple(span) for span in split_sentences("Mr. Ray left. Did he?")]
    [(0, 13), (14, 21)]
    """
    spans: list[Span] = []
    for sentence in _sentences(text):
        spans.extend(_pieces(text, sentence))
    return tuple(spans)


def _sentences(text: str) -> list[Span]:
    spans: list[Span] = []
    start = _next_visible(text, 0)
    first_word = _first_word(text, start)
    for match in _END.finditer(text):
        if match.start() < first_word or not _is_end(text, match, start):
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


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the marks of `match` end the sentence that began at `start`."""
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
        return _full_stop_ends(text, match.start(), start, opening)
    if marks == "…" or (len(marks) > 1 and marks[0] == marks[-1] == "."):
        return opening != rest or bool(_STARTERS.match(opening) and not opening.startswith("I "))
    return True


def _full_stop_ends(text: str, stop: int, start: int, after: str) -> bool:
    """Whether a full stop ends a sentence, and not only an abbreviation."""
    tail = _TAIL.search(text[max(start, stop - 24) : stop])
    written = tail[0].lstrip(OPENERS) if tail else ""
    word = written.lower()
    starter = bool(_STARTERS.match(after))
    if word in _MAY_END or word in _ROADS or _INITIALS.fullmatch(word):
        return starter
    if word in _TITLES:
        return False
    if word in _BEFORE_FIGURES:
        return not after[:1].isdigit()
    if len(word) <= 2 and word.isdigit() and _GERMAN_PLACE.match(after):
        return False  # am 3. Mai
    if word.isdigit() and stop - len(written) <= start + 1:
        return False  # the number of an item in a list
    if len(written) == 1 and written.isalpha():
        if written == "I":
            return not _INITIAL.match(after)
        return starter
    return True


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
    return start + LONGEST
