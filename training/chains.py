"""Examples as arrays: what the fit reads over and over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
    people: Integers
    """Who each candidate is."""
    contexts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    """For each turn what speaks about it, and what is said."""

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
        people=np.concatenate(people),
        contexts=tuple(example.context for example in examples),
        words=tuple(example.words for example in examples),
    )


def with_features(chain: Chain, rows: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Chain:
    """`chain` with one more row of features for each candidate."""
    number = vocabulary.features
    more = [np.array([number.setdefault(name, len(number)) for name in row], int) for row in rows]
    had = np.split(chain.features, chain.starts[1:])
    lengths = np.array([len(old) + len(new) for old, new in zip(had, more, strict=True)])
    return replace(
        chain,
        features=np.concatenate([part for pair in zip(had, more, strict=True) for part in pair]),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        owners=np.repeat(np.arange(len(rows)), lengths),
    )


def pieces_of(chain: Chain, turns: int) -> Iterator[Chain]:
    """`chain` in pieces of about as many turns, as if each were a story."""
    count = max(1, round(len(chain) / turns))
    cuts = [round(len(chain) * at / count) for at in range(count + 1)]
    ends = [*chain.starts, len(chain.features)]
    for first, last in pairwise(cuts):
        low, high = chain.offsets[first], chain.offsets[last]
        yield Chain(
            features=chain.features[ends[low] : ends[high]],
            starts=chain.starts[low:high] - ends[low],
            owners=chain.owners[ends[low] : ends[high]] - low,
            offsets=chain.offsets[first : last + 1] - low,
            right=chain.right[low:high],
            counts=chain.counts[first:last],
            steps=chain.steps[first : last - 1],
            same=chain.same[first : last - 1],
            called=chain.called[first : last - 1],
            other=chain.other[first : last - 1],
            back=chain.back[first : max(first, last - 2)],
            people=chain.people[low:high],
            contexts=chain.contexts[first:last],
            words=chain.words[first:last],
        )


def _equal(one: Integers, other: Integers) -> Floats:
    equal: Floats = (one[:, None] == other[None, :]).astype(float)
    return equal
