"""Cuts a book into pieces: narration and quotations of every kind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from narrator.languages import Pack
from narrator.model import Block, BlockKind, Book, Chapter

from ..page import Piece, PieceKind
from .chevrons import mind_speech
from .directions import without_directions
from .frames import inner_quotations, is_frame, opens_whole
from .letters import is_written, letters_in, runs_on
from .marks import Family
from .quotation import Quotation
from .scanning import scan
from .speech import is_speech
from .style import Style, evidence, style_of, together
from .thoughts import is_thought, italic_speech, italic_thoughts

_ENDLESS = 100
"""Paragraphs; a tale that long is no speech even if it is closed at last."""
_UNSAID = frozenset({PieceKind.MENTION, PieceKind.LETTER})
_CUT = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER})


@dataclass(slots=True)
class _Paragraph:
    """A block on its way to pieces."""

    index: int
    text: str
    quotations: list[Quotation]
    continues: bool = False
    """Whether its first quotation goes on from the paragraph before."""
    above: str = ""
    """The text of the paragraph before."""
    in_letter: bool = False
    """Whether it is part of a letter that is quoted whole."""


def cut_book(book: Book, pack: Pack) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every chapter, in order, by the words of `pack`.

    Headings, scene breaks and skipped blocks have none; of every other block the pieces hold
    each character that is not white space exactly once.
    """
    by_chapter = [evidence(_prose(chapter), pack) for chapter in book.chapters]
    of_book = together(by_chapter)
    return tuple(
        _cut_chapter(chapter, style_of(votes, of_book), pack)
        for chapter, votes in zip(book.chapters, by_chapter, strict=True)
    )


def cut_text(*paragraphs: str, pack: Pack) -> tuple[Piece, ...]:
    """The pieces of a chapter made of these paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    votes = evidence(paragraphs, pack)
    return _cut_chapter(Chapter("", blocks), style_of(votes, votes), pack)


def _prose(chapter: Chapter) -> Iterator[str]:
    return (block.text for block in chapter.blocks if block.kind is BlockKind.PARAGRAPH)


def _cut_chapter(chapter: Chapter, style: Style, pack: Pack) -> tuple[Piece, ...]:
    paragraphs = _scan_blocks(chapter, style, pack)
    _mark_letters(paragraphs, pack)
    _open_frames(paragraphs, pack)
    _close_continued(paragraphs)
    cut: list[Piece] = []
    for paragraph in paragraphs:
        last = cut[-1].kind if cut else PieceKind.NARRATION
        cut += _pieces(paragraph, style, last, pack)
    return tuple(cut)


def _scan_blocks(chapter: Chapter, style: Style, pack: Pack) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    unclosed: Family | None = None
    for index, block in enumerate(chapter.blocks):
        if block.kind not in _CUT:
            unclosed = unclosed if block.kind is BlockKind.SKIPPED else None
            continue
        prose = block.kind is not BlockKind.VERSE
        following = chapter.blocks[index + 1].text if index + 1 < len(chapter.blocks) else ""
        quotations = scan(block.text, style, pack, unclosed, dashes=prose, following=following)
        first = quotations[0] if quotations else None
        continues = bool(
            first and first.family is unclosed and not block.text[: first.start].strip(" \n\t_*([")
        )
        above = found[-1].text if found else ""
        found.append(_Paragraph(index, block.text, quotations, continues, above))
        if quotations or prose:
            unclosed = None if not quotations or quotations[-1].closed else quotations[-1].family
    return found


def _mark_letters(paragraphs: list[_Paragraph], pack: Pack) -> None:
    for index in letters_in([_all_quoted(paragraph, pack) for paragraph in paragraphs], pack):
        paragraphs[index].in_letter = True


def _all_quoted(paragraph: _Paragraph, pack: Pack) -> str | None:
    """The text of a paragraph that is one quotation, closed or not, or begins a letter."""
    if runs_on(paragraph.text, pack):
        return paragraph.text
    if len(paragraph.quotations) != 1 or paragraph.quotations[0].family is Family.DASH:
        return None
    (quotation,) = paragraph.quotations
    bare = paragraph.text.strip(" \n\t_*[(])")
    whole = paragraph.text[quotation.start : quotation.end].strip(" \n\t_*[(])")
    return bare if bare == whole and bare else None


def _open_frames(paragraphs: list[_Paragraph], pack: Pack) -> None:
    """Takes the outer mark off every paragraph of a frame."""
    chain: list[_Paragraph] = []
    for paragraph in paragraphs:
        if chain and not paragraph.continues:
            _open_frame(chain, pack, goes_on=False)
            chain = []
        if opens_whole(paragraph.text, paragraph.quotations):
            chain.append(paragraph)
        elif chain:
            _open_frame(chain, pack, goes_on=True)
            chain = []
    if chain:
        _open_frame(chain, pack, goes_on=False)


def _open_frame(chain: list[_Paragraph], pack: Pack, *, goes_on: bool) -> None:
    inner = [inner_quotations(one.text, one.quotations[0], pack) for one in chain]
    told = [
        is_frame(one.text, one.quotations[0], quotations, pack)
        for one, quotations in zip(chain, inner, strict=True)
    ]
    if len(chain) < _ENDLESS and (goes_on or 2 * sum(told) < len(told)):
        return
    if 3 * sum(map(bool, inner)) < len(chain) >= _ENDLESS:
        return
    for paragraph, quotations in zip(chain, inner, strict=True):
        paragraph.quotations = quotations
        paragraph.continues = False


def _close_continued(paragraphs: list[_Paragraph]) -> None:
    """A quotation that goes on in the next paragraph lacks no closing mark."""
    for paragraph, following in pairwise(paragraphs):
        if following.continues and paragraph.quotations:
            paragraph.quotations[-1] = replace(paragraph.quotations[-1], closed=True)


def _pieces(paragraph: _Paragraph, style: Style, last: PieceKind, pack: Pack) -> Iterator[Piece]:
    """The pieces of a paragraph; `last` is the kind of what may go on in it."""
    text = paragraph.text
    at = 0
    previous, kind = None, PieceKind.NARRATION
    for quotation in paragraph.quotations:
        continues = paragraph.continues and previous is None
        if paragraph.in_letter:
            kind, continues = PieceKind.LETTER, False
        elif continues and last in _UNSAID:
            kind, continues = last, False
        elif not continues:
            kind = _kind(paragraph, quotation, previous, kind, style, pack)
        else:
            kind = PieceKind.SPEECH
        for part in without_directions(text, quotation, pack):
            yield from _narration(paragraph, at, part.start, pack)
            yield from _piece(paragraph, part.start, part.end, kind, continues)
            at = part.end
            continues = False
        previous = quotation
    yield from _narration(paragraph, at, len(text), pack)


def _kind(
    paragraph: _Paragraph,
    quotation: Quotation,
    previous: Quotation | None,
    before: PieceKind,
    style: Style,
    pack: Pack,
) -> PieceKind:
    """What a quotation is; `before` is the kind of `previous`."""
    text = paragraph.text
    if quotation.family is Family.DASH:
        return PieceKind.SPEECH
    spoken = before not in _UNSAID
    if not is_speech(text, quotation, previous, spoken, style, pack, paragraph.above):
        written = before is PieceKind.LETTER or is_written(text, quotation, paragraph.above, pack)
        return PieceKind.LETTER if written else PieceKind.MENTION
    if is_thought(text, quotation.start, quotation.end, pack):
        return PieceKind.THOUGHT
    return PieceKind.SPEECH


def _narration(paragraph: _Paragraph, start: int, end: int, pack: Pack) -> Iterator[Piece]:
    """What no quotation mark holds: narration, with thoughts and telepathy set in other ways."""
    text, at = paragraph.text, start
    unspoken = [(*run, PieceKind.THOUGHT) for run in italic_thoughts(text, start, end, pack)]
    unspoken += [(*run, PieceKind.SPEECH) for run in mind_speech(text, start, end)]
    unspoken += [(*run, PieceKind.SPEECH) for run in italic_speech(text, start, end, pack)]
    for begin, stop, kind in sorted(unspoken):
        if begin >= at:
            yield from _piece(paragraph, at, begin, PieceKind.NARRATION)
            yield from _piece(paragraph, begin, stop, kind)
            at = stop
    yield from _piece(paragraph, at, end, PieceKind.NARRATION)


def _piece(
    paragraph: _Paragraph, start: int, end: int, kind: PieceKind, continues: bool = False
) -> Iterator[Piece]:
    """The piece, without white space at its ends; none if nothing else is there."""
    run = paragraph.text[start:end]
    bare = run.strip()
    if bare:
        start += len(run) - len(run.lstrip())
        yield Piece(paragraph.index, start, start + len(bare), kind, continues)
