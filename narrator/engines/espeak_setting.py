"""espeak's own numbers for how a voice sounds, and how a manner changes them."""

import math
from typing import NamedTuple

from narrator.model import Manner

_SLOWEST, _FASTEST = 80, 450
_LOWEST, _HIGHEST = 0, 99
_FIXED_SHARE = 0.38
"""The part of a voice's pitch that espeak's pitch number does not scale (mean of our voices)."""


class Setting(NamedTuple):
    """espeak's own numbers for how a voice sounds."""

    rate: int = 165
    """80 to 450, roughly 0.75 times the words a minute heard."""
    pitch: int = 50
    """0 to 99."""
    range: int = 55
    """How much the pitch moves, 0 to 99."""
    volume: int = 50
    """0 to 100. Loud voices meet espeak's limiter, and distort, long before 100."""


def adjusted(setting: Setting, manner: Manner) -> Setting:
    """`setting` as `manner` asks; the default manner changes nothing."""
    rate, pitch = setting.rate, setting.pitch
    if manner.rate != 1.0:
        rate = min(max(round(rate * manner.rate), _SLOWEST), _FASTEST)
    if manner.pitch != 0.0:
        pitch = _shifted(pitch, manner.pitch)
    return setting._replace(rate=rate, pitch=pitch)


def _shifted(pitch: int, semitones: float) -> int:
    """espeak's pitch number for a voice `semitones` above the number `pitch`.

    Heard pitch is a fixed share plus a part that doubles every 50 steps of the number.
    """
    moving = 1 - _FIXED_SHARE
    heard = _FIXED_SHARE + moving * 2 ** ((pitch - 50) / 50)
    wanted = (heard * 2 ** (semitones / 12) - _FIXED_SHARE) / moving
    if wanted <= 0.5:
        return _LOWEST
    return min(round(50 + 50 * math.log2(wanted)), _HIGHEST)
