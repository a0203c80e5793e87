"""Notes in plain text: `[1]` in a sentence, and a paragraph of its own that says `[1] The note.`"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrator.model import Block, BlockKind, Chapter

NOTE, NOTE_MARK = "note", "note mark"

_LABEL = r"(\d{1,4}|[A-Z]|\*{1,4}|[†‡§])"
_BODY = re.compile(rf"\[(?:(?:foot)?note\s+)?{_LABEL}(?P<end>\]:?|:)\s*(?=\S)", re.IGNORECASE)
_MARK = re.compile(rf"[ \t]?\[{_LABEL}\](?![(:])")
_READ = (BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER)


def set_notes_apart(chapters: Sequence[Chapter], *, read_notes: bool) -> tuple[Chapter, ...]:
    """`chapters` with the marks of notes as skipped blocks, and unless they are read the notes.

    Only what is both, a mark somewhere and the beginning of a paragraph somewhere, is a note.
    """
    blocks = [
        b for chapter in chapters for b in chapter.blocks if b.kind in _READ and "[" in b.text
    ]
    noted = {body[1] for block in blocks if (body := _BODY.match(block.text))}
    marked = {mark[1] for block in blocks for mark in _marks(block)}
    labels = noted & marked
    if not labels:
        return tuple(chapters)
    return tuple(
        replace(chapter, blocks=tuple(_apart(chapter.blocks, labels, read_notes=read_notes)))
        for chapter in chapters
    )


def _marks(block: Block) -> Iterator[re.Match[str]]:
    """The marks in a block; what it begins with is the label of a note."""
    return (match for match in _MARK.finditer(block.text) if match.start() > 0)


def _apart(blocks: Sequence[Block], labels: set[str], *, read_notes: bool) -> Iterator[Block]:
    open_note = False
    for block in blocks:
        body = _BODY.match(block.text) if block.kind in _READ else None
        is_note = open_note or (body is not None and body[1] in labels)
        if block.kind not in _READ or (is_note and read_notes):
            open_note = False
            yield block
        elif is_note:
            # `[Footnote 1: ...]` may have many paragraphs, up to its bracket.
            bracketed = open_note or (body is not None and body["end"] == ":")
            open_note = bracketed and not block.text.rstrip().endswith("]")
            yield replace(block, kind=BlockKind.SKIPPED, reason=NOTE)
        else:
            yield from _without_marks(block, labels)


def _without_marks(block: Block, labels: set[str]) -> Iterator[Block]:
    found = [mark for mark in _marks(block) if mark[1] in labels] if "[" in block.text else []
    if not found:
        yield block
        return
    edges = [0, *(at for mark in found for at in mark.span()), len(block.text)]
    parts = [block.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    whole = not "".join(parts[1:]).strip()  # all marks at its end: it still stands at one place
    text = "".join(parts).rstrip()
    if text:
        yield replace(block, text=text, start=block.start if whole else None)
    for mark in found:
        text = mark[0].strip()
        start = None if block.start is None else block.start + mark.end() - len(text)
        yield Block(BlockKind.SKIPPED, text, start, NOTE_MARK)
