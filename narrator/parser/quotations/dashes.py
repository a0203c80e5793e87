"""Parts speech from narration in a paragraph whose speech a dash opens and nothing closes."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from narrator.languages import Pack
from narrator.languages.dialogue import Reporting

from .marks import LONG_DASHES as LONG
from .neighbours import before
from .repairs import announced
from .tags import tag_at
from .telling import sentences, telling

_SPACED = re.compile(rf"(?<=\S)\s+(?:[{LONG}]|-{{1,3}})\s+(?=[^\W\d_]|[¿¡])")
_ATTACHED = re.compile(rf"(?<=\S)\s+(?:[{LONG}]|--+)(?=[^\W\d_])")
_LATER = re.compile(rf"(?<=[.!?…:,”’\"')])\s+(?:[{LONG}]|--+|-(?=\s))\s?(?=[^\W\d_a-z]|[¿¡’'])")
_DASH = re.compile(rf"(?:[{LONG}]|-{{1,3}})\s?")
_ATTACHED_END = re.compile(
    rf"(?<=[^\s-])(?:[{LONG}]|--+)(?:[.,;:!?…]+|(?=\s|$))|(?<=\s)[{LONG}][.,;:!?…]+(?=\s)"
)
_STOPS = frozenset(",.!?…;:")
_PAUSE = re.compile(r"[,;:]\s+|\s?(?:--+|[—–])\s?(?=\w)")
_REOPENING = re.compile(rf"[{LONG}]\s?(?=[^\W\d_])")
"""The dash of speech that goes on behind a tag: `he said, —and then`."""
_REOPENED = re.compile(rf"(?<=[.,;:!?…])\s+[{LONG}]\s?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STARTER_ODDS, _PARTICIPLE_ODDS, _OTHER_ODDS, _CONJUNCTION_ODDS = 1.8, 3.0, -1.0, 0.5

_LEAST = -0.2
"""Log-odds of narration above which a sentence behind a tag or a beat is told."""
_TOLD = -1.0
"""Log-odds of narration from which a sentence behind a dash is told, though it has no tag."""
_SAID = -1.8
"""Likewise, up to which a sentence behind a dash in narration is said."""
_SAID_APART = -2.5
"""The same where a blank parts it from the dash, as it does between two things told."""
_NEAR = 40
_ANNOUNCING = 4
"""Words before a comma or a colon."""
_REACH = 600
"""Code points of speech looked at before a dash."""
_SHORT = 4
"""Code points of a word whose ending tells nothing."""

Run = tuple[int, int, bool]
"""Start, end, and whether it is speech."""


class Usage(StrEnum):
    """What the dashes inside a dash paragraph do in a book."""

    ENCLOSING = "enclosing"
    """They part what is told: `—Yes —he said—. Go on.` Without any, all is speech."""
    REOPENING = "reopening"
    """Only speech has any, whenever it begins: `—Yes, he said. —Go on.`"""
    OPENING = "opening"
    """None is needed after the first: `—Yes, he said. Go on.`"""
    UNKNOWN = "unknown"


def runs_of(pack: Pack, text: str, start: int, usage: Usage = Usage.UNKNOWN) -> list[Run]:
    """The speech and the narration of a dash paragraph, from `start`, just after the dash."""
    if usage in (Usage.REOPENING, Usage.OPENING):
        return _joined(_by_sense(pack, text, start, strict=usage is Usage.REOPENING))
    runs = list(_by_dashes(pack, text, start))
    if usage is Usage.ENCLOSING and not runs:
        runs = [(start, len(text), True)]
    return _joined(runs or _by_sense(pack, text, start))


def later_opening(pack: Pack, text: str, start: int) -> int:
    """Where a dash from `start` on opens speech after narration: `He sat down. —It is late.`

    0 where none does, for a dash may as well part one thing told from another.
    """
    for dash in _LATER.finditer(text, start):
        if _is_opening(pack, text, dash):
            return dash.start() + len(dash[0]) - len(dash[0].lstrip())
    return 0


def _is_opening(pack: Pack, text: str, dash: re.Match[str]) -> bool:
    begin, end = next(sentences(pack, text, dash.end(), len(text)), (dash.end(), dash.end()))
    closing, opening = _ATTACHED_END.search(text, begin, end), _ATTACHED.search(text, begin, end)
    if closing and not (opening and opening.start() < closing.start()):
        return False
    stop = text[dash.start() - 1]
    if stop in ",:":
        verb = _WORD.findall(text[max(0, dash.start() - _NEAR) : dash.start()])
        return not pack.speech.cutting.isdisjoint(word.lower() for word in verb[-_ANNOUNCING:])
    return _tag_in(pack, text, begin, end, may_start=False) is not None or (
        telling(pack, text[begin:end], False) <= (_SAID_APART if dash[0][-1].isspace() else _SAID)
    )


def has_insert(pack: Pack, text: str, start: int) -> bool:
    """Whether a dash parts speech from what is told in a dash paragraph."""
    return any(not speaks for *_, speaks in _by_dashes(pack, text, start))


class BareTag(NamedTuple):
    """A tag of a dash paragraph that no dash parts from the speech: `—Yes, he said.`"""

    reopens: bool
    """Whether a dash opens more speech behind it."""
    resumes: bool
    """Whether speech goes on behind it without one."""


def bare_tag(pack: Pack, text: str, start: int) -> BareTag | None:
    """The first such tag; None where a paragraph has none."""
    for begin, end in sentences(pack, text, start, len(text)):
        tag = _tag_in(pack, text, begin, end, may_start=begin > start)
        if tag is not None and before(text, tag[0]) not in tuple(LONG + "-"):
            reopens = _REOPENED.search(text, tag[1]) is not None
            runs = _joined(_by_sense(pack, text, start))
            resumes = any(speaks for a, _, speaks in runs if a > tag[0])
            return BareTag(reopens, resumes and not reopens)
    return None


def _by_dashes(pack: Pack, text: str, start: int) -> Iterator[Run]:
    """Spanish `—Sí —dijo ella—. Vamos.` and Russian `— Да, — сказала она. — Идём.`"""
    spaced = [match.span() for match in _SPACED.finditer(text, start)]
    inserts = [a for a, b in spaced if _is_insert(pack, text, start, a, b)]
    attached = [match.span() for match in _ATTACHED.finditer(text, start)]
    inserts += [a for a, b in attached if not _resumes_tagged(pack, text, start, a, b)]
    returns = [a for a, _ in spaced]
    returns += [match.end() for match in _ATTACHED_END.finditer(text, start)]
    at, speaks = start, True
    borders = iter(sorted([(place, False) for place in inserts] + [(p, True) for p in returns]))
    for place, to_speech in borders:
        if to_speech is not speaks and place > at + 1:
            yield at, place, speaks
            at, speaks = place, to_speech
    if at > start:
        yield at, len(text), speaks


def _resumes_tagged(pack: Pack, text: str, start: int, stop: int, at: int) -> bool:
    """Whether a dash opens speech at `at`, for that before has a tag: `—Yes, he said. —Go on.`"""
    if not text[at].isupper():
        return False
    first = max(start, stop - _REACH)
    return any(
        _tag_in(pack, text, a, b, may_start=a > start) is not None
        for a, b in sentences(pack, text, first, stop)
    )


def _is_insert(pack: Pack, text: str, start: int, stop: int, at: int) -> bool:
    """Whether what a dash opens at `at`, behind the speech that ends at `stop`, is told."""
    if _resumes_tagged(pack, text, start, stop, at):
        return False
    if tag_at(pack, text, at, len(text)) is not None:
        return True
    if text[stop - 1] not in _STOPS:
        return pack.reporting.commaless and _opens_with_verb(pack, text, at)
    if pack.reporting.enclosing:
        return True
    begin, end = next(sentences(pack, text, at, len(text)), (at, at))
    return text[at].islower() or telling(pack, text[begin:end], False) >= _TOLD


def _opens_with_verb(pack: Pack, text: str, at: int) -> bool:
    """Whether a verb of the past stands at `at`, in small letters."""
    word = _WORD.match(text, at)
    return word is not None and word[0].islower() and word[0].endswith(pack.grammar.past_endings)


def _by_sense(pack: Pack, text: str, start: int, *, strict: bool = False) -> Iterator[Run]:
    """Portuguese and Irish manner: only commas and sense part the tag from the speech.

    With `strict`, what is told lasts until a dash.
    """
    told = False
    found = list(sentences(pack, text, start, len(text)))
    for (begin, end), (following, _) in zip(found, [*found[1:], (len(text), 0)], strict=True):
        dash = _DASH.match(text, begin)
        tag = _tag_in(pack, text, begin, end, may_start=begin > start)
        if tag is None:
            reopened = _DASH.match(text, following) is not None
            told = (
                begin > start
                and not dash
                and (reopened or (strict and told) or telling(pack, text[begin:end], told) > _LEAST)
            )
            said = announced(pack, text, begin, end) if told else end
            yield begin, said, not told
            yield said, end, True
            told = told and said == end
            continue
        at, core = tag
        back = _resumes(pack, text, core, end, strict=strict)
        yield begin, at, True
        yield at, back, False
        yield back, end, True
        told = back >= end


def inserted(pack: Pack, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The tags inside of speech whose marks hold them as well: `« Oui, dit-elle, je viens. »`"""
    if pack.reporting.enclosing:
        runs = _by_dashes(pack, text[:end], start)
        yield from ((begin, stop) for begin, stop, speaks in runs if not speaks)
        return
    for begin, stop in sentences(pack, text, start, end):
        tag = _tag_in(pack, text, begin, stop, may_start=begin > start)
        if tag is not None:
            yield tag[0], _resumes(pack, text, tag[1], stop, strict=False)


@cache
def _clauses(pack: Pack) -> re.Pattern[str]:
    """What a clause of speech ends with before its tag."""
    marks = f",?!…{pack.spoken.script.more_ends}"
    return re.compile(rf"(?:[{marks}]|--|[—–])[\"'’”)]*\s+(?=[^\W\d_])")


def _tag_in(
    pack: Pack, text: str, begin: int, end: int, *, may_start: bool
) -> tuple[int, int] | None:
    """Where a tag of a sentence begins and where its verb and subject end."""
    if may_start and before(text, begin) in ("?", "!", "…", *pack.spoken.script.more_ends):
        core = tag_at(pack, text, begin, end)
        if core is not None and _is_short(text, core, end):
            return begin, core
    for clause in _clauses(pack).finditer(text, begin, end):
        core = tag_at(pack, text, clause.end(), end)
        if core is not None and not _is_content(pack, text, core):
            return clause.end(), core
    return None


def _is_content(pack: Pack, text: str, core: int) -> bool:
    """Whether what looks like a tag is part of the speech: `Well, I thought you were dead.`"""
    following = _WORD.match(text, core + 1)
    return following is not None and following[0].lower() in pack.reporting.spoken


def _is_short(text: str, core: int, end: int) -> bool:
    """Whether nothing but a word or two of manner follows: `Mulligan said quietly.`"""
    return len(text[core:end].split()) <= 3


def _resumes(pack: Pack, text: str, core: int, end: int, *, strict: bool) -> int:
    """Where speech goes on after a tag in the middle of a sentence; the end if it does not."""
    pauses = list(_PAUSE.finditer(text, core, end))
    for pause, following in zip_longest(pauses, pauses[1:]):
        if _REOPENING.match(text, pause.end()):
            return pause.end()
        word = None if strict else _WORD.match(text, pause.end())
        manner = word and not pack.reporting.direct and word[0].lower() in pack.reporting.goes_on
        clause = text[pause.end() : following.start() if manner and following else end]
        if word and telling(pack, clause, True) + _odds(pack, text, word) < 0:
            return pause.end()
    return end


def _odds(pack: Pack, text: str, first: re.Match[str]) -> float:
    """How far the first words after a pause in a tag speak for narration."""
    word, words = first[0].lower(), pack.reporting
    second = _WORD.match(text, first.end() + 1)
    goes_on = word in words.goes_on
    if _is_manner(word, words) or (goes_on and second and _is_manner(second[0], words)):
        return _PARTICIPLE_ODDS
    if word in pack.grammar.conjunctions and not words.direct:
        return _CONJUNCTION_ODDS
    return _STARTER_ODDS if goes_on else _OTHER_ODDS


def _is_manner(word: str, words: Reporting) -> bool:
    return len(word) > _SHORT and word.endswith(words.manner_endings)


def _joined(runs: Iterator[Run] | list[Run]) -> list[Run]:
    """Neighbours of one kind as one run; empty ones left out."""
    joined: list[Run] = []
    for start, end, speaks in runs:
        if start >= end:
            continue
        if joined and joined[-1][2] == speaks:
            joined[-1] = (joined[-1][0], end, speaks)
        else:
            joined.append((start, end, speaks))
    return joined
