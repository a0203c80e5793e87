"""Fits the filter that tells speech from what is quoted but not said."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narrator.parser.quotations.speech import PRIORS

from .chains import Floats
from .corpus import author_of
from .quotations import Quoted

_PENALTY = 2.0
_ROUNDS = 15
"""Newton's steps; a handful is enough to stand still."""
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """What is taken for speech against what is."""

    taken: int
    said: int
    both: int

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.both / ((self.taken + self.said) or 1)

    def __str__(self) -> str:
        precision, recall = self.both / (self.taken or 1), self.both / (self.said or 1)
        return f"P {precision:.1%}  R {recall:.1%}  F {self.f:.1%}  of {self.said} said"


def train(quotations: Sequence[Quoted]) -> dict[str, float]:
    """The weights of a logistic regression, as they are kept.

    Minus the log-likelihood plus a quadratic penalty is made as small as can be by Newton's method
    (iteratively reweighted least squares), so nothing depends on chance or on an order.
    """
    names = sorted({name for one in quotations for name in one.features} - set(PRIORS))
    inputs = _matrix(quotations, names)
    said = np.array([one.is_speech for one in quotations], float)
    counts = np.array([one.weight for one in quotations])
    given = np.array([sum(PRIORS.get(name, 0.0) for name in one.features) for one in quotations])
    weights = _newton(inputs, said, counts, given)
    rounded = {name: round(float(w), _DIGITS) for name, w in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}


def _newton(inputs: Floats, said: Floats, counts: Floats, given: Floats) -> Floats:
    weights = np.zeros(inputs.shape[1])
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-(inputs @ weights + given)))
        gradient = inputs.T @ (counts * (chances - said)) + _PENALTY * weights
        bend = counts * chances * (1 - chances)
        curvature = (inputs * bend[:, None]).T @ inputs + _PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def _matrix(quotations: Sequence[Quoted], names: Sequence[str]) -> Floats:
    column = {name: number for number, name in enumerate(names)}
    inputs = np.zeros((len(quotations), len(names)))
    for row, quotation in enumerate(quotations):
        for name in quotation.features:
            if name in column:
                inputs[row, column[name]] = 1
    return inputs


def check(weights: dict[str, float], quotations: Sequence[Quoted]) -> Score:
    """How well `weights` and what is set by hand tell speech from the rest."""
    known = PRIORS | weights
    taken = [sum(known.get(name, 0.0) for name in one.features) > 0 for one in quotations]
    said = [one.is_speech for one in quotations]
    both = sum(a and b for a, b in zip(taken, said, strict=True))
    return Score(sum(taken), sum(said), both)


def cross_validate(quotations: Sequence[Quoted], folds: int) -> Score:
    """How well weights do on authors they were not fitted to."""
    authors = sorted({author_of(one.text) for one in quotations})
    fold = {author: number % folds for number, author in enumerate(authors)}
    found = []
    for number in range(min(folds, len(authors))):
        rest = [one for one in quotations if fold[author_of(one.text)] != number]
        left = [one for one in quotations if fold[author_of(one.text)] == number]
        found.append(check(train(rest), left))
    return Score(*(sum(getattr(s, k) for s in found) for k in ("taken", "said", "both")))
