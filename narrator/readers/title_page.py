"""The title and the author of a book, from its first rows or its file name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from narrator.languages import every_pack, titles_for
from narrator.languages.headings import Byline
from narrator.model import BlockKind
from narrator.text.characters import without_controls
from narrator.text.title_case import capitalised, readable_case

from .authors import authors_said
from .boilerplate import header_fields, is_field
from .headings import heading, looks_like_title
from .marks import Level, Mark, Marks
from .outline import UNDERLINE
from .rows import Row

_FRONT = 12
_LONGEST_NAME = 60
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:,?\s+(?:[^\W\d_][\w.'’-]*|&)){0,6}")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the front of a book says about it; empty where it says nothing."""

    title: str = ""
    author: str = ""


def read_title_page(rows: list[Row], marks: Marks) -> TitlePage:
    """The title and the author, whose rows are marked as headings."""
    stated = header_fields(rows)
    front = _front(rows, marks)
    title, author = _mark_front(rows, marks, front)
    return TitlePage(
        readable_case(stated.get("title", title)), readable_case(stated.get("author", author))
    )


def title_from_name(path: PurePath) -> str:
    """The title that a file's name suggests.

    >>> title_from_name(PurePath("books/the-lamp_room.txt"))
    'The Lamp Room'
    """
    words = re.sub(r"[\s_–—-]+", " ", without_controls(path.stem)).strip()
    if not words:
        return path.name
    return capitalised(words) if words.islower() else words


def authors_named(names: Iterable[str], language: str) -> str:
    """Several authors as one name, in the language of their book.

    >>> authors_named(["Ann Lee", "Jo Rye"], "en")
    'Ann Lee and Jo Rye'
    """
    return titles_for(language).between_authors.join(names)


def author_stated(name: str, language: str) -> str:
    """The author, or several, whom the properties of a document name.

    >>> author_stated("Finch, Orla; Ann Lee", "en")
    'Orla Finch and Ann Lee'
    """
    return authors_named(dict.fromkeys(authors_said(name)), language)


def _front(rows: list[Row], marks: Marks) -> list[int]:
    """The first rows that are read aloud, up to the first heading of a chapter."""
    front: list[int] = []
    for index in range(len(rows)):
        mark = marks[index]
        if mark is not None and mark.kind is BlockKind.SKIPPED:
            continue
        if len(front) == _FRONT or (mark is not None and not _is_book_title(rows, marks, index)):
            break
        front.append(index)
    return front


def _is_book_title(rows: list[Row], marks: Marks, index: int) -> bool:
    """A first heading names the book where no other has its rank: Markdown's `# Title`, or one that
    is underlined and no `Chapter 1`."""
    if rows[index].text.startswith("# "):
        return sum(row.text.startswith("# ") for row in rows) == 1
    mark, after = marks[index], marks[index + 1] if index + 1 < len(marks) else None
    if mark is None or not mark.titled or mark.number is not None:
        return False
    is_underlined = after is not None and after.reason == UNDERLINE
    same = [each for each in marks if each and each.level is mark.level and each.titled]
    return is_underlined and len(same) == 1 and heading(rows[index].text) is None


def _mark_front(rows: list[Row], marks: Marks, front: list[int]) -> tuple[str, str]:
    title, author, reach = "", "", 0
    for place, index in enumerate(front):
        text = rows[index].text
        if is_field(text):
            reach = place + 1
        elif place == 0 and _is_title(rows, marks, index):
            title, author = _title_and_author(text.lstrip("# "))
            reach = 1
        elif not author and (name := _byline(rows, front, place)):
            author, reach = name
    if reach > 1 and any(len(rows[index].text) > _LONGEST_NAME for index in front[:reach]):
        reach = 1 if title else 0
        author = "" if not title else author
    for index in front[:reach]:
        marks[index] = Mark(BlockKind.HEADING, Level.MINOR, rows[index].text)
    return title, author


def _title_and_author(text: str) -> tuple[str, str]:
    """A row that may name both: `The Two Keys, by Ann Lee`."""
    title, comma, rest = text.strip().rpartition(", ")
    author = author_named(rest) if comma else ""
    return (title, author) if len(author.split()) > 1 else (text, "")


def _is_title(rows: list[Row], marks: Marks, index: int) -> bool:
    if marks[index] is not None:
        return True
    after = index + 1
    alone = after == len(rows) or rows[after].gap > 0 or marks[after] is not None
    byline = after < len(rows) and _named(rows[after].text.strip("_* "))
    return looks_like_title(rows[index].text, strict=not (alone or byline))


def _byline(rows: list[Row], front: list[int], place: int) -> tuple[str, int] | None:
    """The author named at `front[place]`, and how many front rows the name reaches."""
    text = rows[front[place]].text.strip("_* ")
    if len(text) > _LONGEST_NAME:
        return None
    if place + 1 < len(front) and _names_next(text):
        name, reach = rows[front[place + 1]].text.strip("_* "), place + 2
    elif match := _named(text):
        name, reach = match["name"], place + 1
    else:
        return None
    # Under the title there may be a writer who calls herself `inkwell`.
    capital = name[:1].isupper() or (place == 1 and len(name.split()) == 1)
    return (name, reach) if capital and _NAME.fullmatch(name) else None


def author_named(line: str) -> str:
    """The author whom a line names: `by Ann Lee`; empty where it names nobody."""
    match = _named(line.strip()) if len(line) <= _LONGEST_NAME else None
    name = match["name"] if match else ""
    return name if name[:1].isupper() and _NAME.fullmatch(name) else ""


def _names_next(text: str) -> bool:
    """Whether the author's name stands in the next row."""
    return bool(_alone(every_pack().headings.byline).fullmatch(text.rstrip(":")))


def _named(text: str) -> re.Match[str] | None:
    return _names(every_pack().headings.byline).fullmatch(text)


@cache
def _names(words: Byline) -> re.Pattern[str]:
    """`by Ann Lee`, `A Romance by Ann Lee`, `Written by: Ann Lee`."""
    return re.compile(
        rf"(?:{words.articles.source}\s+[\w\s]{{0,30}}?)?(?:(?:{words.written.source}|{words.made.source})\s+)?"
        rf"{words.by.source}[:\s]\s*(?P<name>\S.*)",
        re.IGNORECASE,
    )


@cache
def _alone(words: Byline) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.written.source} )?{words.by.source}", re.IGNORECASE)
