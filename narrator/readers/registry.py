"""Which readers there are, and the way into them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from narrator.errors import BadSource
from narrator.model import BlockKind, Book
from narrator.text.characters import count_words

from .author_notes import without_author_notes
from .boilerplate import LICENCE
from .collection import files_in, joined
from .detection import find_reader
from .docx import Docx
from .drafts import is_heard
from .epub import Epub
from .fb2 import Fb2
from .fountain import Fountain
from .html import Html
from .interface import Reader, ReadOptions
from .markdown import Markdown
from .markup.roles import FURNITURE
from .odt import Odt
from .pdf import Pdf
from .plain_text import PlainText
from .plays import cast_play
from .rtf import Rtf
from .selection import select
from .source import SourceFile
from .title_page import title_from_name

READERS: tuple[Reader, ...] = (
    PlainText(),
    Markdown(),
    Html(),
    Epub(),
    Docx(),
    Odt(),
    Fb2(),
    Rtf(),
    Pdf(),
    Fountain(),
)
"""Every reader; the first one is tried on what none of them knows."""

_WHOLE = ReadOptions()
_EXPECTED = frozenset({LICENCE, FURNITURE})
"""Why a file may well hold more that is not read than that is."""


def read_book(path: Path, options: ReadOptions = _WHOLE) -> Book:
    """The book in the file at `path`.

    Raises:
        BadSource: it is missing, empty, not of a known format, or cannot be decoded.
    """
    return read_story([SourceFile(path)], options)


def read_story(sources: Sequence[SourceFile], options: ReadOptions = _WHOLE) -> Book:
    """The book in a file, in a folder with a file for each chapter, or in several files.

    Raises:
        BadSource: one of them cannot be read, or `options` name chapters that are not there.
        MissingTool: a format needs a library that was not installed.
    """
    files = story_files(sources)
    if len(sources) == 1 and not _is_folder(sources[0]):
        book = _read(files[0], options)
    else:
        books = [(file.path, _read(file, replace(options, title=None))) for file in files]
        book = joined(books, title_from_name(_namesake(sources[0])))
        if options.title:
            book = replace(book, info=replace(book.info, title=options.title))
    return select(book, options)


def suffixes() -> list[str]:
    """The endings of all files that can be read, with their dots."""
    return [suffix for reader in READERS for suffix in reader.suffixes]


def story_files(sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The files that a story is in: for a folder, those in it that can be read."""
    files: list[SourceFile] = []
    for source in sources:
        if _is_folder(source):
            files += map(SourceFile, files_in(source.path, suffixes()))
        else:
            files.append(source)
    return files


def _read(source: SourceFile, options: ReadOptions) -> Book:
    book = find_reader(source, READERS).read(source, options)
    if not any(is_heard(chapter.blocks) for chapter in book.chapters):
        raise BadSource(
            "there is nothing in it to read aloud",
            where=source.where,
            todo="--read-all reads what is left out of it, if anything is",
        )
    if options.skip_notes:
        book = without_author_notes(book)
    return cast_play(_with_doubt(book))


def _with_doubt(book: Book) -> Book:
    """`book` with a warning where more of it is left out than is read, licences aside."""
    read = left_out = 0
    for block in (block for chapter in book.chapters for block in chapter.blocks):
        words = count_words(block.text)
        read += words if block.kind is not BlockKind.SKIPPED else 0
        left_out += words if block.reason and block.reason not in _EXPECTED else 0
    if left_out <= read:
        return book
    warning = "more of it is left out than is read: see `narrator plan --skipped`, and --read-all"
    return replace(book, warnings=(*book.warnings, warning))


def _namesake(source: SourceFile) -> Path:
    """What several files together are named after: their folder, as far as it has a name."""
    path = source.path.resolve()
    return Path((path if _is_folder(source) else path.parent).name or path.name)


def _is_folder(source: SourceFile) -> bool:
    try:
        return source.data is None and source.path.is_dir()
    except (OSError, ValueError):  # a name that no file can have
        return False
