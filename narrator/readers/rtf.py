"""The reader of RTF: its text, without its looks, read like plain text."""

import re
from dataclasses import replace
from typing import ClassVar

from narrator.errors import BadSource
from narrator.model import Book

from .extras import missing_extra
from .flat import read_flat
from .interface import Reader, ReadOptions
from .rtf_marks import settled, with_marks, without_marked
from .source import SourceFile

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
        book = read_flat(text.replace("\n", "\n\n"), source, options)
        return replace(book, chapters=without_marked(book.chapters, read_notes=options.read_notes))
