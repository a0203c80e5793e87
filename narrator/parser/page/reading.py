"""A book laid out for asking who speaks: its paragraphs in order, cut and tokenised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from narrator.languages import Pack
from narrator.model import BlockKind, Book

from .labels import label_pieces
from .pieces import Piece, PieceKind
from .tokens import Token, tokenise

_ATTRIBUTED = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER})
_TITLE_WORDS = 4
_CLOSING = frozenset(".!?…,;:")
_VOICED = frozenset({PieceKind.SPEECH, PieceKind.THOUGHT})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a paragraph with the tokens that lie in it."""

    kind: PieceKind
    first: int
    """Index of its first token in the paragraph; `last` is one past its last."""
    last: int
    start: int
    """Offsets into the paragraph's text."""
    end: int
    continues: bool = False

    @property
    def is_voiced(self) -> bool:
        """Whether somebody says or thinks it."""
        return self.kind in _VOICED


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block that may hold speech. Mentions in quotation marks count as narration here."""

    chapter: int
    block: int
    text: str
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]
    spoken: tuple[bool, ...]
    """For each token whether it lies in speech or thought."""
    follows_break: bool
    """Whether a chapter opening, heading or scene break comes right before."""
    is_labelled: bool = False
    """Whether it begins with the name of its speaker and a colon."""
    heading: str = ""
    """The headings it stands right under, the chapter's title among them."""

    @property
    def has_speech(self) -> bool:
        """Whether anything in it is said."""
        return any(part.kind is PieceKind.SPEECH for part in self.parts)


def lay_out(pack: Pack, book: Book, pieces: Sequence[Sequence[Piece]]) -> tuple[Paragraph, ...]:
    """The paragraphs of `book` in reading order whose speakers are to be found out."""
    return tuple(_paragraphs(pack, book, pieces))


def _paragraphs(pack: Pack, book: Book, pieces: Sequence[Sequence[Piece]]) -> Iterator[Paragraph]:
    for number, chapter in enumerate(book.chapters):
        by_block: dict[int, list[Piece]] = {}
        cut, labelled = label_pieces(pack, chapter, pieces[number])
        for piece in cut:
            by_block.setdefault(piece.block, []).append(piece)
        after_break = True
        heading, opens = chapter.title, True
        for index, block in enumerate(chapter.blocks):
            if block.speaker and block.kind in _ATTRIBUTED:
                after_break = False  # the source says who speaks: nothing is to be found out
            elif block.kind in _ATTRIBUTED:
                paragraph = _paragraph(
                    pack, number, index, block.text, by_block.get(index, []), after_break
                )
                titled = _is_title(block.text) and not paragraph.has_speech
                if titled:
                    heading = _below(heading if opens else "", block.text)
                opens = titled
                yield replace(paragraph, is_labelled=index in labelled, heading=heading)
                after_break = False
            elif block.kind is not BlockKind.SKIPPED:
                after_break = True
                if block.kind is BlockKind.HEADING:
                    heading = _below(heading if opens else "", block.text)
                    opens = True


def _below(heading: str, text: str) -> str:
    """What stands over the text where `text` stands right below `heading`."""
    return f"{heading}: {text}" if heading else text


def _is_title(text: str) -> bool:
    """Whether a paragraph of its own looks like a heading: `NORA`, `2. Nora’s Side`."""
    words = text.split()
    closed = text.rstrip()[-1:] in _CLOSING
    return 0 < len(words) <= _TITLE_WORDS and not closed and all(map(_is_title_word, words))


def _is_title_word(word: str) -> bool:
    plain = word.strip("*_#.:()[]-–—")
    return not plain or plain[0].isupper() or plain[0].isdigit()


def _paragraph(
    pack: Pack, chapter: int, block: int, text: str, pieces: Sequence[Piece], after_break: bool
) -> Paragraph:
    tokens = tokenise(pack, text)
    spoken = [False] * len(tokens)
    parts = []
    at = 0
    for piece in pieces:
        while at < len(tokens) and tokens[at].start < piece.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < piece.end:
            at += 1
        part = Part(piece.kind, first, at, piece.start, piece.end, piece.continues)
        parts.append(part)
        if part.is_voiced:
            spoken[first:at] = [True] * (at - first)
    return Paragraph(chapter, block, text, tokens, tuple(parts), tuple(spoken), after_break)
