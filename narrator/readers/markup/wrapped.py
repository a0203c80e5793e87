"""Lines of a wrapped text that somebody's converter took for paragraphs."""

from collections.abc import Sequence

from narrator.model import BlockKind

from ..layout import Layout, measure
from ..paragraphs import divides_wrapped
from ..rows import Row
from .pages import PageBlock

_FEWEST = 8
_NARROWEST, _WIDEST = 50, 100
"""Characters in a full line; verse is narrower."""


def wrapped_layout(blocks: Sequence[PageBlock]) -> Layout | None:
    """How the lines of a book are wrapped, if its paragraphs are lines."""
    rows = [_row(block) for block in blocks if block.kind is not BlockKind.SKIPPED]
    if len(rows) < _FEWEST or max(len(row.text) for row in rows) > _WIDEST:
        return None
    layout = measure(rows)
    return layout if layout.wrapped and layout.width >= _NARROWEST else None


def with_lines_joined(blocks: Sequence[PageBlock], layout: Layout) -> list[PageBlock]:
    """`blocks` with the lines of a paragraph as one block."""
    found: list[PageBlock] = []
    last: PageBlock | None = None  # the line that was joined last
    for block in blocks:
        if last is not None and _goes_on(last, block, layout):
            found[-1].text += f"\n{block.text}"
        else:
            found.append(block)
        last = PageBlock(block.kind, block.text) if _is_line(block) else None
    return found


def _is_line(block: PageBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.speaker


def _goes_on(last: PageBlock, block: PageBlock, layout: Layout) -> bool:
    if not _is_line(block) or block.emptied:
        return False
    return not divides_wrapped(_row(last), _row(block), layout)


def _row(block: PageBlock) -> Row:
    return Row(0, " ".join(block.text.split()), 0, 1 if block.emptied else 0)
