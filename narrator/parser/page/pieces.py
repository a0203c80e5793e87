"""A block cut at its quotation marks: what is spoken by somebody, and what is told."""

from dataclasses import dataclass
from enum import StrEnum


class PieceKind(StrEnum):
    """What the typography says a piece is."""

    NARRATION = "narration"
    SPEECH = "speech"
    THOUGHT = "thought"
    """Set in italics or quotation marks, and thought rather than said."""
    LETTER = "letter"
    """Quoted from a letter or a message: written words that nobody says."""
    MENTION = "mention"
    """Quoted but not said by anyone present: a title, a scare quote, a word as a word, a sign."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one block's text; the pieces of a block hold all of it but white space, in order."""

    block: int
    """Index of the block in its chapter."""
    start: int
    """Offsets into the block's text, marks included, white space at the ends not."""
    end: int
    kind: PieceKind
    continues: bool = False
    """The speech of the previous paragraph, not closed there, goes on here."""
