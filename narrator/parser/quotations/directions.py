"""Splits off what the narrator slips into a speech in brackets: `"Oh (turning pale) I see."`"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import Directions

from .quotation import Quotation

_BRACKET = re.compile(r"[(\[][^()\[\]\"“”]{4,120}[)\]]")
_FLAGS = re.VERBOSE | re.IGNORECASE


@cache
def _direction(words: Directions) -> re.Pattern[str]:
    return re.compile(
        rf"[(\[]\s*_? (?: {words.before.source}\s )? {words.directions.source}", _FLAGS
    )


@cache
def _undirected(words: Directions) -> re.Pattern[str]:
    """What no direction has in it."""
    return re.compile(rf"\b{words.said.source}\b | {words.never.source}", _FLAGS)


def without_directions(pack: Pack, text: str, quotation: Quotation) -> Iterator[Quotation]:
    """The quotation, in parts where a stage direction interrupts it."""
    start = quotation.start
    for bracket in _BRACKET.finditer(text, quotation.start, quotation.end):
        if not _direction(pack.directions).match(bracket[0]):
            continue
        if _undirected(pack.directions).search(bracket[0]):
            continue
        if bracket.end() >= quotation.end - 1 or bracket.start() <= start + 1:
            continue
        yield replace(quotation, start=start, end=bracket.start(), closed=True)
        start = bracket.end()
    yield replace(quotation, start=start)
