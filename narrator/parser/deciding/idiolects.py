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
        self._chances = [
            {person: chance for person, chance in row.items() if chance > _LIKELY}
            for row in chances
        ]
        self._everybody: Counter[str] = Counter()
        self._of: dict[int, dict[str, float]] = {}
        for words, row in zip(self._turns, self._chances, strict=True):
            self._everybody.update(words)
            for person, chance in row.items():
                heard = self._of.setdefault(person, {})
                for word, count in words.items():
                    heard[word] = heard.get(word, 0.0) + chance * count
        self._heard = {person: sum(words.values()) for person, words in self._of.items()}
        self._all = self._everybody.total()

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
            chance = self._chances[index].get(person, 0.0)
            heard = self._heard.get(person, 0.0) - chance * size
            if heard < _HEARD:
                continue
            used = self._of[person]
            mine = [
                min(count, _OFTEN) * log(1 + max(used[word] - chance * count, 0.0) / usual)
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
