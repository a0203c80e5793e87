"""Several files as one book: the chapters of a folder, or files named one after the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from narrator.errors import BadSource
from narrator.languages import every_pack, titles_for
from narrator.languages.headings import Headings
from narrator.languages.tables import Patterns
from narrator.languages.tags import primary
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
from narrator.model.identification import Evidence

from .flat import without_offsets
from .language import language_of_all
from .title_page import title_from_name

_MOST = 5_000
_LARGEST = 256 << 20
"""Bytes of all files of a folder that are read as one book."""
_TOLD = 3
"""Authors that are named where the files of one book have several."""
_LEADING = re.compile(r"^[\W_]*\d+[\W_]+(?=\D)")


def files_in(folder: Path, suffixes: Sequence[str]) -> list[Path]:
    """The story files in `folder`, in natural order: `2.txt` before `10.txt`.

    Raises:
        BadSource: there are none, or far too many.
    """
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in suffixes and not path.name.startswith((".", "~", "_"))
        if path.is_file()
    ]
    if not found or len(found) > _MOST:
        raise BadSource(
            f"there {'are too many files' if found else 'is no story'} in this folder",
            where=str(folder),
            todo="put a text, DOCX, HTML or Markdown file for each chapter into it",
        )
    if len(found) > 1 and sum(path.stat().st_size for path in found) > _LARGEST:
        raise BadSource(
            f"the {len(found):,} files in this folder are more than {_LARGEST >> 20} MB together",
            where=str(folder),
            todo="no story is that long: name its own folder, or the files one after the other",
        )
    return sorted(found, key=lambda path: (_place(path), natural_order(path.name), path.name))


def _place(path: Path) -> int:
    """-1 for what opens a book by its name, 1 for what closes it, 0 for all else."""
    names = every_pack().headings
    if _any(names.file_opens).fullmatch(path.stem):
        return -1
    return 1 if _any(names.file_closes).fullmatch(path.stem) else 0


@cache
def _any(patterns: Patterns) -> re.Pattern[str]:
    return re.compile(patterns.source, re.IGNORECASE)


@cache
def _number(names: Headings) -> re.Pattern[str]:
    """The name of a file that is only a number, or the word of a chapter and its number."""
    return re.compile(rf"^\W*{names.file_numbers.source}?[\W_]*\d+[\W_]*$", re.IGNORECASE)


def natural_order(name: str) -> list[tuple[int, str]]:
    """A key that sorts `2.txt` before `10.txt`."""
    parts = re.findall(r"\d{1,18}|\D+|\d", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def joined(books: Sequence[tuple[Path, Book]], title: str) -> Book:
    """The books of several files as one, called `title` where they do not agree on a name."""
    infos = [book.info for _, book in books]
    found = language_of_all([book for _, book in books])
    chapters = [chapter for path, book in books for chapter in _named(path, book)]
    warnings = tuple(f"{path.name}: {text}" for path, book in books for text in book.warnings)
    warnings = (*_unlike(books), *warnings)
    return Book(
        _common(infos, title, found.tag if found else "en"),
        tuple(chapters),
        None,
        warnings,
        next((book.cover for _, book in books if book.cover), None),
        tuple(dict.fromkeys(each for _, book in books for each in book.pronunciations)),
        found,
    )


def _unlike(books: Sequence[tuple[Path, Book]]) -> Iterator[str]:
    """What says that the files are several books, where anything does."""
    languages = {
        primary(found.tag): path.name
        for path, book in books
        if (found := book.identification) and found.evidence is not Evidence.ASSUMED
    }
    authors = {book.info.author: path.name for path, book in books if book.info.author}
    todo = "if these are several books, `narrator batch` makes each of them"
    if len(languages) > 1:
        told = ", ".join(f"{code} ({name})" for code, name in sorted(languages.items()))
        yield f"one book is made of files in several languages: {told}; {todo}"
    if len(authors) > 1:
        told = ", ".join(f"{author} ({name})" for author, name in list(authors.items())[:_TOLD])
        yield f"one book is made of files by several authors: {told}; {todo}"


def _named(path: Path, book: Book) -> tuple[Chapter, ...]:
    """The chapters of one file; a file of one chapter without a heading gives it its name."""
    chapters = without_offsets(book).chapters
    if len(chapters) == 1 and chapters[0].title == book.info.title:
        (chapter,) = chapters
        heading = next((b for b in chapter.blocks if b.kind is BlockKind.HEADING), None)
        title = _heading(heading) or _from_name(path, book.info.language)
        return (replace(chapter, title=title),)
    return chapters


def _heading(block: Block | None) -> str:
    return " ".join(block.text.split()).strip("#*_ ") if block else ""


def _from_name(path: Path, language: str) -> str:
    """`03 - The Docks.txt` is called `The Docks`; a bare number is a chapter of that number."""
    if _number(every_pack().headings).match(path.stem):
        number = "".join(filter(str.isdecimal, path.stem))
        return titles_for(language).chapter.format(number=int(number))
    return title_from_name(Path(_LEADING.sub("", path.stem) + path.suffix))


def _common(infos: Sequence[BookInfo], title: str, language: str) -> BookInfo:
    def one(values: Sequence[str], other: str) -> str:
        found = {value for value in values if value}
        return found.pop() if len(found) == 1 else other

    return BookInfo(
        one([info.title for info in infos], title),
        one([info.author for info in infos], ""),
        language,
        one([info.series for info in infos], ""),
        "",
        one([info.date for info in infos], ""),
    )
