"""What is heard of a book, sentence by sentence, and the clips of those that stand on its pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..edition import Edition


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that is heard."""

    chapter: int
    """Counted from 0."""
    text: str
    start: int
    """Milliseconds from the start of its chapter."""
    end: int


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound that goes with a sentence on a page."""

    chapter: int
    begin: int
    """Milliseconds from the start of the chapter."""
    spoken: int
    """When the sentence itself ends."""
    end: int
    """When the next clip begins."""


def heard_sentences(edition: Edition) -> Iterator[Heard]:
    """Every sentence in the order in which it is heard."""
    for number, chapter in enumerate(edition.audio.chapters):
        for cue in chapter.audio.cues:
            for each in cue.sentences:
                text = cue.line.text[each.span.start : each.span.end]
                yield Heard(number, text, round(each.start * 1000), round(each.end * 1000))


def clips_of(
    heard: Iterable[tuple[int, Heard]], placed: Mapping[int, object], lengths: list[int]
) -> dict[int, Clip]:
    """The clips of the sentences that are `placed`, by the number they are heard with.

    A clip lasts until the next begins, because readers play clip after clip: so the pauses are
    kept, and so is a sentence that a person wrote into the script and that is on no page.
    `lengths` are those of the chapters, in milliseconds.
    """
    found: dict[int, Clip] = {}
    for chapter, rows in groupby(heard, key=lambda row: row[1].chapter):
        sentences = list(rows)
        known = [(number, each) for number, each in sentences if number in placed]
        if not known:
            continue
        begins = [sentences[0][1].start, *(each.start for _, each in known[1:])]
        ends = [*begins[1:], lengths[chapter]]
        for (number, each), begin, end in zip(known, begins, ends, strict=True):
            found[number] = Clip(chapter, begin, min(max(each.end, begin), end), end)
    return found
