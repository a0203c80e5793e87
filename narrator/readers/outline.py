"""The headings and scene breaks of a file, found among its rows."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from narrator.languages import every_pack
from narrator.model import BlockKind
from narrator.text.characters import ends_sentence

from .contents import mark_contents
from .headings import heading, looks_like_title, numbered_title, numeral
from .marks import Level, Mark, Marks, skipped
from .rows import Row, words_before
from .scene_breaks import is_scene_break
from .unnumbered import mark_unnumbered

UNDERLINE = "underline of a heading"

_SUBTITLE_ROWS = 4
_FEWEST_WORDS = 60
"""Numbers closer together than this are a list, not chapters."""
_LONGEST_NUMERAL = 3
"""Characters of a number that need not stand alone: `12`, `XIV`; `ONE` is as short."""
_NEAR = 1
"""Blank lines between `CHAPTER` and its number, at most."""
_DRESS = " .:*_=~#-–—[]"


def mark_outline(rows: list[Row], marks: Marks) -> None:
    """Mark every heading, scene break and the table of contents."""
    mark_split_numbers(rows, marks)
    _mark_plain_cases(rows, marks)
    _rank_markdown(rows, marks)
    mark_contents(rows, marks)
    _mark_numerals(rows, marks)
    if not any(mark and mark.level < Level.MINOR for mark in marks):
        mark_unnumbered(rows, marks, words_before(rows))
    _mark_subtitles(rows, marks)


def mark_split_numbers(rows: list[Row], marks: Marks) -> None:
    """Mark `CHAPTER` where its number stands in the next line: both are one heading."""
    words = every_pack().headings
    known = words.chapters | words.parts
    for index, (row, after) in enumerate(pairwise(rows)):
        word = row.text.strip(_DRESS).casefold()
        if word not in known or marks[index] or marks[index + 1] or after.gap > _NEAR:
            continue
        mark = numeral(after.text)
        alone = _opens_group(rows, marks, index) and _ends_group(rows, marks, index + 1)
        if mark is None or not alone:
            continue
        level = Level.PART if word in words.parts else Level.CHAPTER
        title = f"{row.text.strip(_DRESS)} {mark.title}"
        marks[index] = replace(mark, level=level, title=title)
        marks[index + 1] = Mark(BlockKind.HEADING, continues=True)


def stands_apart(rows: list[Row], marks: Marks, index: int) -> bool:
    """Whether a row can begin something: after a blank line, a mark, a finished sentence
    or the title in the first row."""
    if index == 0 or rows[index].gap or marks[index - 1] is not None:
        return True
    if index == 1 and looks_like_title(rows[0].text, strict=True):
        return True  # below the name of a serial
    return ends_sentence(rows[index - 1].text)


def _ends_group(rows: list[Row], marks: Marks, index: int) -> bool:
    after = index + 1
    return after == len(rows) or rows[after].gap > 0 or marks[after] is not None


def _mark_plain_cases(rows: list[Row], marks: Marks) -> None:
    for index, row in enumerate(rows):
        if marks[index] is not None:
            continue
        if _is_underline(rows, marks, index):
            title = rows[index - 1].text
            marks[index - 1] = marks[index - 1] or Mark(
                BlockKind.HEADING, Level.CHAPTER, title, titled=True
            )
            marks[index] = skipped(UNDERLINE)
        elif is_scene_break(row.text):
            marks[index] = Mark(BlockKind.SCENE_BREAK)
        elif stands_apart(rows, marks, index):
            small = row.text[0].islower()
            if not small or (_opens_group(rows, marks, index) and _ends_group(rows, marks, index)):
                marks[index] = heading(row.text)


def _is_underline(rows: list[Row], marks: Marks, index: int) -> bool:
    text = rows[index].text
    if index == 0 or rows[index].gap or len(text) < 3 or text.strip(text[0]) or text[0] not in "=-":
        return False
    above, mark = rows[index - 1], marks[index - 1]
    if mark is not None:
        return mark.kind is BlockKind.HEADING
    alone = index == 1 or above.gap > 0
    return alone and len(text) >= 0.5 * len(above.text) and looks_like_title(above.text)


def _rank_markdown(rows: list[Row], marks: Marks) -> None:
    """In Markdown the number of `#` is the rank; the first rank used twice heads the chapters."""
    depths = {index: _depth(rows[index].text) for index, mark in enumerate(marks) if mark}
    depths = {index: depth for index, depth in depths.items() if depth}
    if not depths:
        return
    used = Counter(depths.values())
    chapters = min((depth for depth in used if used[depth] > 1), default=min(used))
    for index, depth in depths.items():
        mark = marks[index]
        if mark is not None and mark.number is None and depth != chapters:
            level = Level.PART if depth < chapters else Level.MINOR
            marks[index] = replace(mark, level=level)


def _depth(text: str) -> int:
    signs = len(text) - len(text.lstrip("#"))
    return signs if 0 < signs < len(text) and signs <= 6 else 0


def _mark_numerals(rows: list[Row], marks: Marks) -> None:
    """Mark numbers that stand alone and count 1, 2, 3 through the book or a part of it."""
    words = words_before(rows)
    numbered = any(mark and mark.level is Level.CHAPTER and mark.number for mark in marks)
    chain: list[tuple[int, Mark]] = []
    last = opened = 0
    for index, row in enumerate(rows):
        mark = marks[index]
        if mark and mark.kind is BlockKind.HEADING and mark.level is Level.CHAPTER:
            last, opened = mark.number or last, index
            continue
        found = _numeral_at(rows, marks, index) if mark is None and len(row.text) <= 100 else None
        if found is None:
            continue
        if found.number == last + 1:
            if chain or words[index] - words[opened] >= _FEWEST_WORDS or not last:
                chain.append((index, found))
        elif found.number == 1:
            _mark_chain(marks, chain, words, numbered=numbered)
            chain = [(index, found)]
        else:
            continue
        last = found.number or last
    _mark_chain(marks, chain, words, numbered=numbered)


def _numeral_at(rows: list[Row], marks: Marks, index: int) -> Mark | None:
    if not stands_apart(rows, marks, index):
        return None
    mark = numeral(rows[index].text)
    alone = _ends_group(rows, marks, index) and _opens_group(rows, marks, index)
    if mark is None:
        return numbered_title(rows[index].text) if alone else None
    in_words = any(map(str.islower, mark.title)) or len(mark.title) > _LONGEST_NUMERAL
    return mark if alone or not in_words else None


def _opens_group(rows: list[Row], marks: Marks, index: int) -> bool:
    return index == 0 or rows[index].gap > 0 or marks[index - 1] is not None


def _mark_chain(
    marks: Marks, chain: list[tuple[int, Mark]], words: list[int], *, numbered: bool
) -> None:
    """Mark a row of numbers, unless it is only a list; beside `Chapter 1` they head sections."""
    if not chain:
        return
    first, last = chain[0][0], chain[-1][0]
    if len(chain) == 1:
        above = marks[first - 1] if first else None
        opens = words[first] < _FEWEST_WORDS or (above is not None and above.level is Level.PART)
        goes_on = (chain[0][1].number or 0) > 1  # from `Chapter I`, with enough between
        enough = (opens or goes_on) and words[-1] - words[first] > _FEWEST_WORDS
    else:
        enough = words[last] - words[first] >= _FEWEST_WORDS * (len(chain) - 1)
    if enough:
        level = Level.MINOR if numbered and chain[0][1].number == 1 else Level.NUMERAL
        for index, mark in chain:
            marks[index] = replace(mark, level=level)


def _mark_subtitles(rows: list[Row], marks: Marks) -> None:
    """The rows after a heading that belong to it: the rest of its title, or the title itself."""
    for index, mark in enumerate(marks):
        if mark is None or mark.kind is not BlockKind.HEADING or mark.level is Level.MINOR:
            continue
        behind = _subtitle_end(rows, marks, index + 1, titled=mark.titled)
        for row in range(index + 1, behind):
            same_block = rows[row].gap == 0
            title = rows[row].text
            marks[row] = Mark(BlockKind.HEADING, title=title, continues=same_block)
        if behind > index + 1:
            marks[index] = replace(mark, titled=True)


def _subtitle_end(rows: list[Row], marks: Marks, first: int, *, titled: bool) -> int:
    """The row behind the subtitle that begins at `first`; `first` itself where there is none."""
    if first >= len(rows) or marks[first] is not None:
        return first
    if titled and rows[first].gap:
        return first
    behind = first + 1
    while behind < len(rows) and rows[behind].gap == 0 and marks[behind] is None:
        behind += 1
    if behind - first > _SUBTITLE_ROWS or behind == len(rows):
        return first
    shouted = all(row.text.isupper() for row in rows[first:behind])
    single = behind - first == 1 and looks_like_title(rows[first].text)
    return behind if shouted or single else first
