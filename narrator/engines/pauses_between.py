"""Sentences that a model spoke in one go, cut apart in the silence between them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

QUIET = 0.01
"""Of the loudest sample: below it nothing is heard (-40 dB)."""
STEP = 0.005
"""Seconds looked at together."""
LEAST = 0.015
"""Seconds of silence between sentences: where there is less, a cut might take sound from one."""


def cut(samples: Any, windows: Sequence[tuple[int, int]], rate: int) -> list[Any] | None:
    """`samples`, an array, in one piece more than there are `windows`.

    Each window is where a pause is to be looked for: from the last sound of one sentence to the
    first of the next, in samples. None where there is no silence in one of them.
    """
    step = round(rate * STEP)
    threshold = QUIET * abs(samples).max()
    places = []
    for start, end in windows:
        place = _middle(samples[start:end], threshold, step)
        if place is None:
            return None
        places.append(start + place)
    bounds = [0, *places, len(samples)]
    pieces = [samples[a:b] for a, b in pairwise(bounds)]
    return pieces if all(len(p) and abs(p).max() > threshold for p in pieces) else None


def _middle(window: Any, threshold: float, step: int) -> int | None:
    """The middle of the longest silence in `window`; None where there is none to speak of."""
    best, run, at = (0, 0), 0, 0
    for at in range(len(window) // step):
        run = run + 1 if abs(window[at * step : (at + 1) * step]).max() < threshold else 0
        best = max(best, (run, at + 1))
    length, end = best
    return round((end - length / 2) * step) if length * STEP >= LEAST else None
