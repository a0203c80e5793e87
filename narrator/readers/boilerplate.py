"""What Project Gutenberg and its volunteers put around and between the author's words."""

import re
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Archives, Gutenberg, Matter
from narrator.languages.tables import Patterns

from .marks import Marks, skip_rows
from .rows import Row

LICENCE = "Project Gutenberg licence"
CREDITS = "transcriber's credits"
ARCHIVE = "an archive's account of the story"

_FEWEST_ACCOUNTS = 4
_HEADER_ROWS = 600
_FRONT_ROWS = 60
_CREDIT_ROWS = 12


def mark_boilerplate(rows: list[Row], marks: Marks) -> None:
    """Mark the licence before and after the book, credits, notes and places of pictures."""
    matter = every_pack().matter
    around = matter.gutenberg
    start = _licence_before(rows, _any(around.start))
    end = _licence_after(rows, start, _any(around.end))
    skip_rows(marks, 0, start, LICENCE)
    skip_rows(marks, end, len(rows), LICENCE)
    if start:
        _mark_credits(rows, marks, start, end, _any(around.credits))
    else:
        _mark_old_header(rows, marks, around)
    _mark_account(rows, marks, matter.archives)
    _mark_bracketed(rows, marks, around)


def header_fields(rows: list[Row]) -> dict[str, str]:
    """The `title` and `author` that the first rows state, as Project Gutenberg's do."""
    stated = _field(every_pack().matter)
    fields: dict[str, str] = {}
    for row in rows[:_FRONT_ROWS]:
        match = stated.fullmatch(row.text)
        if match:
            fields.setdefault("title" if match["title"] else "author", match["said"].strip())
    return fields


def is_field(text: str) -> bool:
    """Whether a row states the title or the author: `Title: Emma`."""
    return bool(_field(every_pack().matter).fullmatch(text))


@cache
def _any(patterns: Patterns) -> re.Pattern[str]:
    return re.compile(patterns.source, re.IGNORECASE)


@cache
def _field(matter: Matter) -> re.Pattern[str]:
    names = rf"(?P<title>{matter.title_fields.source})|{matter.author_fields.source}"
    return re.compile(rf"(?:{names})\s*:\s*(?P<said>\S.*)", re.IGNORECASE)


@cache
def _labels(archives: Archives) -> re.Pattern[str]:
    return re.compile(rf"{archives.labels.source}\s*:", re.IGNORECASE)


@cache
def _brackets(around: Gutenberg) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The reasons for which something in brackets is left out, and how it begins."""
    return tuple(
        (reason, re.compile(rf"\[\s*{opens.source}", re.IGNORECASE))
        for reason, opens in around.bracketed.items()
    )


def _licence_before(rows: list[Row], start: re.Pattern[str]) -> int:
    """The first row behind the header; the small print may follow the first such mark."""
    found = 0
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        if start.match(row.text):
            found = _paragraph_end(rows, index)
    return found


def _licence_after(rows: list[Row], start: int, end: re.Pattern[str]) -> int:
    for index in range(start, len(rows)):
        if end.match(rows[index].text):
            return index
    return len(rows)


def _mark_credits(
    rows: list[Row], marks: Marks, start: int, end: int, opens: re.Pattern[str]
) -> None:
    for index in range(start, min(start + _CREDIT_ROWS, end)):
        if _opens_group(rows, index) and opens.match(rows[index].text):
            skip_rows(marks, index, min(_paragraph_end(rows, index), end), CREDITS)
            return


def _mark_old_header(rows: list[Row], marks: Marks, around: Gutenberg) -> None:
    """A header of which someone cut off the line that says where it ends."""
    if not rows or not _any(around.header).match(rows[0].text):
        return
    index = 0
    while index < min(len(rows), _FRONT_ROWS):
        behind = _paragraph_end(rows, index)
        if _any(around.header_parts).match(rows[index].text):
            skip_rows(marks, index, behind, LICENCE)
        elif _any(around.credits).match(rows[index].text):
            skip_rows(marks, index, behind, CREDITS)
        index = behind


def _mark_account(rows: list[Row], marks: Marks, archives: Archives) -> None:
    """What a downloader of fan fiction writes above a story: `Rating: T`, `Words: 1,234`."""
    label = _labels(archives)
    index = 0
    while index < min(len(rows), _FRONT_ROWS):
        behind = _paragraph_end(rows, index)
        known = sum(bool(label.match(row.text)) for row in rows[index:behind])
        if behind - index == 1 and label.fullmatch(rows[index].text):
            # Downloads that lost their lists: a label in a paragraph, and what it says in the next.
            while behind + 1 < len(rows) and label.fullmatch(rows[behind + 1].text):
                behind += 2
            if behind - index >= 2 * _FEWEST_ACCOUNTS - 1 and not marks[index]:
                skip_rows(marks, index, min(behind + 1, len(rows)), ARCHIVE)
        elif known >= _FEWEST_ACCOUNTS and 2 * known > behind - index and not marks[index]:
            skip_rows(marks, index, behind, ARCHIVE)
        index = behind


def _mark_bracketed(rows: list[Row], marks: Marks, around: Gutenberg) -> None:
    brackets = _brackets(around)
    for index, row in enumerate(rows):
        if row.text[0] != "[" or marks[index] or not _opens_group(rows, index):
            continue
        for reason, opening in brackets:
            if opening.match(row.text):
                behind = _paragraph_end(rows, index)
                if rows[behind - 1].text.endswith("]"):
                    skip_rows(marks, index, behind, reason)


def _opens_group(rows: list[Row], index: int) -> bool:
    return index == 0 or rows[index].gap > 0


def _paragraph_end(rows: list[Row], index: int) -> int:
    """The first row behind the group in which `index` stands."""
    behind = index + 1
    while behind < len(rows) and rows[behind].gap == 0:
        behind += 1
    return behind
