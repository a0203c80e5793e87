"""Weights that make the right speakers likely."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi

import numpy as np

from .chains import Chain, Floats, pieces_of
from .crf import expect, known_turns, scores_of, slope_of, step_weights

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the weights are looked for.

    What is made as small as can be is, over all turns: minus the mean log-likelihood of the right
    speakers, plus `penalty` / 2 times the sum of the squared weights. It is made so by Adam (Kingma
    and Ba, 2015), a piece of a chain at a time in an order drawn from `seed`, with steps that
    shrink from `rate` along a cosine (Loshchilov and Hutter, 2017); the weights of the last steps
    are averaged (Polyak and Juditsky, 1992). Few rounds are a guard of their own against learning
    the novels by heart.
    """

    rounds: int = 6
    penalty: float = 3e-4
    rate: float = 0.01
    seed: int = 0
    fits: int = 2
    """Fits with seeds of their own, which are averaged."""


Weighted = tuple[float, Chain]
"""A chain, and how often each of its turns counts."""

_TURNS = 64
"""Of a piece. Short texts and long ones then make steps of one size."""
_LAST_RATE = 0.02
"""What is left of the rate in the end."""
_AVERAGED_FROM = 0.8
"""The share of the steps behind which weights are averaged."""
_MEAN, _SQUARE, _TINY = 0.9, 0.99, 1e-6
"""Adam's decays of the gradient's mean and of its square, and what keeps it from dividing by 0."""


def fit(
    chains: Sequence[Weighted], size: int, steps: int, settings: Settings, report: Report
) -> Floats:
    """The weights: the mean of several fits."""
    pieces = [
        (weight, piece)
        for weight, chain in chains
        for piece in pieces_of(chain, _TURNS)
        if piece.right.any()
    ]
    fits = [
        _fit_once(pieces, size, steps, settings, settings.seed + number, report)
        for number in range(settings.fits)
    ]
    mean: Floats = np.mean(fits, axis=0)
    return mean


def _fit_once(
    pieces: Sequence[Weighted],
    size: int,
    steps: int,
    settings: Settings,
    seed: int,
    report: Report,
) -> Floats:
    order = np.random.default_rng(seed)
    descent = _Adam(np.zeros(size))
    usual = sum(weight * known_turns(piece) for weight, piece in pieces) / max(len(pieces), 1)
    total, kept = np.zeros(size), 0
    for number in range(settings.rounds):
        loss = turns = 0.0
        for place, index in enumerate(order.permutation(len(pieces)), start=1):
            weight, piece = pieces[index]
            slope = slope_of(piece, descent.weights, steps)
            gradient = settings.penalty * descent.weights - slope.gradient * (weight / usual)
            done = (number + place / len(pieces)) / settings.rounds
            descent.step(gradient, settings.rate * _shrunk(done))
            loss -= slope.log_likelihood
            turns += slope.turns
            if done > _AVERAGED_FROM:
                total += descent.weights
                kept += 1
        report(f"seed {seed}, round {number + 1} of {settings.rounds}: loss {loss / turns:.4f}")
    return total / max(kept, 1)


def _shrunk(done: float) -> float:
    """What is left of the rate when a share of the steps is done."""
    return _LAST_RATE + (1 - _LAST_RATE) * (1 + cos(pi * done)) / 2


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


def chances_of(chain: Chain, weights: Floats, steps: int) -> Floats:
    """How likely each candidate is to speak, of all turns one after another."""
    scores = scores_of(chain, weights)
    return expect(chain, scores, np.exp(step_weights(weights, steps))).chances


def accuracy(chain: Chain, weights: Floats, steps: int) -> Accuracy:
    """How good the weights are on a chain."""
    chances = chances_of(chain, weights, steps)
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
