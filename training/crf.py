"""The likelihood of the right speakers, and how it changes with every weight.

A second-order conditional random field (Lafferty, McCallum and Pereira, 2001: Conditional Random
Fields): the probability of a sequence of speakers is proportional to the product, over the turns,
of exp(score of the speaker) and of a factor on two turns in a row (`same`, `called`) or three
(`back`). Sums over all sequences take the forward-backward algorithm (Rabiner, 1989: A Tutorial on
Hidden Markov Models), over pairs of neighbours. The parser's `decoding.py` is the same model in
plain Python; here it is in numpy, with gradients.
"""

from dataclasses import dataclass

import numpy as np

from .chains import STEP_KINDS, Chain, Flags, Floats

_LEAST = -60.0
"""Scores further below the best of a turn count as if they were this far."""
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Expected:
    """What the model expects of a chain."""

    chances: Floats
    """Of each candidate to speak."""
    log_total: float
    """The log of the sum over all sequences of speakers."""
    steps: Floats
    """How often each kind of step is taken: (same, called, back) by step."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The log-likelihood of a chain, and its gradient."""

    gradient: Floats
    log_likelihood: float
    turns: int
    """How many turns it is made of: those whose right speaker is among the candidates."""


def scores_of(chain: Chain, weights: Floats) -> Floats:
    """For each candidate the sum of the weights of its features."""
    return np.add.reduceat(weights[chain.features], chain.starts)


def step_weights(weights: Floats, steps: int) -> Floats:
    """The last of `weights`, as (same, called, back) by step."""
    return weights[len(weights) - len(STEP_KINDS) * steps :].reshape(len(STEP_KINDS), steps)


def known_turns(chain: Chain) -> int:
    """How many turns have their right speaker among the candidates."""
    return int(np.logical_or.reduceat(chain.right, chain.offsets[:-1]).sum())


def slope_of(chain: Chain, weights: Floats, steps: int) -> Slope:
    """Where the likelihood rises: what is expected given the right speakers, less what is."""
    scores = scores_of(chain, weights)
    factors = np.exp(step_weights(weights, steps))
    free = expect(chain, scores, factors)
    known = np.logical_or.reduceat(chain.right, chain.offsets[:-1])
    bound = expect(chain, np.where(_allowed(chain, known), scores, _NEVER), factors)
    surplus = (bound.chances - free.chances)[chain.owners]
    features = len(weights) - factors.size
    gradient = np.concatenate(
        [
            np.bincount(chain.features, weights=surplus, minlength=features),
            (bound.steps - free.steps).ravel(),
        ]
    )
    return Slope(gradient, bound.log_total - free.log_total, int(known.sum()))


def _allowed(chain: Chain, known: Flags) -> Flags:
    """The right candidates; all of those of a turn for which none is right."""
    return chain.right | ~np.repeat(known, np.diff(chain.offsets))


def expect(chain: Chain, scores: Floats, factors: Floats) -> Expected:
    """What is likely, given scores of the candidates and factors of the steps."""
    own, tops = _by_turn(chain, scores)
    joint = [
        (1 + (factors[0, step] - 1) * same + (factors[1, step] - 1) * called) * weight[None, :]
        for step, same, called, weight in zip(
            chain.steps, chain.same, chain.called, own[1:], strict=True
        )
    ]
    gains = factors[2][chain.steps] - 1
    ahead, log_total = _forward(chain, own, joint, gains)
    behind = _backward(chain, own, joint, gains)
    taken = np.zeros_like(factors)
    chances = [ahead[0][0] * behind[0][0]]
    chances[0] /= chances[0].sum()
    for at, step in enumerate(chain.steps):
        pairs = ahead[at + 1] * behind[at + 1]
        pairs /= pairs.sum()
        chances.append(pairs.sum(0))
        taken[0, step] += (pairs * chain.same[at]).sum()
        taken[1, step] += (pairs * chain.called[at]).sum()
        if at:
            before = ahead[at].T @ chain.back[at - 1] * chain.other[at]
            total = ahead[at].sum(0)[:, None] + gains[at] * before
            share = (1 + gains[at]) * before / np.where(total > 0, total, 1)
            taken[2, step] += (pairs * share).sum()
    return Expected(np.concatenate(chances), log_total + tops, taken)


def _by_turn(chain: Chain, scores: Floats) -> tuple[list[Floats], float]:
    """exp(score) of the candidates of each turn, the best of them 1; and the sum of the bests."""
    turns = np.split(scores, chain.offsets[1:-1])
    tops = [turn.max() for turn in turns]
    own = [np.exp(np.maximum(turn - top, _LEAST)) for turn, top in zip(turns, tops, strict=True)]
    return own, float(sum(tops))


def _forward(
    chain: Chain, own: list[Floats], joint: list[Floats], gains: Floats
) -> tuple[list[Floats], float]:
    """Per turn a table over (speaker before, speaker), scaled to 1, and the log of the scales."""
    scale = own[0].sum()
    tables, log_total = [(own[0] / scale)[None, :]], float(np.log(scale))
    for at, factor in enumerate(joint):
        mass = tables[-1].sum(0)[:, None]
        if at:
            mass = mass + gains[at] * (tables[-1].T @ chain.back[at - 1]) * chain.other[at]
        table = factor * mass
        scale = table.sum()
        tables.append(table / scale)
        log_total += float(np.log(scale))
    return tables, log_total


def _backward(chain: Chain, own: list[Floats], joint: list[Floats], gains: Floats) -> list[Floats]:
    """Per turn a table over (speaker before, speaker): all that comes after, up to a factor."""
    width = len(own[-2]) if len(own) > 1 else 1
    tables = [np.ones((width, len(own[-1])))]
    for at in range(len(joint) - 1, -1, -1):
        reach = joint[at] * tables[-1]
        table = reach.sum(1)[None, :]
        if at:
            table = table + gains[at] * (chain.back[at - 1] @ (reach * chain.other[at]).T)
        tables.append(table / table.max())
    return tables[::-1]
