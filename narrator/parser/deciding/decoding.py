"""How likely each candidate is to say each turn, all turns of the book weighed together.

A second-order conditional random field: every turn has its candidates with scores, and factors on
neighbouring turns say how people take turns. The forward-backward algorithm gives exact
probabilities; a turn's speaker is the candidate with the highest.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp
from operator import mul

from .model import Following

Table = list[list[float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One turn as the decoder sees it."""

    people: Sequence[int]
    scores: Sequence[float]
    follows: Following
    """How it hangs together with the turn before; unused for the first."""
    called: frozenset[int]
    """People the turn calls upon."""


def probabilities(choices: Sequence[Choice]) -> list[list[float]]:
    """For each turn the probability of each of its candidates."""
    own = [_weights(choice) for choice in choices]
    # These tables are the largest thing in a long book: each lies flat in as little room as there
    # is, and is let go when it has been used.
    forward = [array("d", chain.from_iterable(table)) for table in _forward(choices, own)]
    found: list[list[float]] = []
    for behind in _backward(choices, own):
        before, width = forward.pop(), len(behind[0])
        columns = enumerate(zip(*behind, strict=True))
        sums = [sum(map(mul, before[at::width], column)) for at, column in columns]
        found.append(_normalised(sums))
    return found[::-1]


def _weights(choice: Choice) -> list[float]:
    top = max(choice.scores)
    return [exp(max(score - top, -60.0)) for score in choice.scores]


def _joint(one: Choice, two: Choice) -> list[list[float]]:
    """Factors for each pair of speakers of two turns in a row."""
    follows = two.follows
    return [
        [
            follows.same if a == c else (follows.called if a in two.called else 1.0)
            for c in two.people
        ]
        for a in one.people
    ]


def _places(choices: Sequence[Choice], at: int) -> list[int]:
    """For each candidate of turn `at` where the turn before last has them, or -1."""
    if at < 2:
        return [-1] * len(choices[at].people)
    where = {person: index for index, person in enumerate(choices[at - 2].people)}
    return [where.get(person, -1) for person in choices[at].people]


def _forward(choices: Sequence[Choice], own: Sequence[list[float]]) -> Iterator[Table]:
    """Per turn a table over (speaker before, speaker): everything up to and with the turn."""
    if not choices:
        return
    last = _scaled([own[0]])
    yield last
    for at in range(1, len(choices)):
        joint = _joint(choices[at - 1], choices[at])
        gain = choices[at].follows.back - 1.0
        back = _places(choices, at)
        table = []
        for a, person in enumerate(choices[at - 1].people):
            total = sum([row[a] for row in last])
            table.append(
                [
                    weight
                    * factor
                    * (total + (gain * last[z][a] if z >= 0 and other != person else 0.0))
                    for weight, factor, z, other in zip(
                        own[at], joint[a], back, choices[at].people, strict=True
                    )
                ]
            )
        last = _scaled(table)
        yield last


def _backward(choices: Sequence[Choice], own: Sequence[list[float]]) -> Iterator[Table]:
    """From the last turn to the first a table over (speaker before, speaker): all after it."""
    if not choices:
        return
    final = len(choices) - 1
    nxt = _scaled([[1.0] * len(own[final]) for _ in range(_width(choices, final))])
    yield nxt
    for at in range(final - 1, -1, -1):
        joint = _joint(choices[at], choices[at + 1])
        gain = choices[at + 1].follows.back - 1.0
        reach = [
            [w * f * b for w, f, b in zip(own[at + 1], joint[c], nxt[c], strict=True)]
            for c in range(len(own[at]))
        ]
        totals = [sum(row) for row in reach]
        where = {person: index for index, person in enumerate(choices[at + 1].people)}
        before = choices[at - 1].people if at else (None,)
        table = []
        for a in before:
            d = where.get(a, -1) if a is not None else -1
            table.append(
                [
                    totals[c] + (gain * reach[c][d] if d >= 0 and person != a else 0.0)
                    for c, person in enumerate(choices[at].people)
                ]
            )
        nxt = _scaled(table)
        yield nxt


def _width(choices: Sequence[Choice], at: int) -> int:
    return len(choices[at - 1].people) if at else 1


def _scaled(table: Sequence[Sequence[float]]) -> Table:
    """The table with its largest value at 1."""
    top = max(max(row) for row in table)
    scale = 1.0 / top if top > 0 else 1.0
    return [[value * scale for value in row] for row in table]


def _normalised(values: Sequence[float]) -> list[float]:
    total = sum(values)
    if total <= 0:
        return [1.0 / len(values)] * len(values)
    return [value / total for value in values]
