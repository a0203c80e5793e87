"""The lines of a real book as utterances, any number of them."""

from collections.abc import Iterator
from pathlib import Path

from narrator.engines import engine_class
from narrator.model import Manner
from narrator.readers import read_book
from narrator.studio import Utterance, utterance_for
from narrator.text import split_sentences

ENGINE, VOICE = "silent", "narrator"
LINE = 3
"""Sentences of a paragraph that are read as one line, at most: dialogue is cut finer than prose."""


def lengths_in(source: Path) -> list[int]:
    """The characters of each line of the book, about: its paragraphs, cut like a script's."""
    found = []
    for chapter in read_book(source).chapters:
        for block in chapter.blocks:
            spans = split_sentences(block.text, "en")
            for start in range(0, len(spans), LINE):
                part = spans[start : start + LINE]
                found.append(part[-1].end - part[0].start)
    return found


def utterances(lengths: list[int], number: int) -> Iterator[Utterance]:
    """So many lines of these lengths, over and over, no two alike."""
    version = engine_class(ENGINE).version_of(VOICE)
    for at in range(number):
        text = f"Line {at} " + "the lamp went out and nobody spoke " * 200
        made = utterance_for(
            text[: max(lengths[at % len(lengths)], 12)],
            engine=ENGINE,
            version=version,
            voice=VOICE,
            manner=Manner(),
        )
        assert made
        yield made
