"""The log-linear model of who speaks: scores from named features and a table of weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from .certainty import Certainty
from .surroundings import Surroundings

PRIORS: Mapping[str, float] = {
    "group tag=me": 6.0,
    "group for one": -1.5,
    "they group": 3.0,
    "they one": 4.0,
    "they M": -1.0,
    "they F": -1.0,
    "unveiled": 4.0,
    "above enters": 1.0,
    "echoes what they were told": 4.0,
    "echoes themselves": -3.0,
    "says own name me": 3.0,
}
"""Weights set by hand, for what the annotated novels have too little of to learn from."""

AS_IT_IS = Certainty({})
"""Chances are believed."""


@dataclass(frozen=True, slots=True)
class Model:
    """A table of weights. A feature that is not in it weighs nothing."""

    weights: Mapping[str, float]
    certainty: Certainty = AS_IT_IS
    """What is made of the chances it gives."""

    def score(self, features: Sequence[str]) -> float:
        """The log of how likely a candidate is, up to a constant of the turn."""
        weigh = self.weights.get
        by_hand = sum([PRIORS[name] for name in features if name in PRIORS])
        return by_hand + sum([weigh(name, 0.0) for name in features])

    def follow(self, before: Surroundings, here: Surroundings) -> "Following":
        """How the speaker of one turn bears on that of the next."""
        step = step_of(before, here)
        return Following(
            same=exp(self.weights.get(f"same {step}", 0.0)),
            called=exp(self.weights.get(f"called {step}", 0.0)),
            back=exp(self.weights.get(f"back {step}", 0.0)),
        )


@dataclass(frozen=True, slots=True)
class Following:
    """Factors on two or three turns in a row; 1 means no influence."""

    same: float
    """The speaker goes on."""
    called: float
    """The turn calls upon whoever spoke before."""
    back: float
    """The speaker of the turn before last comes back (A, B, A)."""


def step_of(before: Surroundings, here: Surroundings) -> str:
    """The kind of step from one turn to the next: how far, and what speaks about the second."""
    if before.turn.last == here.turn.first:
        gap = "in paragraph"
    else:
        gap = {0: "next", 1: "over one", 99: "break"}.get(here.gap, "over more")
    party = len(here.talk)
    many = " of many" if party > 2 else " of two" if party == 2 else ""
    return f"{gap} {here.context}{' ?' if before.asks else ''}{many}"
