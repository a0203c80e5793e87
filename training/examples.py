"""A novel as the model sees it: for each turn its candidates, their features, and who is right."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.attribution.corpus import Novel
from narrator.model import Book, Chapter
from narrator.parser.candidates import candidates_of
from narrator.parser.features import Describer
from narrator.parser.model import step_of
from narrator.parser.quotations import cut_book
from narrator.parser.reading import lay_out
from narrator.parser.scene import look_around
from narrator.parser.study import study
from narrator.readers import read_book

from .gold import people_of, speakers_of

_EXCERPT = 120
"""Blocks of an excerpt. A story of that length knows its people less well than a novel does."""
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A turn."""

    people: tuple[int, ...]
    features: tuple[tuple[str, ...], ...]
    """Of each candidate."""
    right: tuple[bool, ...]
    """Whether each candidate is who speaks; nobody is, if that is not known or not offered."""
    step: str
    """The kind of step from the turn before, empty for the first."""
    called: frozenset[int]
    """Whom the turn calls upon."""
    counts: bool
    """Whether the annotators name the speaker, who is no group."""


def examples_of(novel: Novel) -> list[Example]:
    """The turns of a whole novel, in order."""
    return _examples(read_book(novel.path), novel)


def excerpts_of(novel: Novel) -> Iterator[list[Example]]:
    """The turns of every other stretch of a novel, each read as if it were all there is."""
    book = read_book(novel.path)
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    for start in range(0, len(blocks), 2 * _EXCERPT):
        chapter = Chapter("", tuple(blocks[start : start + _EXCERPT]))
        examples = _examples(Book(book.info, (chapter,), book.text), novel)
        if len(examples) >= _FEWEST:
            yield examples


def _examples(book: Book, novel: Novel) -> list[Example]:
    learnt = study(lay_out(book, cut_book(book)))
    around, sightings = look_around(learnt)
    describer = Describer(learnt, around, sightings)
    speakers = speakers_of(learnt, book, novel)
    named = people_of(learnt, novel, speakers)
    found: list[Example] = []
    for index, gold in enumerate(speakers):
        people = candidates_of(learnt, around, sightings, index)
        if not people:
            continue
        counts = gold is not None and not gold.startswith("_")
        found.append(
            Example(
                tuple(people),
                tuple(map(tuple, describer.describe(index, people))),
                tuple(counts and named.get(person) == gold for person in people),
                step_of(around[index - 1], around[index]) if index else "",
                around[index].called,
                counts,
            )
        )
    return found
