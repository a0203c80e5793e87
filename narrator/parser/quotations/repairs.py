"""Guesses where speech begins or ends when one of its marks was forgotten."""

import re

from narrator.languages import Pack

from .tags import tag_at
from .telling import sentences, telling

_CLAUSE = re.compile(r"(?<=[,?!…—–-])\s+(?=[^\W\d_])")
_CLOSE_STOP = re.compile(r"(?:\s+\w+){0,2}\s*[.,]")
_LEAST_TOLD, _SURELY_TOLD = -1.5, -0.1
"""Log-odds of narration where some is to be expected, and where speech is as likely."""
_ANNOUNCING = re.compile(r"([^\W\d_]+)[,:]\s+(?=[^\W\d_a-z]|[¿¡])")


def announced(pack: Pack, text: str, begin: int, end: int) -> int:
    """Where the speech that narration announces begins, `She asked: Who?`; the end if none does."""
    verbs = pack.speech.cutting
    for verb in _ANNOUNCING.finditer(text, begin, end):
        if verb[1].lower() in verbs:
            return verb.end()
    return end


def lost_opening(pack: Pack, text: str, begin: int, end: int) -> int | None:
    """Where speech that is closed at `end` begins, not before `begin`; None if it is all told."""
    start = announced(pack, text, begin, end)
    if start < end:
        return start
    first = None
    for a, b in sentences(pack, text, begin, end):
        if telling(pack, text[a:b], False) >= 0:
            first = None
        elif first is None:
            first = a
    return first


def lost_closing(pack: Pack, text: str, begin: int, end: int, reopens: bool = False) -> int | None:
    """Where the first tag that can be nothing else begins: `, said Tom.` or `, he said softly.`

    What comes behind the tag must be told, beyond doubt if the next paragraph `reopens` what this
    one leaves open; else somebody tells what others said, and nothing is lost.
    """
    for clause in _CLAUSE.finditer(text, begin, end):
        core = tag_at(pack, text, clause.end(), end)
        if core is not None and _CLOSE_STOP.match(text, core):
            least = _SURELY_TOLD if reopens else _LEAST_TOLD
            rest = list(sentences(pack, text, clause.end(), end))[1:]
            told = all(telling(pack, text[a:b], False, by_self=True) > least for a, b in rest)
            return clause.end() if told else None
    return None
