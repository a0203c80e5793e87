"""Who talks to whom: what voices are most often heard side by side."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from narrator.model import NARRATOR, Line, SceneBreak, Script

Pair = tuple[str, str]
"""Two speakers, in the order of the alphabet."""

NEAR = 8
"""Rows: a line this far behind another is no longer an answer to it."""
MEETING = 0.5
"""The weight of being heard in one scene without a word to each other; one exchange weighs 1."""


@dataclass(frozen=True, slots=True)
class Conversations:
    """How often two speakers follow one another, and who is heard in one scene."""

    exchanges: Mapping[Pair, int] = field(default_factory=dict)
    """How many times one speaks right after the other."""
    meetings: frozenset[Pair] = frozenset()
    """Those who both speak in some scene."""

    def known_as(self, name_of: Callable[[str], str]) -> "Conversations":
        """The same, for speakers who are known by other names."""
        exchanges: Counter[Pair] = Counter()
        for (one, other), count in self.exchanges.items():
            if name_of(one) != name_of(other):
                exchanges[pair(name_of(one), name_of(other))] += count
        met = (pair(name_of(one), name_of(other)) for one, other in self.meetings)
        return Conversations(exchanges, frozenset(each for each in met if each[0] != each[1]))

    def weights(self) -> dict[str, dict[str, float]]:
        """For each speaker how much it matters to tell each of those they meet from them."""
        found: dict[str, dict[str, float]] = {}
        for one, other in sorted(self.meetings):
            weight = MEETING + math.log2(1 + self.exchanges.get((one, other), 0))
            found.setdefault(one, {})[other] = weight
            found.setdefault(other, {})[one] = weight
        return found


def pair(one: str, other: str) -> Pair:
    """Two names in the order of the alphabet."""
    return (one, other) if one <= other else (other, one)


def conversations_in(script: Script) -> Conversations:
    """Who talks to whom in `script`. The narrator takes no part."""
    exchanges: Counter[Pair] = Counter()
    meetings: set[Pair] = set()
    for scene in _scenes(script):
        for (at, one), (then, other) in pairwise(scene):
            if one != other and then - at <= NEAR:
                exchanges[pair(one, other)] += 1
        heard = sorted({speaker for _, speaker in scene})
        meetings.update(combinations(heard, 2))
    return Conversations(exchanges, frozenset(meetings))


def _scenes(script: Script) -> Iterator[list[tuple[int, str]]]:
    """The lines of characters, scene by scene: which row, and who."""
    for chapter in script.chapters:
        scene: list[tuple[int, str]] = []
        for at, row in enumerate(chapter.rows):
            if isinstance(row, SceneBreak):
                yield scene
                scene = []
            elif isinstance(row, Line) and row.speaker != NARRATOR:
                scene.append((at, row.speaker))
        yield scene
