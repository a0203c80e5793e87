"""Chapters that would make a file too long become several."""

import math
from collections.abc import Iterator
from dataclasses import replace

from narrator.model import Line, Row, SceneBreak, Script, ScriptChapter

_SLOWEST = 11.0
"""Written characters heard in a second at the least, at the usual pace; 15 are usual (see
`planning`). A chapter must not turn out longer than it may be."""


def in_parts(script: Script, longest: float, pace: float = 1.0) -> Script:
    """`script` with every chapter that may last more than `longest` seconds cut into even parts.

    It is cut where a paragraph or, close by, a scene begins. `pace` is how much faster than usual
    it is read.
    """
    room = longest * _SLOWEST * pace
    chapters = tuple(part for chapter in script.chapters for part in _parts(chapter, room))
    return replace(script, chapters=chapters)


def _parts(chapter: ScriptChapter, room: float) -> Iterator[ScriptChapter]:
    length = sum(map(_length, chapter.rows))
    count = math.ceil(length / room)
    if count < 2:
        yield chapter
        return
    starts = [0, *sorted({_start(chapter.rows, length * n / count) for n in range(1, count)} - {0})]
    ends = [*starts[1:], len(chapter.rows)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        title = f"{chapter.title} ({number} of {len(starts)})".strip()
        yield ScriptChapter(title, chapter.rows[start:end])


def _start(rows: tuple[Row, ...], wanted: float) -> int:
    """The row nearest to the character `wanted` at which a part can begin."""
    best, least, at = 0, math.inf, 0
    for number, row in enumerate(rows):
        opens = isinstance(row, SceneBreak) or (isinstance(row, Line) and row.opens_paragraph)
        # A change of scene may lie further off, by a twentieth of what is wanted.
        distance = abs(at - wanted) - (wanted / 20 if isinstance(row, SceneBreak) else 0)
        if opens and distance < least:
            best, least = number, distance
        at += _length(row)
    return best


def _length(row: Row) -> int:
    return len(row.text) if isinstance(row, Line) else 0
