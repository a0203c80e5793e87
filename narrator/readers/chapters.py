"""From marked rows to blocks, and from blocks to the chapters of a book."""

from collections.abc import Iterator
from dataclasses import replace

from narrator.model import Block, BlockKind, Chapter

from .drafts import Draft, chapters_of, joined_titles
from .layout import Layout
from .marks import Level, Mark, Marks
from .paragraphs import passages
from .rows import Row


def build_chapters(
    text: str, rows: list[Row], marks: Marks, layout: Layout, title: str
) -> tuple[Chapter, ...]:
    """The chapters of a book; without headings it is one, named after the book."""
    drafts = [Draft()]
    for block, mark in _blocks(text, rows, marks, layout):
        if mark is not None and _cuts(mark):
            drafts.append(Draft(level=mark.level))
        draft = drafts[-1]
        if mark is not None and mark.kind is BlockKind.HEADING and not draft.words:
            draft.headings.append(mark.title)
        draft.add(block)
    return chapters_of(drafts, title)


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
                mark = replace(mark, title=joined_titles([mark.title, after.title]))
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
