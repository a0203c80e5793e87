"""Notes in plain text: `[1]` in a sentence, and a paragraph of its own that says `[1] The note.`"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Notes
from narrator.model import Block, BlockKind, Chapter

from .interface import ReadOptions

NOTE, NOTE_MARK = "note", "note mark"

_LABEL = r"(\d{1,4}|[A-Z]|\*{1,4}|[†‡§])"
_MARK = re.compile(rf"[ \t]?\[{_LABEL}\](?![(:])")
_READ = (BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LETTER)


@dataclass(frozen=True, slots=True)
class _Note:
    """The blocks of a note, and how many characters of the first are its label."""

    blocks: tuple[Block, ...]
    label: int


def set_notes_apart(chapters: Sequence[Chapter], options: ReadOptions) -> tuple[Chapter, ...]:
    """`chapters` with the marks of notes as skipped blocks, and the notes as `options` has them.

    Only what is both, a mark somewhere and the beginning of a paragraph somewhere, is a note.
    """
    blocks = [b for chapter in chapters for b in chapter.blocks if _may_note(b)]
    noted = {body[1] for block in blocks if (body := _body(block.text))}
    marked = {mark[1] for block in blocks for mark in _marks(block)}
    labels = noted & marked
    if not labels:
        return tuple(chapters)
    notes = _notes(chapters, labels)
    own = {id(block) for _, note in notes for block in note.blocks}
    marks = Counter(mark[1] for b in blocks if id(b) not in own for mark in _marks(b))
    waiting: dict[str, deque[_Note]] = {}
    for label, note in notes if options.read_notes else ():
        if len(waiting.setdefault(label, deque())) < marks[label]:
            waiting[label].append(note)
    moved = {id(b) for each in waiting.values() for note in each for b in note.blocks}
    reader = _Reader(options, labels, waiting, own, moved)
    return tuple(
        replace(chapter, blocks=tuple(reader.blocks(chapter.blocks))) for chapter in chapters
    )


def _body(text: str) -> re.Match[str] | None:
    """The label that a note begins with."""
    return _bodies(every_pack().matter.notes).match(text)


@cache
def _bodies(notes: Notes) -> re.Pattern[str]:
    return re.compile(
        rf"\[(?:{notes.words.source}\s+)?{_LABEL}(?P<end>\]:?|:)\s*(?=\S)", re.IGNORECASE
    )


def _may_note(block: Block) -> bool:
    return block.kind in _READ and "[" in block.text


def _marks(block: Block) -> Iterator[re.Match[str]]:
    """The marks in a block; what it begins with is the label of a note."""
    return (match for match in _MARK.finditer(block.text) if match.start() > 0)


def _notes(chapters: Sequence[Chapter], labels: set[str]) -> list[tuple[str, _Note]]:
    """Every note with its label, in the order of the text."""
    found: list[tuple[str, _Note]] = []
    for chapter in chapters:
        is_open = False
        for block in chapter.blocks:
            body = _body(block.text) if _may_note(block) else None
            if body is not None and body[1] in labels:
                found.append((body[1], _Note((block,), body.end())))
                # `[Footnote 1: ...]` may have many paragraphs, up to its bracket.
                is_open = body["end"] == ":"
            elif is_open and block.kind in _READ:
                label, note = found[-1]
                found[-1] = label, replace(note, blocks=(*note.blocks, block))
            else:
                is_open = False
            is_open = is_open and not block.text.rstrip().endswith("]")
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Puts marks and notes where they belong."""

    options: ReadOptions
    labels: set[str]
    waiting: dict[str, deque[_Note]]
    """The notes to be read behind their paragraphs, by label, in order."""
    own: set[int]
    """The ids of all blocks of notes."""
    moved: set[int]
    """The ids of those that are read behind a paragraph."""

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The blocks of a chapter."""
        for block in blocks:
            if id(block) not in self.own:
                yield from self._told(block)
            elif self.options.read_all:
                yield block
            elif id(block) not in self.moved:
                yield replace(block, kind=BlockKind.SKIPPED, reason=NOTE)

    def _told(self, block: Block) -> Iterator[Block]:
        """A paragraph without its marks, these, and the notes that are read behind it."""
        found = [m for m in _marks(block) if m[1] in self.labels] if _may_note(block) else []
        if not found:
            yield block
            return
        told = block.without([mark.span() for mark in found])
        if told.text.strip():
            yield told.part(0, len(told.text.rstrip()))
        for mark in found:
            yield _part(block, mark.start(), mark.end(), NOTE_MARK)
        for mark in found:
            if self.waiting.get(mark[1]):
                yield from _read_out(self.waiting[mark[1]].popleft())


def _read_out(note: _Note) -> Iterator[Block]:
    first, *others = note.blocks
    yield _part(first, 0, note.label, NOTE_MARK)
    yield _part(first, note.label, len(first.text))
    yield from others


def _part(block: Block, start: int, end: int, reason: str = "") -> Block:
    """Part of a block as a block of its own, white space at its ends left out."""
    text = block.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    kind = BlockKind.SKIPPED if reason else block.kind
    return replace(block.part(start, end), kind=kind, reason=reason)
