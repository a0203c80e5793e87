"""Page numbers left standing on lines of their own."""

import re

from narrator.text.characters import ends_sentence

from .marks import Marks, skipped
from .rows import Row

REASON = "page number"

_DRESSED = re.compile(
    r"[\[({]\s*(?:p(?:age|g|\.)?\.?\s*)?(\d{1,4})\s*[\])}]|[-–—]\s*(\d{1,4})\s*[-–—]"
    r"|(?:page|p\.|pg\.?)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"()()(\d{1,4})")
_FEWEST_DRESSED = 3
_FEWEST_BARE = 5


def mark_page_numbers(rows: list[Row], marks: Marks) -> None:
    """Mark the numbers that go up through the file as page numbers do."""
    for form, fewest in ((_DRESSED, _FEWEST_DRESSED), (_BARE, _FEWEST_BARE)):
        found = [(index, value) for index, value in _numbers(rows, marks, form)]
        series = _rising(found)
        if len(series) < fewest or len(series) < 0.8 * len(found):
            continue
        if form is _BARE and not _interrupt_sentences(rows, series):
            continue
        for index in series:
            marks[index] = skipped(REASON)


def _numbers(rows: list[Row], marks: Marks, form: re.Pattern[str]) -> list[tuple[int, int]]:
    found = []
    for index, row in enumerate(rows):
        match = form.fullmatch(row.text) if len(row.text) <= 20 else None
        if match and marks[index] is None:
            found.append((index, int(match[1] or match[2] or match[3])))
    return found


def _rising(found: list[tuple[int, int]]) -> list[int]:
    """Where the numbers go up, by one mostly and by a few where a page has none."""
    series: list[int] = []
    last = None
    for index, value in found:
        if last is None or last < value <= last + 5:
            series.append(index)
            last = value
    return series


def _interrupt_sentences(rows: list[Row], series: list[int]) -> bool:
    """A chapter number never stands in the middle of a sentence; a page number often does."""
    cut = sum(index > 0 and not ends_sentence(rows[index - 1].text) for index in series)
    return cut * 3 >= len(series)
