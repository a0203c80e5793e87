"""Whether confidence means something."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .prediction import Quote
from .scoring import Scored

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
BINS = tuple(pairwise(EDGES))
SURE = 0.9
FIXED = 0.05
"""Share of the lines that a patient person might look at."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote whose gold speaker is known."""

    confidence: float
    is_right: bool


def _judged(scored: Scored) -> list[Judged]:
    return [
        Judged(outcome.quote.confidence, outcome.is_right)
        for outcome in scored.outcomes
        if outcome.quote
    ]


def in_bins(scored: Sequence[Scored]) -> list[list[Judged]]:
    """The judged quotes of all novels by confidence, one list for each of BINS."""
    found: list[list[Judged]] = [[] for _ in BINS]
    for one in scored:
        for line in _judged(one):
            found[_bin(line.confidence)].append(line)
    return found


def _bin(confidence: float) -> int:
    inside = [at for at, (low, _) in enumerate(BINS) if confidence >= low]
    return inside[-1] if inside else 0


def sure(scored: Sequence[Scored]) -> tuple[int, float]:
    """How many quotes are called sure, and what per cent of those are right."""
    lines = [line for one in scored for line in _judged(one) if line.confidence >= SURE]
    right = sum(line.is_right for line in lines)
    return len(lines), 100 * right / len(lines) if lines else float("nan")


def removed_by_fixing(scored: Sequence[Scored]) -> tuple[int, float]:
    """How many quotes a person would look at, and what per cent of the errors that removes.

    Each novel has its own most doubtful quotes; those that are in no gold list are looked at too.
    """
    looked_at = mended = wrong = 0
    for one in scored:
        is_wrong = {
            outcome.quote: not outcome.is_right for outcome in one.outcomes if outcome.quote
        }
        quotes: list[Quote] = sorted(one.prediction.quotes, key=lambda quote: quote.confidence)
        doubtful = quotes[: round(FIXED * len(quotes))]
        looked_at += len(doubtful)
        mended += sum(is_wrong.get(quote, False) for quote in doubtful)
        wrong += sum(is_wrong.values())
    return looked_at, 100 * mended / wrong if wrong else float("nan")
