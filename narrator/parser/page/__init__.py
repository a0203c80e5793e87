"""What is on the page: paragraphs with their pieces, parts and tokens, and speaker labels."""

from .joined import joins_words, split_word
from .labels import label_name, part_lines
from .pieces import Piece, PieceKind
from .reading import Paragraph, Part, lay_out
from .tokens import QUOTE_MARKS, SENTENCE_ENDS, Token, tokenise

__all__ = [
    "QUOTE_MARKS",
    "SENTENCE_ENDS",
    "Paragraph",
    "Part",
    "Piece",
    "PieceKind",
    "Token",
    "joins_words",
    "label_name",
    "lay_out",
    "part_lines",
    "split_word",
    "tokenise",
]
