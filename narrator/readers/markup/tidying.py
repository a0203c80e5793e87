"""The blocks of a page once all are there: idle scene breaks out, drop caps back at their words."""

from dataclasses import replace
from itertools import accumulate, pairwise

from narrator.model import BlockKind

from .letters import mark_letters
from .pages import Page
from .pictures import WHOLE_WORDS

_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER, BlockKind.SCENE_BREAK})
_INITIAL = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def tidy(page: Page) -> None:
    """Mend what only shows when all blocks of `page` are there."""
    _with_initials(page)
    mark_letters(page)
    _without_idle_breaks(page)


def _without_idle_breaks(page: Page) -> None:
    """Drop drawn scene breaks that divide nothing: beside a heading or another, on top of a page.

    At the end of a page one may yet divide it from the next.
    """
    blocks = [block for block in page.blocks if block.kind is not BlockKind.SKIPPED]
    idle = {
        id(block)
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
        if block.drawn
        if not (before and before.kind in _TOLD and (after is None or after.is_read))
    }
    _remove(page, idle)


def _with_initials(page: Page) -> None:
    """Put a drop cap that is a block of its own before the rest of its word."""
    gone: set[int] = set()
    for block, after in pairwise(page.blocks):
        letter = block.text.strip("*")
        if len(letter) != 1 or not letter.isupper() or letter in WHOLE_WORDS:
            continue
        if block.kind in _INITIAL and after.kind in _TOLD and after.text[:1].islower():
            after.text, after.emptied = letter + after.text, block.emptied
            gone.add(id(block))
    _remove(page, gone)


def _remove(page: Page, idle: set[int]) -> None:
    """Take blocks, known by their ids, out of the page."""
    if not idle:
        return
    gone = [0, *accumulate(id(block) in idle for block in page.blocks)]
    page.blocks = [block for block in page.blocks if id(block) not in idle]
    page.anchors = {
        name: (first - gone[min(first, len(gone) - 1)], behind - gone[min(behind, len(gone) - 1)])
        for name, (first, behind) in page.anchors.items()
    }
    page.note_marks = [
        replace(mark, at=mark.at - gone[min(mark.at, len(gone) - 1)]) for mark in page.note_marks
    ]
