"""What a reader makes of a file: a book of chapters of blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from .identification import Identification
from .pronunciation import Pronunciation


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERSE = "verse"
    LETTER = "letter"
    SCENE_BREAK = "scene break"
    SKIPPED = "skipped"
    """Text that is not read aloud: a page number, a licence, a table of contents."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that the page sets apart: a paragraph, a heading, a scene break."""

    kind: BlockKind
    text: str
    """Exactly as in the source: hard line ends and indentation are still there."""
    start: int | None = None
    """Code-point offset of `text[0]` in `Book.text`; None where the source is not plain text."""
    reason: str = ""
    """Why a SKIPPED block is not read, for the list of skipped text."""
    speaker: str = ""
    """Who speaks it, where the source itself says so (a play, a screenplay); else empty."""
    gaps: tuple[tuple[int, int], ...] = ()
    """Where something of the source was taken out of it, a page mark, say: a place in `text`, and
    how many characters of the source stand before that and are not in it."""

    def place(self, at: int) -> int | None:
        """The offset of `text[at]` in `Book.text`; None where the source is not plain text."""
        if self.start is None:
            return None
        return self.start + at + sum(size for gap, size in self.gaps if gap <= at)

    def part(self, first: int, behind: int) -> "Block":
        """`text[first:behind]` as a block."""
        gaps = tuple((gap - first, size) for gap, size in self.gaps if first < gap < behind)
        return replace(self, text=self.text[first:behind], start=self.place(first), gaps=gaps)

    def without(self, spans: Sequence[tuple[int, int]]) -> "Block":
        """The block with the characters between some places, in order, taken out of it."""
        edges = [0, *(at for span in spans for at in span), len(self.text)]
        pieces = [self.part(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
        if not pieces:
            return replace(self, text="", gaps=())
        text, gaps = pieces[0].text, list(pieces[0].gaps)
        for before, piece in pairwise(pieces):
            behind = before.place(len(before.text) - 1)
            if piece.start is not None and behind is not None and piece.start > behind + 1:
                gaps.append((len(text), piece.start - behind - 1))
            gaps += [(len(text) + gap, size) for gap, size in piece.gaps]
            text += piece.text
        return replace(pieces[0], text=text, gaps=tuple(gaps))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title as shown in a player, and its blocks in reading order."""

    title: str
    blocks: tuple[Block, ...]
    """Everything of the chapter, the heading blocks that gave the title included."""


@dataclass(frozen=True, slots=True)
class BookInfo:
    """What is known about a book as a whole."""

    title: str
    author: str = ""
    language: str = "en"
    """A BCP 47 tag: `en`, `en-GB`, `fr`."""
    series: str = ""
    series_number: str = ""
    """The book's place in its series, as the source writes it: `2`, `1.5`."""
    date: str = ""
    """When it was published, as precisely as known: `2021`, `2021-03-04`."""
    description: str = ""
    """What it is about, as plain text."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book as read from a file."""

    info: BookInfo
    chapters: tuple[Chapter, ...]
    text: str | None = None
    """The whole decoded source of a plain-text book (byte-order mark removed, line ends as they
    are), to which block offsets refer; None for other formats."""
    warnings: tuple[str, ...] = ()
    """What a person should know about how the file was read, a sentence each."""
    cover: bytes | None = None
    """The cover picture, a JPEG or a PNG."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """How the book itself wants words said."""
    identification: Identification | None = None
    """How the language of `info` was found; None where nobody looked."""
