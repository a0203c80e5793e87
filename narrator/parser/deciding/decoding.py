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
    own = [weights_of(choice) for choice in choices]
    # These tables are the largest thing in a long book: each lies flat in as little room as there
    # is, and is let go when it has been used.
    forward = [flat(table) for table in _forward(choices, own)]
    found = [
        joined(forward.pop(), flat(behind), len(behind[0])) for behind in _backward(choices, own)
    ]
    return found[::-1]


def flat(table: Table) -> "array[float]":
    """The rows of a table one behind the other."""
    return array("d", chain.from_iterable(table))


def joined(before: "array[float]", behind: "array[float]", width: int) -> list[float]:
    """The chances of a turn's `width` candidates, from its two tables."""
    return _normalised([sum(map(mul, before[at::width], behind[at::width])) for at in range(width)])


def weights_of(choice: Choice) -> list[float]:
    """The factor of each candidate alone, the largest 1."""
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
    last: Table = []
    for at in range(len(choices)):
        last = forward_step(choices, own, at, last)
        yield last


def forward_step(
    choices: Sequence[Choice], own: Sequence[list[float]], at: int, last: Table
) -> Table:
    """The forward table of turn `at`, from that of the turn before."""
    if not at:
        return _scaled([own[0]])
    joint = _joint(choices[at - 1], choices[at])
    gain = choices[at].follows.back - 1.0
    back = _places(choices, at)
    table = []
    for a, person in enumerate(choices[at - 1].people):
        total = sum([row[a] for row in last])
        table.append(
            [
                weight * factor * (total + (gain * last[z][a] if z >= 0 and other != person else 0))
                for weight, factor, z, other in zip(
                    own[at], joint[a], back, choices[at].people, strict=True
                )
            ]
        )
    return _scaled(table)


def _backward(choices: Sequence[Choice], own: Sequence[list[float]]) -> Iterator[Table]:
    """From the last turn to the first a table over (speaker before, speaker): all after it."""
    behind: Table = []
    for at in range(len(choices) - 1, -1, -1):
        behind = backward_step(choices, own, at, behind)
        yield behind


def backward_step(
    choices: Sequence[Choice], own: Sequence[list[float]], at: int, behind: Table
) -> Table:
    """The backward table of turn `at`, from that of the turn behind it."""
    if at == len(choices) - 1:
        return _scaled([[1.0] * len(own[at]) for _ in range(_width(choices, at))])
    joint = _joint(choices[at], choices[at + 1])
    gain = choices[at + 1].follows.back - 1.0
    reach = [
        [w * f * b for w, f, b in zip(own[at + 1], joint[c], behind[c], strict=True)]
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
    return _scaled(table)


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
