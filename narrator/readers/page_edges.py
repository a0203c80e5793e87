"""What a page had at its edges, left standing in a text: page numbers, running heads."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Pages
from narrator.text.characters import ends_sentence

from .marks import Marks, skipped
from .rows import Row, words_before

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
PAGE_EDGES = frozenset({PAGE_NUMBER, RUNNING_HEAD})
"""Reasons for which a row stood at the edge of a page, perhaps in the middle of a sentence."""

EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads are looked for."""
HEAD_SHARE = 0.3
"""Of the pages have a running head, where there is one."""
_FEWEST_PAGES = 4
_LONGEST_HEAD = 80
_FORM_FEED = re.compile("\f")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_BARE = re.compile(r"()()(\d{1,4})")
_FEWEST_DRESSED = 3
_FEWEST_BARE = 5
_WORDS_OF_PAGE = 120
"""A chapter has as many at least."""


def mark_page_edges(text: str, rows: list[Row], marks: Marks) -> None:
    """Mark page numbers, and the running heads beside them or beside a form feed."""
    _mark_page_numbers(rows, marks)
    ends = _page_ends(text, rows, marks)
    if len(ends) < _FEWEST_PAGES:
        return
    edges = {i for end in [0, *ends] for i in _beside(rows, marks, end)}
    keys = {i: edge_key(rows[i].text) for i in edges if len(rows[i].text) <= _LONGEST_HEAD}
    found = Counter(keys.values())
    for index, key in keys.items():
        if found[key] >= max(3, HEAD_SHARE * len(ends) / 2) and any(map(str.isalpha, key)):
            marks[index] = skipped(RUNNING_HEAD)


def edge_key(line: str) -> str:
    """What a running head has in common with itself on another page: all but its numbers."""
    return _NUMBER.sub("#", " ".join(line.split()).casefold())


def _page_ends(text: str, rows: list[Row], marks: Marks) -> list[int]:
    """The first row of every page but the first, or the row of its number."""
    feeds = [match.start() for match in _FORM_FEED.finditer(text)]
    if len(feeds) >= _FEWEST_PAGES:
        starts = [row.start for row in rows]
        return [bisect_left(starts, feed) for feed in feeds]
    return [i for i, mark in enumerate(marks) if mark and mark.reason == PAGE_NUMBER]


def _beside(rows: list[Row], marks: Marks, end: int) -> list[int]:
    """The rows nearest to the edge of a page, above and below it."""
    above = [i for i in range(end - 1, end - 1 - 2 * EDGE, -1) if 0 <= i < len(rows)]
    below = [i for i in range(end, end + 2 * EDGE) if 0 <= i < len(rows)]
    return [
        index
        for side in (above, below)
        for index in [i for i in side if marks[i] is None][:EDGE]
        if _stands_alone(rows, marks, index)
    ]


def _stands_alone(rows: list[Row], marks: Marks, index: int) -> bool:
    after = index + 1
    opens = index == 0 or rows[index].gap > 0 or marks[index - 1] is not None
    return opens and (after == len(rows) or rows[after].gap > 0 or marks[after] is not None)


@cache
def _dressed(page: Pages) -> re.Pattern[str]:
    """A page number with something about it: `[7]`, `- 7 -`, `page 7 of 300`."""
    words, letters = page.words.source, page.letters.source
    return re.compile(
        rf"[\[({{]\s*(?:(?:{words}|{letters})\.?\s*)?(\d{{1,4}})\s*[\])}}]"
        r"|[-–—]\s*(\d{1,4})\s*[-–—]"
        rf"|(?:{words}|{letters}\.)\s*(\d{{1,4}})"
        rf"(?:\s*(?:{page.of.source}|/)\s*\d{{1,4}})?",
        re.IGNORECASE,
    )


def _mark_page_numbers(rows: list[Row], marks: Marks) -> None:
    """Mark the numbers that go up through the file as page numbers do."""
    dressed = _dressed(every_pack().matter.pages)
    for form, fewest in ((dressed, _FEWEST_DRESSED), (_BARE, _FEWEST_BARE)):
        found = [(index, value) for index, value in _numbers(rows, marks, form)]
        series = rising(found)
        if len(series) < fewest or len(series) < 0.8 * len(found):
            continue
        if form is _BARE and not _interrupt_sentences(rows, series):
            continue
        if _head_chapters(rows, series):
            continue
        for index in series:
            marks[index] = skipped(PAGE_NUMBER)


def _numbers(rows: list[Row], marks: Marks, form: re.Pattern[str]) -> list[tuple[int, int]]:
    found = []
    for index, row in enumerate(rows):
        match = form.fullmatch(row.text) if len(row.text) <= 20 else None
        if match and marks[index] is None:
            found.append((index, int(match[1] or match[2] or match[3])))
    return found


def rising(found: list[tuple[int, int]]) -> list[int]:
    """The places where numbers go up, by one mostly and by a few where a page has none."""
    series: list[int] = []
    last = None
    for index, value in found:
        if last is None or last < value <= last + 5:
            series.append(index)
            last = value
    return series


def _head_chapters(rows: list[Row], series: list[int]) -> bool:
    """Whether numbers in dashes, `- 1 -`, count chapters: from one, and never within a sentence."""
    if rows[series[0]].text.strip("-–— ") != "1":
        return False
    for index in series:
        above = rows[index - 1].text if index else "."
        below = rows[index + 1].text if index + 1 < len(rows) else "."
        if not ends_sentence(above) or below[0].islower() or rows[index].gap == 0 < index:
            return False
    words = words_before(rows)
    return words[-1] - words[series[0]] >= _WORDS_OF_PAGE * len(series)


def _interrupt_sentences(rows: list[Row], series: list[int]) -> bool:
    """A chapter number never stands in the middle of a sentence; a page number often does."""
    cut = sum(index > 0 and not ends_sentence(rows[index - 1].text) for index in series)
    return cut * 3 >= len(series)
