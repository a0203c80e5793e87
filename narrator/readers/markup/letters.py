"""Letters that a page sets apart as block quotations: known by how they begin, or how they end."""

import re
from functools import cache
from itertools import groupby

from narrator.languages import every_pack
from narrator.model import BlockKind

from .pages import Page

_WRITTEN = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE})
_FLAGS = re.IGNORECASE | re.VERBOSE


def mark_letters(page: Page) -> None:
    """Mark the block quotations of `page` that are letters."""
    for quote, group in groupby(page.blocks, key=lambda block: block.quote):
        told = [block for block in group if block.kind in _WRITTEN]
        if quote and told and (_begins(told[0].text) or _ends(told[-1].text)):
            for block in told:
                block.kind = BlockKind.LETTER


def _begins(text: str) -> bool:
    return _salutation().match(text.lstrip("_* \n")) is not None


def _ends(text: str) -> bool:
    """Whether the last row is a signature, as `Your father, Aurelius`."""
    rows = [row.strip("_* ") for row in text.strip().splitlines()]
    ends = {rows[-1], " ".join(rows[-2:])} if rows else set()
    return any(_signature().fullmatch(row) for row in ends)


@cache
def _salutation() -> re.Pattern[str]:
    return re.compile(rf"{every_pack().letters.salutation.source}\s*(?:[,:!—–]|$)", _FLAGS)


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(
        rf"{every_pack().letters.signature.source}(?:,\s[\w.\s-]{{1,40}})?\W*", _FLAGS
    )
