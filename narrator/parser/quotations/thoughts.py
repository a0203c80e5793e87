"""Tells what is thought: a quotation with a verb of thinking, or a sentence in italics."""

import re
from collections.abc import Iterator
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import Speech

from .dashes import inserted
from .neighbours import after, before
from .tags import tag_at

_ITALICS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])((?:(?!\1).)+?)(?<=[^\s*_])\1(?![\w*_])", re.S)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = frozenset(".!?…—–-")
_REACH = 60
_TO_TAG = " \t\r\n,.;:—–-*_"


def is_thought(pack: Pack, text: str, start: int, end: int) -> bool:
    """Whether the words beside text[start:end] say that somebody thinks it."""
    lead = text[max(0, start - _REACH) : start].rstrip(" \t\r\n_*")
    if lead[-1:] in (",", ":") and _thinks(pack, _WORD.findall(lead)[-2:]):
        return True
    tail = text[end : end + _REACH]
    at = end + len(tail) - len(tail.lstrip(_TO_TAG))
    core = tag_at(pack, text, at, min(len(text), at + _REACH))
    if core is not None:
        return _is_thinking(pack, text, at, core)
    tags = inserted(pack, text, start, end) if pack.reporting.inside else ()
    return any(_is_thinking(pack, text, begin, stop) for begin, stop in tags)


def _is_thinking(pack: Pack, text: str, start: int, end: int) -> bool:
    """Whether the tag text[start:end] says that somebody thinks."""
    oneself = _to_oneself(pack.speech).match(text, start)
    return oneself is not None or _thinks(pack, _WORD.findall(text[start:end]))


@cache
def _to_oneself(words: Speech) -> re.Pattern[str]:
    return re.compile(rf"{words.to_oneself.source}(?!\w)", re.VERBOSE)


def _thinks(pack: Pack, run: list[str]) -> bool:
    return not pack.speech.thinking.isdisjoint(word.lower() for word in run)


def italic_thoughts(pack: Pack, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of italics in the narration text[start:end] that somebody thinks."""
    thinking = False
    for run in _ITALICS.finditer(text, start, end):
        inside = run[2]
        if is_thought(pack, text, run.start(), run.end()):
            thinking = True
        elif thinking and (before(text, run.start()) in (";", ",") or _is_sentence(inside)):
            pass
        elif not _stands_alone(pack, text, *run.span(), inside):
            thinking = False
            continue
        yield run.start(), run.end()


def italic_speech(pack: Pack, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of italics in the narration text[start:end] that are said: `he cried, _Hold!_`"""
    for run in _ITALICS.finditer(text, start, end):
        if before(text, run.start()) in (",", ":") and run[2][0].isupper():
            lead = text[max(start, run.start() - _REACH) : run.start()]
            clause = _WORD.findall(lead[max(lead.rfind(stop) for stop in ".!?;") + 1 :])
            if not pack.speech.announcing.isdisjoint(word.lower() for word in clause):
                yield run.span()


def _is_sentence(inside: str) -> bool:
    return inside[0].isupper() and inside[-1] in _ENDS


def _stands_alone(pack: Pack, text: str, start: int, end: int, inside: str) -> bool:
    """Whether whole sentences of somebody's own stand in italics."""
    if before(text, start) not in ("", *".!?…:”\"’'—"):
        return False
    if not _is_sentence(inside) or after(text, end).islower():
        return False
    run = [word.lower().replace("’", "'") for word in _WORD.findall(inside)]
    return len(run) > 1 and not pack.unsaid.person.isdisjoint(run)
