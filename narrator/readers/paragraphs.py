"""Runs of ordinary rows cut into paragraphs and verse."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from narrator.model import BlockKind
from narrator.text.characters import CLOSERS, ends_sentence, first_word

from .layout import Layout
from .rows import Row

_SHORT_VERSE = 60
_FEWEST_LINES = 4
"""Of a stanza in which somebody speaks; fewer short lines may as well be talk."""
_OPENS_SPEECH = "\"“‘'«»„‚‹—–―-「『"


class Passage(NamedTuple):
    """Rows `first` up to `behind` that make one block."""

    kind: BlockKind
    first: int
    behind: int


def passages(rows: list[Row], first: int, behind: int, layout: Layout) -> Iterator[Passage]:
    """The paragraphs and verses of `rows[first:behind]`, in order and without gaps."""
    group = first
    for index in range(first + 1, behind + 1):
        if index == behind or rows[index].gap:
            yield from _group(rows, group, index, layout)
            group = index


def _group(rows: list[Row], first: int, behind: int, layout: Layout) -> Iterator[Passage]:
    """A group has no blank line in it."""
    if behind - first > 1 and _is_verse(rows[first:behind], layout):
        yield Passage(BlockKind.VERSE, first, behind)
        return
    divides = divides_wrapped if layout.wrapped else _divides_lines
    opening = first
    for index in range(first + 1, behind + 1):
        if index == behind or divides(rows[index - 1], rows[index], layout):
            yield Passage(BlockKind.PARAGRAPH, opening, index)
            opening = index


def divides_wrapped(row: Row, after: Row, layout: Layout) -> bool:
    """Whether a paragraph ends between two rows of a file with a margin."""
    if layout.indented and layout.is_indented(after) and not layout.is_indented(row):
        return True
    if not ends_sentence(row.text) or after.text[:1].islower():
        return False
    if layout.indented and layout.is_indented(after):
        return True
    return len(row.text) + len(first_word(after.text)) < 0.75 * layout.width


def _divides_lines(row: Row, after: Row, layout: Layout) -> bool:
    """Each line is a paragraph, but for one that stops in the middle of a sentence."""
    return ends_sentence(row.text) or not after.text[:1].islower()


def _is_verse(rows: list[Row], layout: Layout) -> bool:
    if layout.wrapped and not layout.indented and all(map(layout.is_indented, rows)):
        return not _mostly_full(rows, layout)
    if len(rows) == 2:
        return layout.wrapped and _is_couplet(rows[0], rows[1], layout)
    if any(row.text[0] in _OPENS_SPEECH for row in rows[1:]) and not _is_stanza(rows):
        return False
    limit = layout.width * 0.8 if layout.wrapped else _SHORT_VERSE
    unfinished = sum(not ends_sentence(row.text) for row in rows[:-1])
    short = all(len(row.text) <= limit for row in rows)
    return short and 2 * unfinished >= len(rows) - 1


def _is_couplet(first: Row, second: Row, layout: Layout) -> bool:
    """Whether two lines, each begun big, end far from the margin and within a sentence."""
    near = 0.75 * layout.width
    room = len(first.text) + 1 + len(first_word(second.text)) <= near
    return (
        room
        and len(second.text) <= near
        and not ends_sentence(first.text)
        and first.text[:1].isupper()
        and second.text[:1].isupper()
    )


def _is_stanza(rows: list[Row]) -> bool:
    """Whether lines among which speech begins are verse all the same.

    Each begins big, and none is all that somebody says.
    """
    openings = (row.text.lstrip(_OPENS_SPEECH)[:1] for row in rows)
    talk = any(row.text[0] in _OPENS_SPEECH and row.text[-1] in CLOSERS for row in rows)
    return len(rows) >= _FEWEST_LINES and not talk and all(map(str.isupper, openings))


def _mostly_full(rows: list[Row], layout: Layout) -> bool:
    joints = list(pairwise(rows))
    width = max(len(row.text) for row in rows)
    full = sum(len(a.text) + len(first_word(b.text)) >= width for a, b in joints)
    return width > layout.width * 0.6 and 3 * full >= 2 * len(joints)
