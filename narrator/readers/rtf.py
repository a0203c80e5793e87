"""The reader of RTF: its text, without its looks, read like plain text."""

import re
from dataclasses import replace
from typing import ClassVar

from narrator.errors import BadSource
from narrator.model import Book
from narrator.text.characters import without_controls

from .extras import missing_extra
from .flat import read_flat
from .interface import Reader, ReadOptions
from .rtf_marks import settled, with_marks, without_marked
from .source import SourceFile
from .title_page import author_stated

_INFO = re.compile(r"\{\\(title|author)\b ?([^{}]{1,300})\}")
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_HEAD = 1 << 16
"""Signs at the beginning in which a document tells of itself."""
_CELL_END = re.compile(r"\|(?=.*\|$)|\|$", re.MULTILINE)


class Rtf(Reader):
    """RTF, as word processors save it."""

    suffixes: ClassVar[tuple[str, ...]] = (".rtf",)

    def recognises(self, head: bytes) -> bool:
        """By its first command."""
        return head.lstrip().startswith(b"{\\rtf")

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in an RTF file."""
        data = source.read()
        if not self.recognises(data[:100]):
            raise BadSource(
                "this is no RTF document", where=source.where, todo="check the ending of its name"
            )
        try:
            from striprtf.striprtf import rtf_to_text
        except ImportError as error:
            raise missing_extra("RTF", "striprtf") from error
        # Bytes above 127 do not belong in RTF; where they are, they are in the code page it names.
        try:
            decoded = data.decode("latin-1")
            text: str = rtf_to_text(with_marks(decoded), errors="replace")  # type: ignore[no-untyped-call]
        except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError) as error:
            raise BadSource(
                "this RTF document is damaged",
                where=source.where,
                todo="open it in a word processor and save it as DOCX or ODT",
            ) from error
        # A row of a table comes with a bar behind each of its cells.
        text = _CELL_END.sub("\t", settled(text))
        # A paragraph of RTF is one line of the text, however long.
        known = _with_info(decoded, options)
        book = read_flat(text.replace("\n", "\n\n"), source, known)
        return replace(book, chapters=without_marked(book.chapters, read_notes=options.read_notes))


def _with_info(decoded: str, options: ReadOptions) -> ReadOptions:
    """`options` with the title and author that the document states, where a person names none."""
    from striprtf.striprtf import rtf_to_text

    page = _CODE_PAGE.search(decoded)
    said = {}
    for field, value in _INFO.findall(decoded[:_HEAD]):
        one = f"{{\\rtf1{page[0] if page else ''} {value}}}"
        try:
            told: str = rtf_to_text(one, errors="replace")  # type: ignore[no-untyped-call]
        except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
            continue
        said[field] = without_controls(" ".join(told.split()))
    author = author_stated(said.get("author", ""), options.language or "")
    return replace(
        options,
        title=options.title or said.get("title") or None,
        author=(author or None) if options.author is None else options.author,
    )
