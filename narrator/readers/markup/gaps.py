"""Empty paragraphs that stand for a change of scene."""

from collections.abc import Sequence

from narrator.model import BlockKind

from .flow import RULE
from .pages import PageBlock

_RARE = 5
"""A gap is a change of scene where at most every fifth paragraph has one before it."""


def gaps_mean_something(blocks: Sequence[PageBlock]) -> bool:
    """Whether gaps are rare in this book; in others they stand between all paragraphs."""
    told = [block for block in blocks if block.is_read]
    return _RARE * sum(block.emptied for block in told) <= len(told)


def _between(last: PageBlock, block: PageBlock) -> list[PageBlock]:
    """What a gap stands for: nothing, between two stanzas."""
    if block.kind is last.kind is BlockKind.VERSE:
        return []
    return [PageBlock(BlockKind.SCENE_BREAK, RULE, drawn=True)]


def open_gaps(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """`blocks` with a scene break in each gap between two of them."""
    found: list[PageBlock] = []
    last: PageBlock | None = None
    for block in blocks:
        if block.emptied and block.is_read and last is not None and last.is_read:
            found += _between(last, block)
        found.append(block)
        if block.kind is not BlockKind.SKIPPED:
            last = block
    return found
