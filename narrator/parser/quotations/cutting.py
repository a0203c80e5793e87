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
from .inside import without_tags
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


def cut_book(pack: Pack, book: Book) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every chapter, in order, by the words of `pack`.

    Headings, scene breaks and skipped blocks have none; of every other block the pieces hold
    each character that is not white space exactly once.
    """
    by_chapter = [evidence(pack, _prose(chapter)) for chapter in book.chapters]
    of_book = together(by_chapter)
    return tuple(
        _cut_chapter(pack, chapter, style_of(votes, of_book))
        for chapter, votes in zip(book.chapters, by_chapter, strict=True)
    )


def cut_text(pack: Pack, *paragraphs: str) -> tuple[Piece, ...]:
    """The pieces of a chapter made of these paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    votes = evidence(pack, paragraphs)
    return _cut_chapter(pack, Chapter("", blocks), style_of(votes, votes))


def _prose(chapter: Chapter) -> Iterator[str]:
    return (block.text for block in chapter.blocks if block.kind is BlockKind.PARAGRAPH)


def _cut_chapter(pack: Pack, chapter: Chapter, style: Style) -> tuple[Piece, ...]:
    paragraphs = _scan_blocks(pack, chapter, style)
    _mark_letters(pack, paragraphs)
    _open_frames(pack, paragraphs)
    _close_continued(paragraphs)
    cut: list[Piece] = []
    for paragraph in paragraphs:
        last = cut[-1].kind if cut else PieceKind.NARRATION
        cut += _pieces(pack, paragraph, style, last)
    return tuple(cut)


def _scan_blocks(pack: Pack, chapter: Chapter, style: Style) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    unclosed: Family | None = None
    for index, block in enumerate(chapter.blocks):
        if block.kind not in _CUT:
            unclosed = unclosed if block.kind is BlockKind.SKIPPED else None
            continue
        prose = block.kind is not BlockKind.VERSE
        following = chapter.blocks[index + 1].text if index + 1 < len(chapter.blocks) else ""
        quotations = scan(pack, block.text, style, unclosed, dashes=prose, following=following)
        first = quotations[0] if quotations else None
        continues = bool(
            first and first.family is unclosed and not block.text[: first.start].strip(" \n\t_*([")
        )
        above = found[-1].text if found else ""
        found.append(_Paragraph(index, block.text, quotations, continues, above))
        if quotations or prose:
            unclosed = None if not quotations or quotations[-1].closed else quotations[-1].family
    return found


def _mark_letters(pack: Pack, paragraphs: list[_Paragraph]) -> None:
    for index in letters_in(pack, [_all_quoted(pack, paragraph) for paragraph in paragraphs]):
        paragraphs[index].in_letter = True


def _all_quoted(pack: Pack, paragraph: _Paragraph) -> str | None:
    """The text of a paragraph that is one quotation, closed or not, or begins a letter."""
    if runs_on(pack, paragraph.text):
        return paragraph.text
    if len(paragraph.quotations) != 1 or paragraph.quotations[0].family is Family.DASH:
        return None
    (quotation,) = paragraph.quotations
    bare = paragraph.text.strip(" \n\t_*[(])")
    whole = paragraph.text[quotation.start : quotation.end].strip(" \n\t_*[(])")
    return bare if bare == whole and bare else None


def _open_frames(pack: Pack, paragraphs: list[_Paragraph]) -> None:
    """Takes the outer mark off every paragraph of a frame."""
    chain: list[_Paragraph] = []
    for paragraph in paragraphs:
        if chain and not paragraph.continues:
            _open_frame(pack, chain, goes_on=False)
            chain = []
        if opens_whole(paragraph.text, paragraph.quotations):
            chain.append(paragraph)
        elif chain:
            _open_frame(pack, chain, goes_on=True)
            chain = []
    if chain:
        _open_frame(pack, chain, goes_on=False)


def _open_frame(pack: Pack, chain: list[_Paragraph], *, goes_on: bool) -> None:
    inner = [inner_quotations(pack, one.text, one.quotations[0]) for one in chain]
    told = [
        is_frame(pack, one.text, one.quotations[0], quotations)
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


def _pieces(pack: Pack, paragraph: _Paragraph, style: Style, last: PieceKind) -> Iterator[Piece]:
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
            kind = _kind(pack, paragraph, quotation, previous, kind, style)
        else:
            kind = PieceKind.SPEECH
        for part in _said(pack, text, quotation, kind):
            yield from _narration(pack, paragraph, at, part.start)
            yield from _piece(paragraph, part.start, part.end, kind, continues)
            at = part.end
            continues = False
        previous = quotation
    yield from _narration(pack, paragraph, at, len(text))


def _said(pack: Pack, text: str, quotation: Quotation, kind: PieceKind) -> Iterator[Quotation]:
    """The parts of a quotation that the narrator does not interrupt."""
    for part in without_directions(pack, text, quotation):
        tagged = kind in _UNSAID or quotation.family is Family.DASH
        yield from (part,) if tagged else without_tags(pack, text, part)


def _kind(
    pack: Pack,
    paragraph: _Paragraph,
    quotation: Quotation,
    previous: Quotation | None,
    before: PieceKind,
    style: Style,
) -> PieceKind:
    """What a quotation is; `before` is the kind of `previous`."""
    text = paragraph.text
    if quotation.family is Family.DASH:
        return PieceKind.SPEECH
    spoken = before not in _UNSAID
    if not is_speech(pack, text, quotation, previous, spoken, style, paragraph.above):
        written = before is PieceKind.LETTER or is_written(pack, text, quotation, paragraph.above)
        return PieceKind.LETTER if written else PieceKind.MENTION
    if is_thought(pack, text, quotation.start, quotation.end):
        return PieceKind.THOUGHT
    return PieceKind.SPEECH


def _narration(pack: Pack, paragraph: _Paragraph, start: int, end: int) -> Iterator[Piece]:
    """What no quotation mark holds: narration, with thoughts and telepathy set in other ways."""
    text, at = paragraph.text, start
    unspoken = [(*run, PieceKind.THOUGHT) for run in italic_thoughts(pack, text, start, end)]
    unspoken += [(*run, PieceKind.SPEECH) for run in mind_speech(text, start, end)]
    unspoken += [(*run, PieceKind.SPEECH) for run in italic_speech(pack, text, start, end)]
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
