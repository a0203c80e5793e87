"""The reader of Fountain, the plain-text form of screenplays (fountain.io/syntax)."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from narrator.errors import BadSource
from narrator.model import Block, BlockKind, Book, BookInfo
from narrator.text.characters import is_blank
from narrator.text.title_case import readable_case

from .counting import Written, losses
from .decoding import decode
from .drafts import Draft, chapters_of
from .interface import Reader, ReadOptions
from .language import identified
from .marks import Level
from .plays import CUE, person_named
from .rows import split_rows
from .source import SourceFile
from .title_page import title_from_name

_SCENE = re.compile(r"(?:INT|EXT|EST|I/E|INT\.?/EXT)[. ]\S?.*|\.[^.\s].*", re.IGNORECASE)
_TRANSITION = re.compile(r"[A-Z][A-Z ,'’]*TO:|>[^<]*|(?:FADE|CUT) (?:IN|OUT|TO)\b[A-Z ]*[.:]?")
_CHARACTER = re.compile(r"@\S.*|[^a-z\n(]*[A-Z][^a-z\n(]*(?:\([^)\n]*\)\s*)*\^?")
_EXTENSION = re.compile(r"\s*(?:\([^)]*\)|\^)\s*")
_FIELD = re.compile(r"([A-Za-z][A-Za-z ]{0,30}):[ \t]*(.*)")
_SIGN = re.compile(r"(#{1,6}|\.(?=[^.\s])|!|~|>(?=.*<$))\s*(?=\S)")
_END_SIGN = re.compile(r"(?<=\S)\s*(#[\w.)-]{1,12}#|<)$")
_EMPTY_SPEECH = re.compile(r"\n {2,}\r?\n")
_MARK = "mark of a screenplay"
_NOTE = re.compile(r"\[\[.*?\]\]|/\*.*?\*/", re.DOTALL)
_KNOWN = frozenset(
    {"title", "credit", "author", "authors", "source", "draft date", "date", "contact", "notes"}
)


@dataclass(slots=True)
class _Line:
    """A line that is not blank."""

    start: int
    text: str
    gap: bool
    """Whether a blank line, or the beginning, stands before it."""
    last: bool = False
    """Whether a blank line, or the end, follows."""
    is_note: bool = False
    """Whether it is a note of the writer, or part of one."""


class Fountain(Reader):
    """Fountain screenplays."""

    suffixes: ClassVar[tuple[str, ...]] = (".fountain", ".spmd")

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The screenplay in a Fountain file."""
        text = decode(source.read(), where=source.where, encoding=options.encoding)
        if is_blank(text):
            raise BadSource("this file is empty", where=source.where, todo="give one with a story")
        return read_screenplay(text, source.path, options)


def read_screenplay(text: str, name: Path, options: ReadOptions) -> Book:
    """The screenplay that `text` holds."""
    lines = _lines(text)
    fields, body = _title_page(lines)
    title = options.title or readable_case(fields.get("title", "")) or title_from_name(name)
    author = options.author
    if author is None:
        author = fields.get("author", fields.get("authors", ""))
    found = identified((line.text for line in lines[body:]), options)
    info = BookInfo(title.replace("*", "").replace("_", ""), author, found.tag)
    drafts = [Draft()]
    for line in lines[:body]:
        drafts[-1].add(Block(BlockKind.SKIPPED, line.text, line.start, "title page"))
    for block, chapter in _blocks(lines[body:]):
        if chapter:
            drafts.append(Draft(level=Level.CHAPTER))
        elif block.kind is BlockKind.HEADING and drafts[-1].level and not drafts[-1].headings:
            drafts[-1].headings.append(block.text)
        drafts[-1].add(block)
    chapters = chapters_of(drafts, info.title)
    told = [block.text for chapter in chapters for block in chapter.blocks]
    lost = tuple(losses([Written("", text)], told))
    return Book(info, chapters, text, lost, identification=found)


def _lines(text: str) -> list[_Line]:
    """The lines of `text`, cut where the writer's notes begin and end."""
    notes = deque(_note_spans(text))
    lines: list[_Line] = []
    behind = 0
    for row in split_rows(text):
        # A line of two blanks is what an empty line of a speech is written as.
        gap = row.gap > 0 and not _EMPTY_SPEECH.search(text, behind, row.start)
        while notes and notes[0][1] <= row.start:
            notes.popleft()
        for start, end, is_note in _parts(row.start, row.end, notes):
            part = text[start:end].strip()
            if part:
                at = start + text[start:end].index(part)
                lines.append(_Line(at, part, gap, is_note=is_note))
                gap = gap and is_note
        behind = row.end
    told = [line for line in lines if not line.is_note]
    for line, after in zip(told, [*told[1:], None], strict=True):
        line.last = after is None or after.gap
    if told:
        told[0].gap = True
    return lines


def _parts(
    start: int, end: int, notes: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """`start` to `end` cut at the edges of `notes`, and whether each part is in one."""
    at = start
    for first, behind in notes:
        if first >= end:
            break
        if behind > at:
            if first > at:
                yield at, first, False
            yield max(first, at), min(behind, end), True
            at = min(behind, end)
    if at < end:
        yield at, end, False


def _title_page(lines: list[_Line]) -> tuple[dict[str, str], int]:
    """What the title page says, and how many lines it has."""
    fields: dict[str, str] = {}
    name = ""
    for index, line in enumerate(lines):
        if line.is_note:
            return fields, index
        match = _FIELD.fullmatch(line.text)
        if index and line.gap:
            return fields, index
        if match and match[1].lower() in _KNOWN:
            name = match[1].lower()
            fields[name] = match[2].strip("*_ ")
        elif not name:
            return {}, 0
        else:
            fields[name] = f"{fields[name]} {line.text.strip('*_ ')}".strip()
    return fields, len(lines)


def _blocks(lines: list[_Line]) -> Iterator[tuple[Block, bool]]:
    """The blocks in order, and whether each begins a chapter."""
    speaker = ""
    for line in lines:
        if line.is_note:
            yield Block(BlockKind.SKIPPED, line.text, line.start, "the writer's note"), False
            continue
        if line.gap:
            speaker = ""
        kind, reason, chapter = _kind(line, speaker)
        if reason == CUE:
            name = _EXTENSION.sub(" ", line.text.lstrip("@")).strip()
            speaker = person_named(name)
        text, start = line.text, line.start
        sign = _SIGN.match(text) if reason == "" and (not speaker or text[0] == "~") else None
        if sign:
            yield Block(BlockKind.SKIPPED, sign[1], start, _MARK), chapter
            text, start, chapter = text[sign.end() :], start + sign.end(), False
        end = _END_SIGN.search(text) if (kind is BlockKind.HEADING or sign) else None
        body = text[: end.start()] if end else text
        said = speaker if kind is BlockKind.PARAGRAPH and any(map(str.isalnum, body)) else ""
        yield Block(kind, body, start, reason, said), chapter
        if end:
            yield Block(BlockKind.SKIPPED, end[1], start + end.start(1), _MARK), False


def _note_spans(text: str) -> list[tuple[int, int]]:
    if "[[" not in text and "/*" not in text:
        return []
    return [match.span() for match in _NOTE.finditer(text)][:1000]


def _kind(line: _Line, speaker: str) -> tuple[BlockKind, str, bool]:
    text = line.text
    if is_blank(text):
        return BlockKind.SKIPPED, "invisible characters", False
    if speaker:
        if text.startswith("(") and text.endswith(")"):
            return BlockKind.SKIPPED, "direction to the actor", False
        return BlockKind.PARAGRAPH, "", False
    if text.startswith("#") and text.strip("# "):
        return BlockKind.HEADING, "", len(text) - len(text.lstrip("#")) == 1
    if not text.strip("="):
        return BlockKind.SKIPPED, "page break", False
    if text.startswith("=") and text.strip("= "):
        return BlockKind.SKIPPED, "synopsis", False
    if text.startswith("!") or (text.startswith(">") and text.endswith("<")):
        return BlockKind.PARAGRAPH, "", False
    if line.gap and line.last and _SCENE.fullmatch(text):
        return BlockKind.HEADING, "", False
    if line.gap and line.last and _TRANSITION.fullmatch(text):
        return BlockKind.SKIPPED, "transition", False
    if line.gap and not line.last and _CHARACTER.fullmatch(text) and any(map(str.isalpha, text)):
        return BlockKind.SKIPPED, CUE, False
    return BlockKind.PARAGRAPH, "", False
