"""Cuts a book into pieces: narration and quotations of every kind."""

from collections.abc import Iterator

from narrator.model import Block, BlockKind, Book, Chapter

from ..pieces import Piece, PieceKind
from .marks import Family
from .scanning import Quotation, scan
from .speech import is_speech
from .style import Style, evidence, style_of, together

_CUT = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER})


def cut_book(book: Book) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every chapter, in order.

    Headings, scene breaks and skipped blocks have none; of every other block the pieces hold
    each character that is not white space exactly once.
    """
    by_chapter = [evidence(_prose(chapter)) for chapter in book.chapters]
    of_book = together(by_chapter)
    return tuple(
        _cut_chapter(chapter, style_of(votes, of_book))
        for chapter, votes in zip(book.chapters, by_chapter, strict=True)
    )


def cut_text(*paragraphs: str) -> tuple[Piece, ...]:
    """The pieces of a chapter made of these paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    votes = evidence(paragraphs)
    return _cut_chapter(Chapter("", blocks), style_of(votes, votes))


def _prose(chapter: Chapter) -> Iterator[str]:
    return (block.text for block in chapter.blocks if block.kind is BlockKind.PARAGRAPH)


def _cut_chapter(chapter: Chapter, style: Style) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    unclosed: Family | None = None
    for index, block in enumerate(chapter.blocks):
        if block.kind not in _CUT:
            continue
        text = block.text
        quotations = scan(text, style, unclosed)
        previous, spoken = None, False
        at = 0
        for quotation in quotations:
            _add(pieces, index, text, at, quotation.start)
            goes_on = quotation.family is unclosed and not text[: quotation.start].strip()
            kind = _kind(text, quotation, previous, spoken, style, goes_on)
            _add(pieces, index, text, quotation.start, quotation.end, kind, goes_on)
            previous, spoken = quotation, kind is PieceKind.SPEECH
            at = quotation.end
        _add(pieces, index, text, at, len(text))
        if quotations or block.kind is BlockKind.PARAGRAPH:
            last = quotations[-1] if quotations else None
            unclosed = last.family if last and not last.closed else None
    return tuple(pieces)


def _kind(
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    spoken: bool,
    style: Style,
    goes_on: bool,
) -> PieceKind:
    if quotation.family is Family.DASH or goes_on:
        return PieceKind.SPEECH
    if is_speech(text, quotation, previous, spoken, style):
        return PieceKind.SPEECH
    return PieceKind.MENTION


def _add(
    pieces: list[Piece],
    block: int,
    text: str,
    start: int,
    end: int,
    kind: PieceKind = PieceKind.NARRATION,
    continues: bool = False,
) -> None:
    run = text[start:end]
    start += len(run) - len(run.lstrip())
    end -= len(run) - len(run.rstrip())
    if start < end:
        pieces.append(Piece(block, start, end, kind, continues))
