"""Which lines to look at, who may say them, and when it is enough."""

import math
import statistics
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from narrator.model import NARRATOR, Line, LineKind, SceneBreak
from narrator.parser import SOMEONE

from .papers import Paper, Place
from .shapes import Forecast

GOAL = 0.98
"""The part of the spoken lines that should be right."""
SURE = 0.97
"""How often a line is right about which there is no question, where nobody knows more closely."""
KEYS = 9
"""Digit keys for people."""
_NEAR = 16
"""Rows around a line in which those who speak or are named are of its scene."""
_LONGEST, _FEWEST, _KEPT = 120.0, 3, 40
"""Seconds between two answers that are still work; answers that tell a pace; and those kept."""
_ASKED = (LineKind.DIALOGUE, LineKind.THOUGHT)


@dataclass(slots=True)
class Pace:
    """How long a reader takes for an answer."""

    _last: float | None = None
    _taken: deque[float] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def answered(self, now: float) -> None:
        """An answer came at `now`, seconds."""
        if self._last is not None and 0 < now - self._last <= _LONGEST:
            self._taken.append(now - self._last)
        self._last = now

    @property
    def seconds(self) -> float | None:
        """For an answer, in the median; None until that is known."""
        return statistics.median(self._taken) if len(self._taken) >= _FEWEST else None


def is_asked(line: Line) -> bool:
    """Whether there is a question at all who says a line."""
    return line.kind in _ASKED


def confidence(line: Line, known: float | None) -> float:
    """How likely a line is right: as it says, else as is known of it, else as lines mostly are."""
    if line.doubt:
        return line.doubt.confidence
    return SURE if known is None else known


def expected_wrong(sure: Sequence[float]) -> float:
    """How many of the lines that are so sure are wrong."""
    return math.fsum(1 - each for each in sure)


def forecast(sure: Sequence[float], doubtful: Sequence[float], pace: float | None) -> Forecast:
    """When to stop: `sure` are all lines about which one can ask, `doubtful` those with a doubt."""
    wrong = expected_wrong(sure)
    total = max(len(sure), 1)
    left, rest = 0, wrong
    for each in sorted(doubtful):
        if rest <= (1 - GOAL) * total:
            break
        left, rest = left + 1, rest - (1 - each)
    return Forecast(
        wrong=round(wrong, 1),
        error=round(math.sqrt(math.fsum(each * (1 - each) for each in sure)), 1),
        right=round(1 - wrong / total, 4),
        goal=GOAL,
        left=left,
        minutes=None if pace is None else round(left * pace / 60, 1),
    )


def people_around(place: Place, likely: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Who may say a line, for the digit keys: those thought `likely`, then those of its scene.

    `names` is everybody who speaks in the book.
    """
    line = place.placed.row
    guessed = line.speaker if isinstance(line, Line) else ""
    found = dict.fromkeys([guessed, *likely, *_heard(place), *_named(place, names)])
    wanted = (name for name in found if name not in ("", NARRATOR, SOMEONE))
    return tuple(wanted)[:KEYS]


def _heard(place: Place) -> Iterator[str]:
    """Who speaks near a line in its scene, those who do most often and nearest first."""
    weights: Counter[str] = Counter()
    for distance, line in _around(place):
        if line.speaker != NARRATOR:
            weights[line.speaker] += _NEAR + 1 - distance
    yield from (name for name, _ in weights.most_common())


def _named(place: Place, names: Sequence[str]) -> Iterator[str]:
    text = " ".join(line.text for _, line in _around(place))
    yield from (name for name in names if name in text)


def _around(place: Place) -> Iterator[tuple[int, Line]]:
    """The lines near a line, up to where its scene ends, each with how far off it is."""
    for step in (-1, 1):
        for distance in range(1, _NEAR + 1):
            at = place.at + step * distance
            if not 0 <= at < len(place.paper.rows) or _ends(place.paper, at):
                break
            row = place.paper.rows[at].row
            if isinstance(row, Line):
                yield distance, row


def _ends(paper: Paper, at: int) -> bool:
    return isinstance(paper.rows[at].row, SceneBreak)
