"""Frames: a letter or a tale whose every paragraph opens with a mark that nothing ever closes.

Who tells it is the narrator for as long as it lasts; speech is what the inner marks hold.
"""

from dataclasses import replace

from narrator.languages import Pack

from .marks import Family
from .quotation import Quotation
from .scanning import scan
from .style import Style
from .tags import tag_at
from .telling import sentences, telling

_LONG = 300
"""Code points; shorter paragraphs rather lack a closing mark by mistake."""
_TELLS = ((600, -4.0), (_LONG, -3.0), (150, -2.2), (50, -1.8))
"""For paragraphs from so many code points, the mean log-odds of narration that make a tale."""
_INNER = {Family.DOUBLE: Family.SINGLE, Family.SINGLE: Family.DOUBLE}


def opens_whole(text: str, quotations: list[Quotation]) -> bool:
    """Whether a paragraph begins with a mark that nothing in it closes."""
    if len(quotations) != 1 or quotations[0].closed or quotations[0].family is Family.DASH:
        return False
    return not text[: quotations[0].start].strip(" \t\r\n_*([")


def inner_quotations(pack: Pack, text: str, frame: Quotation) -> list[Quotation]:
    """The quotations inside a frame."""
    inner = _INNER.get(frame.family)
    if inner is None:
        return []
    start = frame.start + 1
    found = scan(pack, text[start:], Style({inner: 1.0}))
    return [
        replace(quotation, start=quotation.start + start, end=quotation.end + start)
        for quotation in found
        if quotation.family is inner and quotation.closed
    ]


def is_frame(pack: Pack, text: str, frame: Quotation, inner: list[Quotation]) -> bool:
    """Whether an unclosed paragraph that no other continues is told rather than said."""
    if any(_has_tag(pack, text, quotation) for quotation in inner):
        return True
    if inner and len(text) >= _LONG:
        return True
    odds = [
        telling(pack, text[a:b], False, by_self=True)
        for a, b in sentences(pack, text, frame.start, len(text))
    ]
    mean = sum(odds) / max(len(odds), 1)
    return any(len(text) >= length and mean > least for length, least in _TELLS)


def _has_tag(pack: Pack, text: str, quotation: Quotation) -> bool:
    tail = text[quotation.end : quotation.end + 10]
    at = quotation.end + len(tail) - len(tail.lstrip(" ,\r\n"))
    return tag_at(pack, text, at, len(text)) is not None
