"""The table of contents, which a listener has no use for."""

import re
from functools import cache

from narrator.languages import Pack, every_pack
from narrator.model import BlockKind

from .headings import heading, looks_like_title, numbered_title
from .marks import Mark, Marks, skip_rows
from .rows import Row

REASON = "table of contents"

_NUMBER = re.compile(r"^(?:\d{1,3}|[IVXLC]{1,7})\b[.:)]?\s*")
_LONGEST_ENTRY = 120
_FEWEST = 2
_FEWEST_UNNAMED = 3
_MOST_NAMED = 5


def mark_contents(rows: list[Row], marks: Marks) -> None:
    """Mark the first table of contents, whether it is named or only a list that comes again."""
    named = [index for index, row in enumerate(rows) if _is_name(row.text)]
    if not named and not _headings_in_a_row(marks):
        return
    last_seen = _last_seen(rows)
    for index in named[:_MOST_NAMED]:
        behind = _end_of_list(rows, index + 1, last_seen)
        if behind - index - 1 >= _FEWEST:
            skip_rows(marks, index, behind, REASON)
            return
    _mark_unnamed(rows, marks, last_seen)


def _is_name(text: str) -> bool:
    return len(text) <= 40 and bool(_name(every_pack()).fullmatch(text.strip(" *_=.:#")))


@cache
def _name(known: Pack) -> re.Pattern[str]:
    return re.compile(known.headings.contents.source, re.IGNORECASE)


@cache
def _leader(known: Pack) -> re.Pattern[str]:
    """The dots or the gap between an entry and its page, and that."""
    page = rf"(?:{known.matter.pages.letters.source}\.?\s*)?"
    return re.compile(rf"(?:(?:\s*[.·…_]){{2,}}\s*|\s{{2,}}|\t){page}(?:\d{{1,4}}|[ivxlc]{{1,7}})$")


def _headings_in_a_row(marks: Marks) -> bool:
    run = 0
    for mark in marks:
        run = run + 1 if _is_heading(mark) else 0
        if run == _FEWEST_UNNAMED:
            return True
    return False


def _mark_unnamed(rows: list[Row], marks: Marks, last_seen: dict[str, int]) -> None:
    """Headings close together near the start, each of which comes again."""
    index = 0
    while index < len(rows) // 2:
        mark = marks[index]
        if mark is None or mark.kind is not BlockKind.HEADING:
            index += 1
            continue
        behind = index
        while behind < len(rows) and _is_heading(marks[behind]):
            if not _comes_again(rows[behind].text, behind, last_seen):
                break
            behind += 1
        behind = _without_first_chapter(rows, index, behind)
        if behind - index >= _FEWEST_UNNAMED:
            skip_rows(marks, index, behind, REASON)
            return
        index = max(behind, index + 1)


def _end_of_list(rows: list[Row], first: int, last_seen: dict[str, int]) -> int:
    """The first row behind the entries that begin at `first`."""
    behind = first
    while behind < len(rows):
        ahead = range(behind, min(behind + 3, len(rows)))
        entry = next((i for i in ahead if _is_entry(rows[i].text, i, last_seen)), None)
        if entry is None or any(len(rows[i].text) > _LONGEST_ENTRY for i in range(behind, entry)):
            break
        behind = entry + 1
    return _without_first_chapter(rows, first, behind)


def _without_first_chapter(rows: list[Row], first: int, behind: int) -> int:
    """Where the list runs on into the book, the first entry comes a second time."""
    opening = _keys(rows[first].text) if first < behind else ()
    for index in range(behind - 1, first, -1):
        if behind - index > 6:
            break
        if opening and opening[0] in _keys(rows[index].text):
            return index
    return behind


def _is_heading(mark: Mark | None) -> bool:
    return mark is not None and mark.kind is BlockKind.HEADING


def _is_entry(text: str, index: int, last_seen: dict[str, int]) -> bool:
    if len(text) > _LONGEST_ENTRY:
        return False
    return bool(_leader(every_pack()).search(text)) or _comes_again(text, index, last_seen)


def _comes_again(text: str, index: int, last_seen: dict[str, int]) -> bool:
    return any(last_seen.get(key, -1) > index for key in _keys(text))


def _last_seen(rows: list[Row]) -> dict[str, int]:
    """Where each title that opens a group of rows stands last."""
    seen: dict[str, int] = {}
    for index, row in enumerate(rows):
        if (row.gap or index == 0) and len(row.text) <= _LONGEST_ENTRY:
            for key in _keys(row.text):
                seen[key] = index
    return seen


def _keys(text: str) -> tuple[str, ...]:
    """What a row that reads like a title is known by: all of it, its number, its name."""
    if len(text) > _LONGEST_ENTRY:
        return ()
    text = _leader(every_pack()).sub("", text)
    mark = heading(text) or numbered_title(text)
    if mark is None and not looks_like_title(text):
        return ()
    keys = [_letters(text)]
    if mark and mark.number is not None:
        keys.append(f"{mark.level.name} {mark.number}")
    keys.append(_letters(_NUMBER.sub("", text)))
    if mark and mark.titled:
        keys.append(_letters(re.split(r"[.:–—-]\s+", text, maxsplit=1)[-1]))
    return tuple(key for key in dict.fromkeys(keys) if len(key) > 2)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
