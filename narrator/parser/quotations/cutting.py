"""Cuts a book into pieces: narration and quotations of every kind."""

from narrator.model import Block, BlockKind, Book, Chapter

from ..pieces import Piece, PieceKind
from .scanning import scan

_CUT = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER})


def cut_book(book: Book) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every chapter, in order.

    Headings, scene breaks and skipped blocks have none; of every other block the pieces hold
    each character that is not white space exactly once.
    """
    return tuple(_cut_chapter(chapter) for chapter in book.chapters)


def cut_text(*paragraphs: str) -> tuple[Piece, ...]:
    """The pieces of a chapter made of these paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return _cut_chapter(Chapter("", blocks))


def _cut_chapter(chapter: Chapter) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    unclosed = False
    for index, block in enumerate(chapter.blocks):
        if block.kind not in _CUT:
            continue
        quotations = scan(block.text)
        first = quotations[0] if quotations else None
        goes_on = unclosed and first is not None and not block.text[: first.start].strip()
        at = 0
        for quotation in quotations:
            _add(pieces, index, block.text, at, quotation.start, PieceKind.NARRATION)
            _add(
                pieces,
                index,
                block.text,
                quotation.start,
                quotation.end,
                PieceKind.SPEECH,
                goes_on and quotation is first,
            )
            at = quotation.end
        _add(pieces, index, block.text, at, len(block.text), PieceKind.NARRATION)
        unclosed = bool(quotations) and not quotations[-1].closed
    return tuple(pieces)


def _add(
    pieces: list[Piece],
    block: int,
    text: str,
    start: int,
    end: int,
    kind: PieceKind,
    continues: bool = False,
) -> None:
    run = text[start:end]
    start += len(run) - len(run.lstrip())
    end -= len(run) - len(run.rstrip())
    if start < end:
        pieces.append(Piece(block, start, end, kind, continues))
