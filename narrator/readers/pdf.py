"""The reader of PDF: the text layer of its pages, without what stands on every page."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, ClassVar

from narrator.errors import BadSource
from narrator.model import Block, BlockKind, Book

from .extras import missing_extra
from .flat import read_flat
from .headings import heading
from .interface import Reader, ReadOptions
from .page_edges import EDGE, HEAD_SHARE, RUNNING_HEAD, edge_key
from .source import SourceFile
from .title_page import author_stated

_MOST_PAGES = 5_000
_MOST_TEXT = 32 << 20
_FEWEST_PAGES = 4
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])(?=[a-zà-öø-ÿ])")


class Pdf(Reader):
    """PDF with a text layer."""

    suffixes: ClassVar[tuple[str, ...]] = (".pdf",)

    def recognises(self, head: bytes) -> bool:
        """By its first sign, which may stand a little way in."""
        return b"%PDF-" in head[:1024]

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in a PDF file."""
        try:
            import pypdf
        except ImportError as error:
            raise missing_extra("PDF", "pypdf") from error
        if not self.recognises(source.head(1024)):
            raise BadSource(
                "this is no PDF", where=source.where, todo="check the ending of its name"
            )
        with source.open() as file, _quiet():
            try:
                reader = pypdf.PdfReader(file)
                if reader.is_encrypted and not reader.decrypt(""):
                    raise BadSource(
                        "is locked with a password",
                        where=source.where,
                        todo="save it without one, then try again",
                    )
                pages = _pages(reader, source)
                said = reader.metadata
                found = (_text(said.title), _text(said.author)) if said else ("", "")
            except BadSource:
                raise
            except (pypdf.errors.PyPdfError, *_FAULTS) as error:
                raise BadSource(
                    "this PDF is damaged", where=source.where, todo="get another copy of the book"
                ) from error
        return _book(pages, found, source, options)


def _text(value: object) -> str:
    """What the file states, where it is text at all."""
    return value if isinstance(value, str) else ""


_FAULTS = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OSError,
)
"""What pypdf lets through from the depths of a file that is not as it should be."""


def _pages(reader: Any, source: SourceFile) -> list[list[str]]:
    """The lines of every page."""
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text() or ""
        size += len(text)
        if len(pages) >= _MOST_PAGES or size > _MOST_TEXT:
            raise BadSource(
                "this PDF is longer than any book", where=source.where, todo="give a part of it"
            )
        pages.append([line.rstrip() for line in text.splitlines() if line.strip()])
    return pages


def _book(
    pages: Sequence[list[str]], said: tuple[str, str], source: SourceFile, options: ReadOptions
) -> Book:
    heads = running_heads(pages)
    skipped = [[line for line in _edges(page) if edge_key(line) in heads] for page in pages]
    text = "\n".join(
        _set_apart(line)
        for page, out in zip(pages, skipped, strict=True)
        for line in page
        if line not in out
    )
    title, author = (" ".join(each.split()) for each in said)
    author = author_stated(author, options.language or "")
    known = replace(
        options,
        title=options.title or title or None,
        author=options.author if options.author is not None else author or None,
    )
    book = read_flat(_HYPHEN.sub("", text), source, known)
    lines = [line for page in skipped for line in page]
    if not lines or not book.chapters:
        return book
    # They stood between the lines of the text; here they are listed behind it.
    last = book.chapters[-1]
    listed = Block(BlockKind.SKIPPED, "\n".join(lines), None, RUNNING_HEAD)
    return replace(
        book, chapters=(*book.chapters[:-1], replace(last, blocks=(*last.blocks, listed)))
    )


def _set_apart(line: str) -> str:
    """A heading with the blank lines around it that the page had, and its text layer has not."""
    bare = line.strip()
    return f"\n{bare}\n" if bare and heading(bare) is not None else line


def running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of many pages, but for its numbers."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    found = Counter(key for page in pages for key in {edge_key(line) for line in _edges(page)})
    return {key for key, count in found.items() if count >= max(3, HEAD_SHARE * len(pages))}


def _edges(page: Sequence[str]) -> Iterator[str]:
    yield from page[:EDGE]
    yield from page[max(EDGE, len(page) - EDGE) :]


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf logs what it mends; a person can do nothing about it."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
