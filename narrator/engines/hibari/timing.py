"""How fast a sentence is spoken.

The model counts in whole frames, of which a sound has few: asked for a tenth more it may change
next to nothing, and for a little more than that leave out half. So it is asked for what comes
nearest to the pace that is wanted, and frames are taken somewhat closer together, or further
apart, to make up the rest.
"""

from typing import NamedTuple

import numpy as np

from .synthesis import Frames

SLOWEST, FASTEST = 0.35, 2.6
"""Factors of the pace it was trained on, beyond which nothing can be understood."""


class Pace(NamedTuple):
    """A pace the model does well."""

    asked: float
    """What it is told."""
    spoken: float
    """What comes of it, as a factor."""


_PACES = tuple(
    Pace(asked, spoken)
    for asked, spoken in (
        (0.4, 0.404), (0.5, 0.502), (0.6, 0.608), (0.7, 0.716), (0.8, 0.813), (0.85, 0.91),
        (0.9, 0.964), (1.0, 1.0), (1.05, 1.02), (1.15, 1.06), (1.25, 1.14),
    )
)  # fmt: skip
"""Measured on sentences of `benchmarks/voices/sentences.txt`. Asked for more it is too uneven."""


def pace_for(speed: float) -> Pace:
    """The pace from which to come to `speed`, a factor of the trained one."""
    return min(_PACES, key=lambda pace: max(pace.spoken / speed, speed / pace.spoken))


def at_speed(frames: Frames, pace: Pace, speed: float) -> Frames:
    """`frames`, spoken at `pace`, as they are at `speed`."""
    factor = min(max(speed, SLOWEST), FASTEST) / pace.spoken
    if abs(factor - 1) < 0.01:
        return frames
    count = len(frames.pitch)
    taken = np.rint(np.arange(0, count - 0.5, factor)).astype(np.int64).clip(0, count - 1)
    return Frames(*(each[..., taken] for each in frames))
