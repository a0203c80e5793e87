"""Headings without numbers: lines that stand alone, read like titles or dates, and come again."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from narrator.languages import every_pack
from narrator.model import BlockKind
from narrator.text.characters import ends_sentence

from .drafts import letters_of
from .headings import looks_like_title
from .marks import Level, Mark, Marks
from .rows import Row

_FEWEST = 3
_WORDS_BETWEEN = 150
_WORDS_BETWEEN_DATES = 60
"""Words between two of them on average; a day of a diary may be short."""
_NEAREST = 25
"""Words after a heading, at least: what has fewer is of a title page, or of a list."""
_FRONT = 20
"""Words of a title page."""
_LONGEST_TITLE, _LONGEST_DATE = 70, 45
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SHORT = 4
_MOST_PLACES = 3


def mark_unnumbered(rows: list[Row], marks: Marks, words: Sequence[int]) -> None:
    """Mark what heads the chapters of a book without numbers, if anything does so regularly.

    `words` is how many stand before each row, and in all of them.
    """
    alone = [index for index in range(len(rows)) if _is_alone(rows, marks, words, index)]
    for is_one, distance in (
        (_is_set_far_apart, _WORDS_BETWEEN),
        (_is_shouted, _WORDS_BETWEEN),
        (_is_title, _WORDS_BETWEEN),
        (_is_dated, _WORDS_BETWEEN_DATES),
    ):
        found = _regular(rows, words, [i for i in alone if is_one(rows[i])], is_one)
        if len(found) < _FEWEST or words[-1] - words[found[0]] < distance * len(found):
            continue
        for index in found:
            marks[index] = Mark(BlockKind.HEADING, Level.CHAPTER, rows[index].text, titled=True)
        return


def _is_alone(rows: Sequence[Row], marks: Marks, words: Sequence[int], index: int) -> bool:
    """Whether a row stands between two blank lines and is no part of a sentence."""
    row, after = rows[index], index + 1
    if marks[index] is not None or len(row.text) > _LONGEST_TITLE or after == len(rows):
        return False
    opens = index == 0 or row.gap > 0 or marks[index - 1] is not None
    if not opens or rows[after].gap == 0 or rows[after].text[:1].islower():
        return False
    above = rows[index - 1].text if index and marks[index - 1] is None else "."
    if row.gap and (words[index] <= _FRONT or looks_like_title(above, strict=True)):
        return True  # below the title of the book, say, and its author
    return ends_sentence(above) and not above.endswith((":", "-", "–", "—"))


def _regular(
    rows: Sequence[Row], words: Sequence[int], found: list[int], is_one: Callable[[Row], bool]
) -> list[int]:
    """Those of `found` with text of their own behind them; of titles each is another."""
    if is_one is not _is_dated:
        names = Counter(letters_of(rows[index].text) for index in found)
        found = [index for index in found if names[letters_of(rows[index].text)] == 1]
    ends = [*found[1:], len(rows)][: len(found)]
    return [i for i, end in zip(found, ends, strict=True) if words[end] - words[i] >= _NEAREST]


def _is_set_far_apart(row: Row) -> bool:
    return row.gap >= 2 and looks_like_title(row.text, strict=True)


def _is_shouted(row: Row) -> bool:
    return row.text.isupper() and looks_like_title(row.text) and _names_something(row.text)


def _is_title(row: Row) -> bool:
    bare = row.text.rstrip()
    return looks_like_title(bare, strict=True) and bare[-1] not in "!?" and _names_something(bare)


def _names_something(text: str) -> bool:
    """Whether it is neither `THE END` nor a byline, and has a word of some length."""
    known = every_pack().headings
    if _ends().fullmatch(text.strip(" .!*_")) or _TOKEN.findall(text)[0].lower() in known.byline.by:
        return False
    return any(len(word) > 2 for word in _TOKEN.findall(text))


@cache
def _ends() -> re.Pattern[str]:
    known = every_pack().headings
    return re.compile(f"{known.ends.source}|{known.contents.source}", re.IGNORECASE)


def _is_dated(row: Row) -> bool:
    """Whether a row is a date, perhaps with a place: `Monday, 3 May`, `London, 12. Juni 1897`."""
    text = row.text.strip(" *_")
    if not text or len(text) > _LONGEST_DATE or not (text[0].isupper() or text[0].isdigit()):
        return False
    known = every_pack().headings
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    days = [t for t in tokens if t in known.weekdays]
    has_figures = any(map(str.isdecimal, tokens))
    if not days and not (has_figures and any(t in known.months for t in tokens)):
        return False
    other = [t for t in tokens if t not in known.weekdays | known.months and not t.isdecimal()]
    return sum(len(token) > _SHORT for token in other) < _MOST_PLACES and len(other) <= _SHORT
