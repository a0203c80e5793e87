"""Protocol a: Narrator is told where the quotations are and who is in the story."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from narrator import parser
from narrator.model import Block, BlockKind, Book, Character, Gender, Script
from narrator.parser.page import Piece, PieceKind
from narrator.readers import read_book

from .corpus import Novel, Person, read_novel
from .spans import MARKS

ATTRIBUTE = "attribute"
Attribute = Callable[[Book, Sequence[Sequence[Piece]], Sequence[Character]], Script]
"""What the parser offers: the script of a book from the pieces of each chapter and everybody who
is in it. The speakers of the script are names of these characters."""

_CUT = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER})
_GENDERS = {"F": Gender.FEMALE, "M": Gender.MALE}


def can_be_given() -> bool:
    """Whether the parser takes quotations and characters from outside."""
    return hasattr(parser, ATTRIBUTE)


def attribute_given(folder: Path) -> Script:
    """The script of the novel in `folder`, made of its gold quotations and characters."""
    novel = read_novel(folder)
    book = read_book(novel.path)
    attribute: Attribute = getattr(parser, ATTRIBUTE)
    return attribute(book, gold_pieces(book, novel), people_given(novel))


def people_given(novel: Novel) -> tuple[Character, ...]:
    """Everybody in the list of a novel."""
    return tuple(_character(person) for person in novel.people.values() if person.is_somebody)


def _character(person: Person) -> Character:
    aliases = tuple(alias for alias in person.aliases if alias != person.name)
    return Character(person.name, aliases, _GENDERS.get(person.gender, Gender.UNKNOWN))


def gold_pieces(book: Book, novel: Novel) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every chapter of `book`, as the parser would cut them were it always right."""
    spans = [(segment.start, segment.end) for segment in novel.segments]
    starts = [start for start, _ in spans]
    return tuple(
        tuple(
            piece
            for index, block in enumerate(chapter.blocks)
            if block.kind in _CUT and block.start is not None
            for piece in _pieces(index, block, block.start, spans, starts)
        )
        for chapter in book.chapters
    )


def _pieces(
    index: int,
    block: Block,
    offset: int,
    spans: Sequence[tuple[int, int]],
    starts: Sequence[int],
) -> Iterator[Piece]:
    """The block cut at the gold spans in it; a span that began above continues."""
    at = 0
    first = bisect_left(starts, offset)
    if first and spans[first - 1][1] > offset:
        first -= 1
    for start, end in spans[first : bisect_left(starts, offset + len(block.text))]:
        inside = max(start - offset, at), min(end - offset, len(block.text))
        left, right = _with_marks(block.text, *inside, at)
        if left >= right:
            continue
        yield from _piece(index, block.text, at, left, PieceKind.NARRATION)
        yield from _piece(index, block.text, left, right, PieceKind.SPEECH, start < offset)
        at = right
    yield from _piece(index, block.text, at, len(block.text), PieceKind.NARRATION)


def _with_marks(text: str, start: int, end: int, after: int) -> tuple[int, int]:
    if start > after and text[start - 1] in MARKS and not text[start - 1].isspace():
        start -= 1
    if end < len(text) and text[end] in MARKS and not text[end].isspace():
        end += 1
    return start, end


def _piece(
    index: int, text: str, start: int, end: int, kind: PieceKind, continues: bool = False
) -> Iterator[Piece]:
    part = text[start:end]
    if part.strip():
        start += len(part) - len(part.lstrip())
        yield Piece(index, start, start + len(part.strip()), kind, continues)
