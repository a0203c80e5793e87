"""Chapters told by different people, each under a heading with the name of whoever tells it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from narrator.languages import Pack

from ..mentions import NOBODY, is_first_person
from ..page import Paragraph, tokenise
from ..people import Person

_PIECES = re.compile(r"[^\w\s'’‐-]|\d+|['’]s\b")
"""What stands in a heading between a name and the rest of it."""


def headed(pack: Pack, people: Sequence[Person], paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each paragraph the person in whose name and as whose `I` it is told, or NOBODY.

    A heading that names nobody (`Tuesday`) ends no such part, unless it begins a chapter.
    """
    told: list[int] = []
    for name, part in groupby(_names_above(pack, people, paragraphs), key=itemgetter(0)):
        rows = [paragraph for _, paragraph in part]
        mine = name != NOBODY and is_first_person(pack, rows)
        told += [name if mine else NOBODY] * len(rows)
    return told


def _names_above(
    pack: Pack, people: Sequence[Person], paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[int, Paragraph]]:
    """Each paragraph behind the person whom the nearest heading names."""
    chapter, heading, name = -1, "", NOBODY
    for paragraph in paragraphs:
        if (paragraph.chapter, paragraph.heading) != (chapter, heading):
            named = _named_in(pack, people, paragraph.heading)
            name = name if named == NOBODY and paragraph.chapter == chapter else named
            chapter, heading = paragraph.chapter, paragraph.heading
        yield name, paragraph


def _named_in(pack: Pack, people: Sequence[Person], heading: str) -> int:
    """Who alone is named in `Ana`, `Chapter One: Ana`, `Ana’s POV`, `ANA-LIN (Tuesday)`."""
    named = set()
    for piece in _PIECES.split(heading):
        words = [token.low for token in tokenise(pack, piece) if token.is_word]
        for low in (set(words), {word.split("-")[0] for word in words}):
            fit = [one.index for one in people if low & one.given and low <= one.words]
            if fit:
                named.update(fit)
                break
    return named.pop() if len(named) == 1 else NOBODY
