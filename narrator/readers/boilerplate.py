"""What Project Gutenberg and its volunteers put around and between the author's words."""

import re

from .marks import Marks, skip_rows
from .rows import Row

LICENCE = "Project Gutenberg licence"
CREDITS = "transcriber's credits"
NOTE = "transcriber's note"
ILLUSTRATION = "illustration"
ARCHIVE = "an archive's account of the story"

_START = re.compile(
    r"\*{3}\s*START OF TH(?:E|IS) PROJECT GUTENBERG|\*END\*?\s*THE SMALL PRINT", re.IGNORECASE
)
_END = re.compile(
    r"\*{3}\s*END OF TH(?:E|IS) PROJECT GUTENBERG"
    r"|End of (?:the |this )?Project Gutenberg(?:['’]s)?\b",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"(?:Produced|Prepared|Transcribed|Scanned and proofed|E-?text prepared|This e?-?text was)\s+"
    r"(?:by|from)\b|This e-?text was\b|E-?text prepared\b",
    re.IGNORECASE,
)
_OLD_HEADER = re.compile(r"(?:The )?Project Gutenberg(?:['’]s)?\b", re.IGNORECASE)
_OLD_HEADER_PARTS = re.compile(
    r"(?:The )?Project Gutenberg|This e-?book is for the use of|\*{3}\s*START|"
    r"(?:Title|Author|Translator|Editor|Illustrator|Release Date|Posting Date|Last Updated|"
    r"Most recently updated|Language|Character set encoding|Credits)\s*:",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(title|author)\s*:\s*(\S.*)", re.IGNORECASE)
_BRACKETED = (
    (re.compile(r"\[\s*Illustration\b", re.IGNORECASE), ILLUSTRATION),
    (re.compile(r"\[\s*Transcriber['’]?s?['’]? Note", re.IGNORECASE), NOTE),
)
_ACCOUNT = re.compile(
    r"(?:category|genres?|language|status|published|updated|packaged|rating|chapters|words|"
    r"publisher|(?:story|author) url|url|summary|characters?|pairings?|fandoms?|source|story|"
    r"reviews|favs?|follows|warnings?|tags|series|id|completed|word count|archive warning|"
    r"relationships?|additional tags|stats)\s*:",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"(?:{_ACCOUNT.pattern})", re.IGNORECASE)
_FEWEST_ACCOUNTS = 4
_HEADER_ROWS = 600
_FRONT_ROWS = 60
_CREDIT_ROWS = 12


def mark_boilerplate(rows: list[Row], marks: Marks) -> None:
    """Mark the licence before and after the book, credits, notes and places of pictures."""
    start = _licence_before(rows)
    end = _licence_after(rows, start)
    skip_rows(marks, 0, start, LICENCE)
    skip_rows(marks, end, len(rows), LICENCE)
    if start:
        _mark_credits(rows, marks, start, end)
    else:
        _mark_old_header(rows, marks)
    _mark_account(rows, marks)
    _mark_bracketed(rows, marks)


def header_fields(rows: list[Row]) -> dict[str, str]:
    """The `title` and `author` that the first rows state, as Project Gutenberg's do."""
    fields: dict[str, str] = {}
    for row in rows[:_FRONT_ROWS]:
        match = _FIELD.fullmatch(row.text)
        if match:
            fields.setdefault(match[1].lower(), match[2].strip())
    return fields


def is_field(text: str) -> bool:
    """Whether a row states the title or the author: `Title: Emma`."""
    return bool(_FIELD.fullmatch(text))


def _licence_before(rows: list[Row]) -> int:
    """The first row behind the header; the small print may follow the first such mark."""
    found = 0
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        if _START.match(row.text):
            found = _paragraph_end(rows, index)
    return found


def _licence_after(rows: list[Row], start: int) -> int:
    for index in range(start, len(rows)):
        if rows[index].text[:3] in ("***", "End", "END") and _END.match(rows[index].text):
            return index
    return len(rows)


def _mark_credits(rows: list[Row], marks: Marks, start: int, end: int) -> None:
    for index in range(start, min(start + _CREDIT_ROWS, end)):
        if _opens_group(rows, index) and _CREDITS.match(rows[index].text):
            skip_rows(marks, index, min(_paragraph_end(rows, index), end), CREDITS)
            return


def _mark_old_header(rows: list[Row], marks: Marks) -> None:
    """A header of which someone cut off the line that says where it ends."""
    if not rows or not _OLD_HEADER.match(rows[0].text):
        return
    index = 0
    while index < min(len(rows), _FRONT_ROWS):
        behind = _paragraph_end(rows, index)
        if _OLD_HEADER_PARTS.match(rows[index].text):
            skip_rows(marks, index, behind, LICENCE)
        elif _CREDITS.match(rows[index].text):
            skip_rows(marks, index, behind, CREDITS)
        index = behind


def _mark_account(rows: list[Row], marks: Marks) -> None:
    """What a downloader of fan fiction writes above a story: `Rating: T`, `Words: 1,234`."""
    index = 0
    while index < min(len(rows), _FRONT_ROWS):
        behind = _paragraph_end(rows, index)
        known = sum(bool(_ACCOUNT.match(row.text)) for row in rows[index:behind])
        if behind - index == 1 and _LABEL.fullmatch(rows[index].text):
            # Downloads that lost their lists: a label in a paragraph, and what it says in the next.
            while behind + 1 < len(rows) and _LABEL.fullmatch(rows[behind + 1].text):
                behind += 2
            if behind - index >= 2 * _FEWEST_ACCOUNTS - 1 and not marks[index]:
                skip_rows(marks, index, min(behind + 1, len(rows)), ARCHIVE)
        elif known >= _FEWEST_ACCOUNTS and 2 * known > behind - index and not marks[index]:
            skip_rows(marks, index, behind, ARCHIVE)
        index = behind


def _mark_bracketed(rows: list[Row], marks: Marks) -> None:
    for index, row in enumerate(rows):
        if row.text[0] != "[" or marks[index] or not _opens_group(rows, index):
            continue
        for opening, reason in _BRACKETED:
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
