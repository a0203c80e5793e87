"""What it is worth to correct the most doubtful lines: each alone, and each settling the rest."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from narrator.model import Line
from narrator.parser import Draft, Place
from narrator.readers import read_book

from .corpus import Novel, read_novel
from .names import Resolver
from .prediction import Prediction, Quote
from .running import prediction_of
from .scoring import Scored, score
from .tables import number, render

SHARES = (0.05, 0.1)
"""Shares of the lines that a person looks at."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of the wrong speakers of one novel, for each of SHARES."""

    looked_at: tuple[int, ...]
    wrong: int
    """Before anything was corrected."""
    gone_alone: tuple[int, ...]
    """Wrong speakers fewer, where a correction is nothing but that."""
    gone_settling: tuple[int, ...]
    """Likewise, where the rest is decided anew after each."""


def correct_all(folders: Sequence[Path], jobs: int) -> list[Corrected]:
    """What corrections are worth in each novel."""
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_correct, folders))


def corrections_table(found: Sequence[Corrected], *, markdown: bool) -> str:
    """How many of the wrong speakers of all novels together are gone."""
    wrong = sum(one.wrong for one in found)
    rows = [["of the lines", "lines", "each alone", "each settling the rest"]]
    for at, share in enumerate(SHARES):
        looked_at = sum(one.looked_at[at] for one in found)
        alone = sum(one.gone_alone[at] for one in found)
        settling = sum(one.gone_settling[at] for one in found)
        per_cent = [
            f"{number(100 * gone / wrong) if wrong else '-'} %" for gone in (alone, settling)
        ]
        rows.append([f"{share:.0%}", f"{looked_at:,}", *per_cent])
    table = render(rows, markdown=markdown)
    return f"{table}\n\nErrors gone, of {wrong:,}, after correcting the most doubtful lines."


def _correct(folder: Path) -> Corrected:
    novel = read_novel(folder)
    person = _Person(novel, Draft(read_book(novel.path)))
    first = person.judged()
    wrong = _wrong(first)
    doubtful = sorted(first.prediction.quotes, key=lambda quote: quote.confidence)
    is_wrong = {one.quote for one in first.outcomes if one.quote and not one.is_right}
    counts = tuple(round(share * len(doubtful)) for share in SHARES)
    alone = tuple(sum(quote in is_wrong for quote in doubtful[:count]) for count in counts)
    settling = []
    for count in counts:
        person.look_at(count)
        settling.append(wrong - _wrong(person.judged()))
    return Corrected(counts, wrong, alone, tuple(settling))


def _wrong(scored: Scored) -> int:
    return sum(one.quote is not None and not one.is_right for one in scored.outcomes)


class _Person:
    """Somebody who knows who speaks and corrects the line that is least sure, one after another."""

    def __init__(self, novel: Novel, draft: Draft) -> None:
        self._novel = novel
        self._draft = draft
        self._resolver = Resolver(novel.people)
        self._seen: set[Place] = set()
        self._settled: dict[Place, str] = {}

    def judged(self) -> Scored:
        """How right the script is now."""
        return score(self._novel, prediction_of(self._draft.script), "b")

    def look_at(self, count: int) -> None:
        """Go on until `count` lines have been looked at. What is no quotation is left as it is."""
        while len(self._seen) < count:
            scored = self.judged()
            gold = {one.quote: one.segment.speaker for one in scored.outcomes if one.quote}
            places = self._places()
            quotes = [q for q in scored.prediction.quotes if places[_span(q)] not in self._seen]
            quote = min(quotes, key=lambda quote: quote.confidence)
            place = places[_span(quote)]
            self._seen.add(place)
            if quote in gold:
                self._settled[place] = self._written(gold[quote], scored.prediction)
                self._draft.settle(self._settled)

    def _places(self) -> dict[tuple[int, int], Place]:
        return {
            (line.trace.span.start, line.trace.span.end): (number, row)
            for number, chapter in enumerate(self._draft.script.chapters)
            for row, line in enumerate(chapter.rows)
            if isinstance(line, Line) and line.trace.span
        }

    def _written(self, speaker: str, prediction: Prediction) -> str:
        """The name that the script has for somebody, or the gold's where it has none."""
        for name, aliases in prediction.characters.items():
            if self._resolver.person(name, aliases) == speaker:
                return name
        return speaker


def _span(quote: Quote) -> tuple[int, int]:
    return quote.start, quote.end
