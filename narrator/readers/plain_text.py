"""The reader of plain text: the steps from a file to a book, in order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from narrator.model import BlockKind, Book, BookInfo
from narrator.text.characters import is_blank

from .boilerplate import mark_boilerplate
from .chapters import build_chapters
from .counting import Written, losses
from .decoding import decode, strays_in
from .hyphens import with_whole_words
from .interface import Reader, ReadOptions
from .language import identified
from .layout import measure, single_spaced
from .marks import Marks, skipped
from .outline import mark_outline, mark_split_numbers
from .page_edges import mark_page_edges
from .page_marks import set_page_marks_apart
from .rows import Row, split_rows
from .source import SourceFile
from .text_notes import set_notes_apart
from .title_page import read_title_page, title_from_name

INVISIBLE = "invisible characters"


class PlainText(Reader):
    """Plain text in any common encoding and layout."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in a text file."""
        data = source.read()
        text = decode(data, where=source.where, encoding=options.encoding)
        book = read_text(text, name=source.path, options=options)
        if options.encoding or not (strays := strays_in(data)):
            return book
        signs = "sign is" if strays == 1 else "signs are"
        told = f"{strays:,} NUL {signs} left out: the file may be damaged there"
        return replace(book, warnings=(*book.warnings, told))


def read_text(text: str, *, name: Path, options: ReadOptions) -> Book:
    """The book that `text` holds; `name` gives its title where nothing else does."""
    rows = single_spaced(split_rows(text))
    marks: Marks = [skipped(INVISIBLE) if is_blank(row.text) else None for row in rows]
    mark_boilerplate(rows, marks)
    mark_split_numbers(rows, marks)
    mark_page_edges(text, rows, marks)
    mark_outline(rows, marks)
    page = read_title_page(rows, marks)
    found = identified(_heard(rows, marks), options)
    info = BookInfo(
        title=options.title or page.title or title_from_name(name),
        author=page.author if options.author is None else options.author,
        language=found.tag,
    )
    layout = measure(_ordinary(rows, marks))
    chapters = build_chapters(text, rows, marks, layout, info.title)
    chapters = set_page_marks_apart(set_notes_apart(chapters, options))
    if layout.wrapped:
        chapters = with_whole_words(chapters)
    told = [block.text for chapter in chapters for block in chapter.blocks]
    lost = tuple(losses([Written("", text)], told))
    return Book(info, chapters, text, lost, identification=found)


def _heard(rows: list[Row], marks: Marks) -> Iterator[str]:
    """The rows that are read aloud."""
    for row, mark in zip(rows, marks, strict=True):
        if mark is None or mark.kind is not BlockKind.SKIPPED:
            yield row.text


def _ordinary(rows: list[Row], marks: Marks) -> list[Row]:
    """The unmarked rows; one that follows a marked one does not continue a line."""
    found = []
    for index, row in enumerate(rows):
        if marks[index] is None:
            cut = index > 0 and marks[index - 1] is not None
            found.append(row._replace(gap=max(row.gap, 1)) if cut else row)
    return found
