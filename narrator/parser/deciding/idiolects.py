"""Idiolects: the words that everybody uses more, or less, than the others of the story do.

Who is known to speak some turns may be known again by how they talk: `Bless my soul`, `I reckon`,
or whom they speak of. How likely a person's words are is a multinomial with the whole story's talk
for a prior (Zhai and Lafferty, 2004: smoothing with Dirichlet priors); each turn counts for those
who are likely to speak it, and never for itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from .bands import evidence

_LIKELY = 0.3
"""Whoever speaks a turn with this chance or a smaller one is not heard in it."""
_HEARD = 150
"""Words that somebody must be heard to say before they are known by them."""
_PRIOR = 300.0
"""How many words of their own weigh as much as what everybody says."""
_OFTEN = 2
"""More of the same word in a turn is no more evidence."""
_TRUST = 0.5
"""What is made of the evidence, since words come in company."""
_RARE = 0.1
"""Added to every count of a word, so that none is impossible."""


class Idiolects:
    """How well the words of a story's turns suit its people."""

    def __init__(
        self, turns: Sequence[Sequence[str]], chances: Sequence[Mapping[int, float]]
    ) -> None:
        """`turns` holds the words of each, `chances` who is how likely to speak it."""
        self._turns = [Counter(words) for words in turns]
        self._everybody: Counter[str] = Counter()
        for words in self._turns:
            self._everybody.update(words)
        self._all = self._everybody.total()
        # Hundredths, so that what is heard and taken back again leaves nothing behind.
        self._chances: list[dict[int, int]] = [{} for _ in self._turns]
        self._of: dict[int, Counter[str]] = {}
        self._heard: Counter[int] = Counter()
        for index, row in enumerate(chances):
            self.hear(index, row)

    def hear(self, index: int, chances: Mapping[int, float]) -> None:
        """Take `chances` for those of turn `index` from now on."""
        words, before = self._turns[index], self._chances[index]
        after = {who: round(100 * chance) for who, chance in chances.items() if chance > _LIKELY}
        self._chances[index] = after
        for person in before.keys() | after.keys():
            more = after.get(person, 0) - before.get(person, 0)
            if not more:
                continue
            used = self._of.setdefault(person, Counter())
            for word, count in words.items():
                used[word] += more * count
                self._heard[person] += more * count

    def describe(self, index: int, people: Sequence[int], context: str) -> list[list[str]]:
        """For each of `people` the names of features of how they suit turn `index`.

        As those of the `Describer` they are there twice, once for the turn's context alone.
        """
        suits = self._suits(index, people)
        rows = [_compared(suits, person) for person in people]
        return [row + [f"{context}|{name}" for name in row] for row in rows]

    def _suits(self, index: int, people: Sequence[int]) -> dict[int, float]:
        """The log of how much likelier the words are from each person than from anybody."""
        words = self._turns[index]
        size = words.total()
        total = self._all - size + _RARE * len(self._everybody)
        rows = [
            (word, count, _PRIOR * (self._everybody[word] - count + _RARE) / total)
            for word, count in words.items()
        ]
        counted = sum(min(count, _OFTEN) for count in words.values())
        suits = {}
        for person in people:
            chance = self._chances[index].get(person, 0) / 100
            heard = self._heard[person] / 100 - chance * size
            if heard < _HEARD:
                continue
            used = self._of[person]
            mine = [
                min(count, _OFTEN) * log(1 + max(used[word] / 100 - chance * count, 0.0) / usual)
                for word, count, usual in rows
                if word in used
            ]
            suits[person] = sum(mine) - counted * log(1 + heard / _PRIOR)
        return suits


def _compared(suits: Mapping[int, float], person: int) -> list[str]:
    """How the person does beside the best of the others, and beside all of them."""
    if len(suits) < 2:
        return []
    if person not in suits:
        return ["words unknown"]
    others = [value for other, value in suits.items() if other != person]
    best, mean = max(others), sum(others) / len(others)
    return [
        f"words than best {evidence(_TRUST * (suits[person] - best))}",
        f"words than all {evidence(_TRUST * (suits[person] - mean))}",
    ]
