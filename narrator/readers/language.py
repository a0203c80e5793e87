"""In which language a book is that was read, and what a person should know of that."""

from collections.abc import Iterable, Sequence

from narrator.languages import identify
from narrator.languages.tags import primary
from narrator.model import Book, Identification

from .interface import ReadOptions


def identified(passages: Iterable[str], options: ReadOptions, marked: str = "") -> Identification:
    """The language of a file of these `passages`, which says of itself that it is `marked`."""
    return identify("\n".join(passages), marked=marked, told=options.language)


def language_of_all(books: Sequence[Book]) -> Identification | None:
    """The language that most of several files together is in; None for no file."""
    sizes: dict[str, int] = {}
    first: dict[str, Identification] = {}
    for book in books:
        if book.identification:
            code = primary(book.identification.tag)
            sizes[code] = sizes.get(code, 0) + _size(book)
            first.setdefault(code, book.identification)
    most = max(sizes, key=lambda code: sizes[code], default=None)
    return None if most is None else first[most]


def _size(book: Book) -> int:
    return sum(len(block.text) for chapter in book.chapters for block in chapter.blocks)
