"""From marked rows to blocks, and from blocks to the chapters of a book."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from narrator.model import Block, BlockKind, Chapter

from .layout import Layout
from .marks import Level, Mark, Marks
from .paragraphs import passages
from .rows import Row

_SHORT_OPENING = 200
"""Words; as many before the first heading belong to the first chapter."""
_SHORT_PART = 80
"""Words; with as many under its heading, a part is no chapter of its own."""


@dataclass(slots=True)
class _Draft:
    """A chapter being collected."""

    headings: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    words: int = 0
    level: Level | None = None

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        if block.kind not in (BlockKind.HEADING, BlockKind.SKIPPED):
            self.words += len(block.text.split())


def build_chapters(
    text: str, rows: list[Row], marks: Marks, layout: Layout, title: str
) -> tuple[Chapter, ...]:
    """The chapters of a book; without headings it is one, named after the book."""
    drafts = [_Draft()]
    for block, mark in _blocks(text, rows, marks, layout):
        if mark is not None and _cuts(mark):
            drafts.append(_Draft(level=mark.level))
        draft = drafts[-1]
        if mark is not None and mark.kind is BlockKind.HEADING and not draft.words:
            draft.headings.append(mark.title)
        draft.add(block)
    return tuple(Chapter(_title(draft, title), tuple(draft.blocks)) for draft in _merged(drafts))


def _cuts(mark: Mark) -> bool:
    return mark.kind is BlockKind.HEADING and mark.level is not Level.MINOR


def _blocks(
    text: str, rows: list[Row], marks: Marks, layout: Layout
) -> Iterator[tuple[Block, Mark | None]]:
    index = 0
    while index < len(rows):
        behind, mark = index + 1, marks[index]
        if mark is not None:
            while behind < len(rows) and (after := marks[behind]) and after.continues:
                mark = replace(mark, title=_joined([mark.title, after.title]))
                behind += 1
            yield _block(text, rows, mark.kind, index, behind, mark.reason), mark
        else:
            while behind < len(rows) and marks[behind] is None:
                behind += 1
            for kind, first, end in passages(rows, index, behind, layout):
                yield _block(text, rows, kind, first, end), None
        index = behind


def _block(
    text: str, rows: list[Row], kind: BlockKind, first: int, behind: int, reason: str = ""
) -> Block:
    start, end = rows[first].start, rows[behind - 1].end
    return Block(kind, text[start:end], start, reason)


def _merged(drafts: list[_Draft]) -> list[_Draft]:
    """Short text before the first heading, and a part's own heading, go with the chapter after."""
    merged: list[_Draft] = []
    waiting = _Draft()
    for draft, after in zip(drafts, [*drafts[1:], None], strict=True):
        if after is not None and _belongs_to(draft, after):
            waiting.blocks += draft.blocks
            waiting.headings += draft.headings if draft.level else []
            continue
        draft.blocks[:0], draft.headings[:0] = waiting.blocks, waiting.headings
        waiting = _Draft()
        merged.append(draft)
    return merged


def _belongs_to(draft: _Draft, after: _Draft) -> bool:
    if draft.level is None:
        return draft.words <= _SHORT_OPENING
    deeper = after.level is not None and after.level > draft.level
    return draft.level is Level.PART and deeper and draft.words <= _SHORT_PART


def _title(draft: _Draft, book: str) -> str:
    if draft.level is None:
        return book
    return _joined(draft.headings) or book


def _joined(titles: list[str]) -> str:
    """Headings as one title: `Part Two: Chapter 1: The Docks`."""
    bare = (" ".join(title.split()).strip(" *_=~#").rstrip(".:") for title in titles)
    return ": ".join(title for title in bare if title)
