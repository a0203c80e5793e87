"""Text that was drawn out of a format which is not text, read like plain text."""

from dataclasses import replace

from narrator.errors import BadSource
from narrator.model import Book, Chapter
from narrator.text.characters import without_controls

from .interface import ReadOptions
from .plain_text import read_text
from .source import SourceFile


def read_flat(text: str, source: SourceFile, options: ReadOptions) -> Book:
    """The book in `text`, drawn out of `source`: it has no offsets, for they would lead nowhere.

    Raises:
        BadSource: there is nothing in it to read.
    """
    if not text.strip():
        raise BadSource(
            "there is no text in it to read",
            where=source.where,
            todo="a book of scanned pages has to go through text recognition (OCR) first",
        )
    return without_offsets(read_text(without_controls(text), name=source.path, options=options))


def without_offsets(book: Book) -> Book:
    """`book` as one whose text nobody can point at."""

    def placeless(chapter: Chapter) -> Chapter:
        blocks = (replace(block, start=None, gaps=()) for block in chapter.blocks)
        return replace(chapter, blocks=tuple(blocks))

    return replace(book, chapters=tuple(map(placeless, book.chapters)), text=None)
