"""Narrator put to work on a novel, in a process of its own, timed and weighed."""

import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from narrator.model import NARRATOR, Line, LineKind, Script
from narrator.parser import parse_book
from narrator.readers import read_book

from .given import attribute_given
from .prediction import Prediction, Quote

PROTOCOLS = ("a", "b")
"""a: the quotations and the list of characters are given; b: nothing but the text."""


def run_all(folders: Sequence[Path], protocol: str, jobs: int) -> Iterator[Prediction]:
    """The prediction for each novel, in order; each in a fresh process."""
    with ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        yield from pool.map(run, folders, [protocol] * len(folders))


def run(folder: Path, protocol: str) -> Prediction:
    """What Narrator says about the novel in `folder`."""
    began = time.process_time()
    if protocol == "a":
        script = attribute_given(folder)
    else:
        script = parse_book(read_book(folder / "novel_text.txt"))
    seconds = time.process_time() - began
    return prediction_of(script, seconds, _peak_mb())


def prediction_of(script: Script, seconds: float = 0.0, peak_mb: float = 0.0) -> Prediction:
    """What `script` says, in the terms of the benchmark."""
    quotes = (
        Quote(
            line.trace.span.start,
            line.trace.span.end,
            line.speaker,
            line.trace.confidence,
            line.trace.why,
        )
        for chapter in script.chapters
        for line in chapter.lines
        if line.trace.span and _is_quote(line)
    )
    return Prediction(
        tuple(sorted(quotes, key=lambda quote: quote.start)),
        {character.name: character.aliases for character in script.characters},
        {character.name: character.gender.value for character in script.characters},
        seconds,
        peak_mb,
    )


def _is_quote(line: Line) -> bool:
    return line.kind is LineKind.DIALOGUE or (
        line.kind is LineKind.THOUGHT and line.speaker != NARRATOR
    )


def _peak_mb() -> float:
    """The most memory this process ever held; 0 where the platform does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
