"""Splits off tags that stand inside the marks of speech: `« Oui, dit-elle, je viens. »`"""

from collections.abc import Iterator
from dataclasses import replace

from narrator.languages import Pack

from .dashes import inserted
from .quotation import Quotation


def without_tags(pack: Pack, text: str, quotation: Quotation) -> Iterator[Quotation]:
    """The quotation, in parts where a tag interrupts it, if the language sets tags so."""
    if not pack.reporting.inside:
        yield quotation
        return
    start = quotation.start
    for begin, end in inserted(pack, text, quotation.start, quotation.end):
        yield replace(quotation, start=start, end=begin, closed=True)
        start = end
    if any(map(str.isalnum, text[start : quotation.end])):
        yield replace(quotation, start=start)
