"""The chances of all turns of a book, kept so that a change costs only what it reaches."""

from array import array
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from .decoding import (
    Choice,
    Table,
    backward_step,
    flat,
    forward_step,
    joined,
    weights_of,
)

_SAME = 1e-9
"""Tables whose figures are nearer than this to those before are taken for the same."""

Flat: TypeAlias = "array[float]"


class Chain:
    """What `probabilities` finds, for choices that change here and there."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = list(choices)
        self._own = [weights_of(choice) for choice in choices]
        nothing = array("d")
        self._forward: list[Flat] = [nothing for _ in choices]
        self._backward: list[Flat] = [nothing for _ in choices]
        self.chances: list[list[float]] = [[] for _ in choices]
        """For each turn the probability of each of its candidates."""
        self._settle(set(range(len(choices))))

    def change(self, changed: Mapping[int, Choice]) -> set[int]:
        """Put other choices in the place of some: the turns whose chances may be others by that."""
        others = {at for at, choice in changed.items() if choice != self.choices[at]}
        for at in others:
            self.choices[at] = changed[at]
            self._own[at] = weights_of(changed[at])
        return self._settle(others)

    def _settle(self, changed: set[int]) -> set[int]:
        touched = changed | self._go_forward(changed) | self._go_back(changed)
        for at in touched:
            width = len(self._own[at])
            self.chances[at] = joined(self._forward[at], self._backward[at], width)
        return touched

    def _go_forward(self, changed: set[int]) -> set[int]:
        touched = set()
        last: Table | None = None
        """The table of the turn before, where it is another than it was."""
        for at in range(len(self.choices)):
            if last is None and changed.isdisjoint((at, at - 1, at - 2)):
                continue
            before = last or self._rows(self._forward, at - 1)
            last = forward_step(self.choices, self._own, at, before)
            if _is_same(now := flat(last), self._forward[at]):
                last = None
            else:
                self._forward[at] = now
                touched.add(at)
        return touched

    def _go_back(self, changed: set[int]) -> set[int]:
        touched = set()
        behind: Table | None = None
        for at in range(len(self.choices) - 1, -1, -1):
            if behind is None and changed.isdisjoint((at - 1, at, at + 1)):
                continue
            after = behind or self._rows(self._backward, at + 1)
            behind = backward_step(self.choices, self._own, at, after)
            if _is_same(now := flat(behind), self._backward[at]):
                behind = None
            else:
                self._backward[at] = now
                touched.add(at)
        return touched

    def _rows(self, tables: Sequence[Flat], at: int) -> Table:
        if not 0 <= at < len(tables):
            return []
        table, width = tables[at], len(self._own[at])
        return [list(table[start : start + width]) for start in range(0, len(table), width)]


def _is_same(one: Flat, two: Flat) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= _SAME for a, b in zip(one, two, strict=True))
