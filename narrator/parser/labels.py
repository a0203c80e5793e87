"""Speaker labels: the layout of plays, interviews and chats (`TOM: Where is the lamp?`)."""

import re
from collections import Counter
from collections.abc import Sequence

from narrator.model import BlockKind, Chapter

from .pieces import Piece, PieceKind

_LABEL = re.compile(
    r"""
    \s*
    (?: \[ [^\]\n]{1,20} \] \s* | \(? \d{1,2}:\d\d (?: :\d\d )? (?: \s? [ap]m )? \)? [\s–—-]* )?
    (?P<name> [^\W\d] [\w.'’-]* (?: [ ] [^\W\d] [\w.'’-]* ){0,3} )
    \s* (?: \( [^)\n]{1,60} \) \s* )?
    : \s+ (?= \S )
    """,
    re.VERBOSE,
)
_LEAST = 3
"""Labelled paragraphs that make a layout."""


def label_pieces(chapter: Chapter, pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], set[int]]:
    """The pieces with labelled paragraphs cut into label and speech, and the blocks cut so.

    A label counts where its name comes back, and where several people have labels.
    """
    quoted = {piece.block for piece in pieces if piece.kind is PieceKind.SPEECH}
    found = {
        index: match
        for index, block in enumerate(chapter.blocks)
        if block.kind is BlockKind.PARAGRAPH and index not in quoted
        if (match := _LABEL.match(block.text)) and _is_name(match["name"])
    }
    counts = Counter(match["name"].lower() for match in found.values())
    if len(found) < _LEAST or len(counts) < 2 or max(counts.values()) < 2:
        return tuple(pieces), set()
    kept = [piece for piece in pieces if piece.block not in found]
    for index, match in found.items():
        kept += _cut(index, chapter.blocks[index].text, match.end())
    return tuple(sorted(kept, key=lambda piece: (piece.block, piece.start))), set(found)


def label_name(text: str) -> str:
    """The name in the label at the beginning of `text`."""
    match = _LABEL.match(text)
    return match["name"] if match else ""


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) == 1 or all(word[0].isupper() for word in words)


def _cut(index: int, text: str, end: int) -> list[Piece]:
    start = len(text) - len(text.lstrip())
    label = text[:end].rstrip()
    return [
        Piece(index, start, len(label), PieceKind.NARRATION),
        Piece(index, end, len(text.rstrip()), PieceKind.SPEECH),
    ]
