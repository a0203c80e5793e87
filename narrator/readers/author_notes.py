"""What authors of fan fiction say to their readers before and after a chapter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Archives
from narrator.model import Block, BlockKind, Book, Chapter

from .markup.pages import PageBlock

REASON = "author's note"

_MOST = 15
"""Paragraphs of one note."""
_FEW = 3
"""Paragraphs of a note on top of a chapter that is closed by a line, not by a label of its own."""


def skip_author_notes(blocks: Sequence[PageBlock]) -> None:
    """Leave out the notes at the beginning and at the end of a chapter."""
    told = [block for block in blocks if block.kind is not BlockKind.SKIPPED]
    label_of = _label(every_pack().matter.archives)
    for index, block in enumerate(told):
        if block.remark:
            block.skip(REASON)
        if block.kind is BlockKind.SKIPPED or not (label := label_of.match(block.text)):
            continue
        alone = label.end() == len(block.text.rstrip())
        for each in told[index : _end(told, index, alone=alone)]:
            each.skip(REASON)


@cache
def _label(archives: Archives) -> re.Pattern[str]:
    """The label of a note, dressed up as it may be."""
    return re.compile(
        rf"[*_~\[({{]*{archives.author_notes.source}"
        r"[*_~]*(?:\s*[:.–—-]|\s*[*_~\])}]*$)[*_~]*",
        re.IGNORECASE,
    )


def without_author_notes(book: Book) -> Book:
    """`book`, of a format without markup, with such notes as skipped blocks."""
    return replace(book, chapters=tuple(map(_without_notes, book.chapters)))


def _without_notes(chapter: Chapter) -> Chapter:
    views = [PageBlock(block.kind, block.text) for block in chapter.blocks]
    skip_author_notes(views)
    pairs = zip(chapter.blocks, views, strict=True)
    return replace(chapter, blocks=tuple(_left_out(block, view) for block, view in pairs))


def _left_out(block: Block, view: PageBlock) -> Block:
    if view.kind is block.kind:
        return block
    return replace(block, kind=BlockKind.SKIPPED, reason=REASON, speaker="")


def _end(told: Sequence[PageBlock], at: int, *, alone: bool) -> int:
    """The block behind the note that begins with the label at `at`."""
    first = at + 1
    if alone and first < len(told) and told[first].quote:
        quote = told[first].quote
        return next((i for i in range(first, len(told)) if told[i].quote != quote), len(told))
    closers = (BlockKind.SCENE_BREAK, BlockKind.HEADING)
    closed = next((i for i in range(first, len(told)) if told[i].kind in closers), len(told))
    after = sum(block.words for block in told[closed:])
    before = sum(block.words for block in told[:at])
    if not after and closed - first <= _MOST and before > sum(b.words for b in told[at:closed]):
        return closed  # at the end of a chapter all that follows is the note
    if closed < len(told) and closed - first <= (_MOST if alone else _FEW):
        return closed
    return first + alone
