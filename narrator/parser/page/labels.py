"""Speaker labels: the layout of plays, interviews and chats.

`TOM: Where is the lamp?`, `[Tom] where is the lamp`, `<tom> where is the lamp`
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from narrator.languages import Pack
from narrator.model import Block, BlockKind, Book, Chapter

from .pieces import Piece, PieceKind

_NAME = r"@? [^\W\d] [\w.'’-]* (?: [ ] [^\W\d] [\w.'’-]* ){0,3}"
_LABEL = re.compile(
    rf"""
    \s*
    (?: \[ [^\]\n]{{1,20}} \] \s* (?=.*:)
      | [\[(]? \d{{1,2}}:\d\d (?: :\d\d )? (?: \s? [ap]m )? [\])]? [\s–—-]* )?
    [*_]{{0,2}}
    (?: (?P<colon> {_NAME} ) \s* (?: \( [^)\n]{{1,60}} \) \s* )? (?: [*_]{{0,2}}: | :[*_]{{0,2}} )
      | \[ (?P<bracket> {_NAME} ) \] [*_]{{0,2}} :?
      | < (?P<angle> {_NAME} ) > [*_]{{0,2}} :? )
    \s+ (?= \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_LEAST = 3
"""Labelled paragraphs that make a layout."""


def part_lines(pack: Pack, book: Book) -> Book:
    """`book` with a block for each line of a chat or play that is set without blank lines."""
    return replace(book, chapters=tuple(_part_chapter(pack, chapter) for chapter in book.chapters))


def _part_chapter(pack: Pack, chapter: Chapter) -> Chapter:
    parted = [tuple(_lines(pack, block)) for block in chapter.blocks]
    if all(len(lines) == 1 for lines in parted):
        return chapter
    tried = replace(chapter, blocks=tuple(line for lines in parted for line in lines))
    if not _labels(pack, tried, frozenset()):
        return chapter
    return tried


def _lines(pack: Pack, block: Block) -> Iterator[Block]:
    """The lines of a block, if each of several begins with a label; else the block."""
    lines = [line for line in _LINE.finditer(block.text) if line[0].strip()]
    spoken = block.kind in (BlockKind.PARAGRAPH, BlockKind.VERSE) and not block.speaker
    if len(lines) < 2 or not spoken or not all(_is_labelled(pack, line[0]) for line in lines):
        yield block
        return
    for line in lines:
        yield replace(block.part(*line.span()), kind=BlockKind.PARAGRAPH)


def _is_labelled(pack: Pack, text: str) -> bool:
    match = _LABEL.match(text)
    return match is not None and _is_name(pack, _name(match))


def label_pieces(
    pack: Pack, chapter: Chapter, pieces: Sequence[Piece]
) -> tuple[tuple[Piece, ...], set[int]]:
    """The pieces with labelled paragraphs cut into label and speech, and the blocks cut so.

    A label counts where its name comes back, and where several people have labels.
    """
    quoted = frozenset(piece.block for piece in pieces if piece.kind is PieceKind.SPEECH)
    found = _labels(pack, chapter, quoted)
    kept = [piece for piece in pieces if piece.block not in found]
    for index, match in found.items():
        kept += _cut(index, chapter.blocks[index].text, match.end())
    return tuple(sorted(kept, key=lambda piece: (piece.block, piece.start))), set(found)


def _labels(pack: Pack, chapter: Chapter, quoted: frozenset[int]) -> Mapping[int, re.Match[str]]:
    """The labels of a chapter by their blocks; none where they make no layout.

    Marks in a chat line are part of it; behind a colon they hold what is said, and the blocks in
    `quoted` need no label.
    """
    found = {
        index: match
        for index, block in enumerate(chapter.blocks)
        if block.kind is BlockKind.PARAGRAPH and not block.speaker
        if (match := _LABEL.match(block.text)) and _is_name(pack, _name(match))
        if index not in quoted or not match["colon"]
    }
    counts = Counter(_name(match).lower() for match in found.values())
    if len(found) < _LEAST or len(counts) < 2 or max(counts.values()) < 2:
        return {}
    return found


def label_name(text: str) -> str:
    """The name in the label at the beginning of `text`."""
    match = _LABEL.match(text)
    return _name(match) if match else ""


def _name(match: re.Match[str]) -> str:
    return (match["colon"] or match["bracket"] or match["angle"]).lstrip("@")


def _is_name(pack: Pack, name: str) -> bool:
    run, never = name.split(), pack.labels.never
    if run[0].lower().rstrip(".") in never or run[-1].lower() in never:
        return False
    return len(run) == 1 or all(word[0].isupper() for word in run)


def _cut(index: int, text: str, end: int) -> list[Piece]:
    start = len(text) - len(text.lstrip())
    label = text[:end].rstrip()
    return [
        Piece(index, start, len(label), PieceKind.NARRATION),
        Piece(index, end, len(text.rstrip()), PieceKind.SPEECH),
    ]
