"""Examples as arrays: what the fit reads over and over."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .examples import Example

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

STEP_KINDS = ("same", "called", "back")
"""What a weight of a step is for; see `Following` of the parser."""


@dataclass(slots=True)
class Vocabulary:
    """Numbers for names, in the order in which they first come up."""

    features: dict[str, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many weights there are: one a feature, three a step."""
        return len(self.features) + len(STEP_KINDS) * len(self.steps)

    def names(self) -> list[str]:
        """The name of each weight, in the order of the vector of weights."""
        return [*self.features, *(f"{kind} {step}" for kind in STEP_KINDS for step in self.steps)]


@dataclass(frozen=True, slots=True)
class Chain:
    """The turns of a story, or of an excerpt."""

    features: Integers
    """Of all candidates of all turns, one after another."""
    starts: Integers
    """Where in `features` each candidate begins."""
    owners: Integers
    """The candidate that each of `features` belongs to."""
    offsets: Integers
    """Where among the candidates each turn begins; one more at the end."""
    right: Flags
    """For each candidate."""
    counts: Flags
    """For each turn whether it is scored."""
    steps: Integers
    same: list[Floats]
    """From the second turn on: 1 where the speaker before (row) and now (column) are one."""
    called: list[Floats]
    """1 where they are two and the turn calls upon the one before."""
    other: list[Floats]
    """1 where they are two."""
    back: list[Floats]
    """1 where the speaker before last (row) and now (column) are one; empty for two turns."""

    def __len__(self) -> int:
        return len(self.offsets) - 1


def chain_of(examples: Sequence[Example], vocabulary: Vocabulary) -> Chain:
    """`examples` as arrays. Names that are new to `vocabulary` are added to it."""
    number = vocabulary.features
    rows = [
        [number.setdefault(name, len(number)) for name in names]
        for example in examples
        for names in example.features
    ]
    lengths = np.array([len(row) for row in rows])
    people = [np.array(example.people) for example in examples]
    same = [_equal(*pair) for pair in pairwise(people)]
    called = [
        (1 - equal) * np.isin(before, sorted(example.called))[:, None]
        for equal, before, example in zip(same, people, examples[1:], strict=False)
    ]
    numbered = vocabulary.steps
    return Chain(
        features=np.concatenate([np.array(row) for row in rows]),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        owners=np.repeat(np.arange(len(rows)), lengths),
        offsets=np.concatenate([[0], np.cumsum([len(who) for who in people])]),
        right=np.concatenate([np.array(example.right) for example in examples]),
        counts=np.array([example.counts for example in examples]),
        steps=np.array([numbered.setdefault(e.step, len(numbered)) for e in examples[1:]], int),
        same=same,
        called=called,
        other=[1 - equal for equal in same],
        back=[_equal(*pair) for pair in zip(people, people[2:], strict=False)],
    )


def _equal(one: Integers, other: Integers) -> Floats:
    equal: Floats = (one[:, None] == other[None, :]).astype(float)
    return equal
