"""Weights that make the right speakers likely."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .chains import Chain, Floats
from .crf import expect, scores_of, slope_of, step_weights

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are looked for.

    What is made as small as can be is the mean over the chains of: minus the log-likelihood of the
    right speakers, per turn, plus `penalty` / 2 times the sum of the squared weights. It is made so
    by Adam (Kingma and Ba, 2015), a chain at a time in an order drawn from `seed`; the weights of
    the last rounds are averaged (Polyak and Juditsky, 1992). Few rounds are a guard of their own
    against learning the novels by heart.
    """

    rounds: int = 10
    penalty: float = 3e-4
    rate: float = 0.02
    seed: int = 0
    fits: int = 2
    """Fits with seeds of their own, which are averaged."""


_SLOW_FROM, _SLOW = 0.6, 0.3
"""From that share of the rounds on steps are shorter, by that factor."""
_AVERAGED_FROM = 0.7
_MEAN, _SQUARE, _TINY = 0.9, 0.99, 1e-6
"""Adam's decays of the gradient's mean and of its square, and what keeps it from dividing by 0."""


def fit(
    chains: Sequence[Chain], size: int, steps: int, settings: Settings, report: Report
) -> Floats:
    """The weights: the mean of several fits."""
    fits = [
        _fit_once(chains, size, steps, settings, settings.seed + number, report)
        for number in range(settings.fits)
    ]
    return _mean(fits)


def _fit_once(
    chains: Sequence[Chain], size: int, steps: int, settings: Settings, seed: int, report: Report
) -> Floats:
    order = np.random.default_rng(seed)
    descent = _Adam(np.zeros(size))
    kept = []
    for number in range(settings.rounds):
        loss = turns = 0.0
        rate = settings.rate * (_SLOW if number >= _SLOW_FROM * settings.rounds else 1.0)
        for index in order.permutation(len(chains)):
            slope = slope_of(chains[index], descent.weights, steps)
            gradient = settings.penalty * descent.weights - slope.gradient / max(slope.turns, 1)
            descent.step(gradient, rate)
            loss -= slope.log_likelihood
            turns += slope.turns
        if number >= _AVERAGED_FROM * settings.rounds or number + 1 == settings.rounds:
            kept.append(descent.weights)
        report(f"seed {seed}, round {number + 1} of {settings.rounds}: loss {loss / turns:.4f}")
    return _mean(kept)


def _mean(vectors: Sequence[Floats]) -> Floats:
    mean: Floats = np.mean(vectors, axis=0)
    return mean


class _Adam:
    def __init__(self, weights: Floats) -> None:
        self.weights = weights
        self._mean = np.zeros_like(weights)
        self._square = np.zeros_like(weights)
        self._taken = 0

    def step(self, gradient: Floats, rate: float) -> None:
        self._taken += 1
        self._mean = _MEAN * self._mean + (1 - _MEAN) * gradient
        self._square = _SQUARE * self._square + (1 - _SQUARE) * gradient**2
        mean = self._mean / (1 - _MEAN**self._taken)
        square = self._square / (1 - _SQUARE**self._taken)
        self.weights = self.weights - rate * mean / (np.sqrt(square) + _TINY)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often the likeliest candidate is right."""

    turns: int
    right: int
    offered: int
    """Turns whose right speaker is among the candidates."""

    def __str__(self) -> str:
        share, most = self.right / (self.turns or 1), self.offered / (self.turns or 1)
        return f"{share:.1%} of {self.turns} turns ({most:.1%} could be right)"


def accuracy(chain: Chain, weights: Floats, steps: int) -> Accuracy:
    """How good the weights are on a chain."""
    scores = scores_of(chain, weights)
    chances = expect(chain, scores, np.exp(step_weights(weights, steps))).chances
    right = offered = 0
    for turn in np.flatnonzero(chain.counts):
        here = slice(chain.offsets[turn], chain.offsets[turn + 1])
        right += bool(chain.right[here][chances[here].argmax()])
        offered += bool(chain.right[here].any())
    return Accuracy(int(chain.counts.sum()), right, offered)


def together(found: Sequence[Accuracy]) -> Accuracy:
    """Several chains as one."""
    return Accuracy(
        sum(one.turns for one in found),
        sum(one.right for one in found),
        sum(one.offered for one in found),
    )
