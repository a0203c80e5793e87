"""A novel as the model sees it: for each turn its candidates, their features, and who is right."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.attribution.corpus import Novel
from benchmarks.attribution.given import gold_pieces, people_given
from narrator.languages import pack_for
from narrator.model import Book, Chapter
from narrator.parser.deciding.candidates import candidates_of
from narrator.parser.deciding.features import Describer
from narrator.parser.deciding.model import step_of
from narrator.parser.deciding.scene import look_around
from narrator.parser.page import lay_out
from narrator.parser.people import introduce
from narrator.parser.quotations import cut_book
from narrator.parser.study import Study, study
from narrator.readers import read_book

from .gold import people_named, people_of, speakers_of
from .retelling import retold

_EXCERPT = 120
"""Blocks of an excerpt. A story of that length knows its people less well than a novel does."""


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
    context: str = ""
    words: tuple[str, ...] = ()
    """What is said, and what speaks about it; see `Surroundings` of the parser."""


def examples_of(novel: Novel) -> list[Example]:
    """The turns of a whole novel, in order."""
    book = read_book(novel.path)
    return _examples(_read(book), book, novel)


def story_of(book: Book, gold: Novel, *, by_name: bool = False) -> list[Example]:
    """The turns of a story of our own.

    With `by_name` a candidate is right only if a name tells it, as a listener has it: whoever is
    `the girl` in one line and Julia in the next has two voices.
    """
    return _examples(_read(book), book, gold, by_name=by_name)


def given_of(novel: Novel) -> list[Example]:
    """The turns of a whole novel whose quotations and people are given."""
    book = read_book(novel.path)
    pack = pack_for(book.info.language)
    known = introduce(pack, people_given(novel), only=True)
    learnt = study(pack, lay_out(pack, book, gold_pieces(book, novel)), known)
    return _examples(learnt, book, novel)


def excerpts_of(novel: Novel) -> Iterator[list[Example]]:
    """The turns of every other stretch of a novel, each read as if it were all there is."""
    for book in _stretches(novel, 0):
        yield _examples(_read(book), book, novel)


def retold_of(novel: Novel) -> Iterator[list[Example]]:
    """The turns of the stretches between those, told anew with beats."""
    for book in _stretches(novel, _EXCERPT):
        told, gold = retold(_read(book), book, novel)
        yield _examples(_read(told), told, gold)


def _read(book: Book) -> Study:
    pack = pack_for(book.info.language)
    return study(pack, lay_out(pack, book, cut_book(pack, book)))


def _stretches(novel: Novel, first: int) -> Iterator[Book]:
    book = read_book(novel.path)
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    for start in range(first, len(blocks), 2 * _EXCERPT):
        chapter = Chapter("", tuple(blocks[start : start + _EXCERPT]))
        yield Book(book.info, (chapter,), book.text)


def _examples(learnt: Study, book: Book, novel: Novel, *, by_name: bool = False) -> list[Example]:
    around, sightings = look_around(learnt)
    describer = Describer(learnt, around, sightings)
    speakers = speakers_of(learnt, book, novel)
    named = people_named(learnt, novel) if by_name else people_of(learnt, novel, speakers)
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
                around[index].context,
                around[index].words,
            )
        )
    return found
