"""Fits how sure one can be of a verdict, on stories that the verdicts were not learnt from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from narrator.parser.deciding.certainty import facts_of, log_odds, text_of, told_of

from .chains import Chain, Floats, Vocabulary
from .fitting import Report, chances_of
from .idiolects import with_idiolects
from .speakers import Weights, read_chains, vector

_PENALTY = 4.0
"""How strongly weights are held at nothing: as if so many verdicts spoke for it."""
_STEPS = 25
"""Of Newton's method, which has come to rest by then."""
_TINY = 1e-9
"""A step of no account; each is halved until it leads downhill."""
_DIGITS = 3
"""Decimals of a weight that is kept."""


class Judged(NamedTuple):
    """A verdict, what is known about it, and whether it is right."""

    odds: float
    """The log-odds that the model gives it."""
    facts: list[str]
    share: float
    """How much of a correction holds in its text."""
    is_right: bool


def fit_certainty(weights: Weights, stories: Path, report: Report) -> Weights:
    """The weights of `Certainty`, by what `weights` make of stories they were not learnt from."""
    numbers = Vocabulary()
    chains = list(read_chains(stories, numbers, by_name=True).values())
    judged = [one for chain in chains for one in _judged(chain, weights, numbers)]
    right = sum(one.is_right for one in judged)
    report(f"{right} of {len(judged)} turns of {len(chains)} stories are right")
    return _regress(judged)


def _judged(chain: Chain, weights: Weights, numbers: Vocabulary) -> Iterator[Judged]:
    """The verdicts on a story whose speakers are known, decided as the parser decides."""
    steps = len(numbers.steps)
    first = chances_of(chain, vector(weights, numbers), steps)
    heard = with_idiolects(chain, first, numbers)
    chances = chances_of(heard, vector(weights, numbers), steps)
    names, ends = list(numbers.features), [*chain.starts, len(chain.features)]
    text = text_of(chain.contexts)
    for turn, (low, high) in enumerate(pairwise(chain.offsets)):
        if not chain.counts[turn]:
            continue
        best = low + int(chances[low:high].argmax())
        told = told_of([names[at] for at in chain.features[ends[best] : ends[best + 1]]])
        facts = facts_of(chain.contexts[turn], told, text)
        odds = log_odds(float(chances[best]))
        yield Judged(odds, facts, text.share, bool(chain.right[best]))


def _regress(judged: Sequence[Judged]) -> Weights:
    """A logistic regression beside the model's own log-odds, by Newton's method."""
    facts = sorted({fact for one in judged for fact in one.facts})
    place = {fact: at for at, fact in enumerate(facts)}
    table = np.zeros((len(judged), 2 * len(facts)))
    for row, one in zip(table, judged, strict=True):
        at = np.array([place[fact] for fact in one.facts])
        row[at] = one.share
        row[at + len(facts)] = one.share * one.odds
    odds = np.array([one.odds for one in judged])
    right = np.array([one.is_right for one in judged])
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        weights = weights + _step(table, odds, right, weights)
    names = [*facts, *(f"slope {fact}" for fact in facts)]
    rounded = ((name, round(float(one), _DIGITS)) for name, one in zip(names, weights, strict=True))
    return {name: weight for name, weight in rounded if weight}


def _step(table: Floats, odds: Floats, right: Floats, weights: Floats) -> Floats:
    """The step from `weights` that leads down farthest, nothing where none does."""
    chance = 1 / (1 + np.exp(-(odds + table @ weights)))
    slope = table.T @ (right - chance) - _PENALTY * weights
    bend = (table * (chance * (1 - chance))[:, None]).T @ table
    step: Floats = np.linalg.solve(bend + _PENALTY * np.eye(len(weights)), slope)
    least = _loss(table, odds, right, weights)
    while _loss(table, odds, right, weights + step) > least:
        step = step / 2
        if np.abs(step).max() < _TINY:
            return np.zeros_like(step)
    return step


def _loss(table: Floats, odds: Floats, right: Floats, weights: Floats) -> float:
    own = odds + table @ weights
    missed = np.logaddexp(0, np.where(right > 0, -own, own))
    return float(missed.sum() + _PENALTY / 2 * (weights @ weights))
