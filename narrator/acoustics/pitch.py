"""The fundamental frequency of a voice, frame by frame."""

import warnings

from narrator.model import SAMPLE_BYTES

from .samples import RATE, frames_of, level

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # see samples.py
    import audioop

LOWEST, HIGHEST = 50.0, 500.0
"""Hertz: no voice of ours is deeper or higher."""
CLEAR = 0.6
"""The share of a frame that its own past must explain for the frame to count as voiced."""
AS_GOOD = 0.9
"""A shorter period is taken when it explains this part of what the best one does: a wave also
repeats after two of its periods."""

_SHORTEST, _LONGEST = round(RATE / HIGHEST), round(RATE / LOWEST)
_PARTS = range(_LONGEST // _SHORTEST, 1, -1)
"""How many periods may lie in what looks like one."""
_WINDOW = 480
_NEAR = range(-2, 3)
"""Samples by which a multiple of a period may be off."""
_HOP = 320
_LOUD = 0.3
"""Of the loudest frame: below it the pitch is that of breath and echoes."""


def pitches(pcm: bytes) -> list[float]:
    """The fundamental frequency of each voiced frame, Hertz; `pcm` is at `samples.RATE`."""
    frames = list(frames_of(pcm, _WINDOW + _LONGEST, _HOP))
    loudest = max(map(level, frames), default=0)
    found = (_pitch(frame) for frame in frames if level(frame) > _LOUD * loudest)
    return [pitch for pitch in found if pitch]


def _pitch(frame: bytes) -> float:
    """The frame's fundamental frequency; 0 where there is none."""
    head = frame[: _WINDOW * SAMPLE_BYTES]
    offset, _ = audioop.findfit(frame[_SHORTEST * SAMPLE_BYTES :], head)
    period = _SHORTEST + offset
    best = _explained(frame, head, period)
    if not best and 2 * period < _LONGEST:
        # What fitted best was the wave upside down, half a period away.
        best, period = max((_explained(frame, head, 2 * period + n), 2 * period + n) for n in _NEAR)
    if best < CLEAR:
        return 0.0
    for part in _PARTS:
        near = round(period / part)
        around = [near + n for n in _NEAR if near + n >= _SHORTEST]
        if around:
            share, lag = max((_explained(frame, head, lag), lag) for lag in around)
            if share >= AS_GOOD * best:
                return RATE / lag
    return RATE / period


def _explained(frame: bytes, head: bytes, lag: int) -> float:
    """The share of `head` that the same wave `lag` samples later accounts for, 0 to 1."""
    later = frame[lag * SAMPLE_BYTES : lag * SAMPLE_BYTES + len(head)]
    loudness = level(head)
    if not loudness or not level(later):
        return 0.0
    factor = audioop.findfactor(head, later)
    if factor <= 0:
        return 0.0
    rest = audioop.add(head, audioop.mul(later, SAMPLE_BYTES, -factor), SAMPLE_BYTES)
    return 1.0 - float(level(rest) / loudness) ** 2
