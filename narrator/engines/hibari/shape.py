"""What makes one voice of a model's another: the figures that a made voice is."""

import math
from functools import cache

import msgspec

HOP = 300
"""Samples between two frames of the model as it was trained."""
_LONGEST, _SHORTEST = 420, 224
_SEMITONES = 12.0
"""How far a manner may move a melody, up and down."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a voice differs from the one that the model was trained on; by default not at all."""

    melody: float = 1.0
    """The pitch heard, as a factor."""
    formants: float = 1.0
    """What throat and mouth let through, as a factor of its frequencies: 0.8 is a large man's."""
    extent: float = 0.0
    """How much the melody moves: -1 is one note, 0 as trained, 0.5 half as much again."""
    breath: float = 0.0
    """How loud the air is that is heard with what is hummed, as a part of that: 0 to 1."""
    tilt: float = 0.0
    """Decibels an octave above 500 Hz: below 0 is dull, above it sharp."""
    nasal: float = 0.0
    """Decibels at 1 kHz, an octave wide: what lies between the first two formants."""
    ring: float = 0.0
    """Decibels at 3 kHz, an octave wide: a voice that carries."""
    rough: float = 0.0
    """How uneven the pulses of the throat are: 0 to 1."""
    pace: float = 1.0
    """How fast it speaks, as a factor."""
    whisper: float = 0.0
    """The part of what is voiced that is breath instead: 0 to 1."""

    @property
    def hop(self) -> int:
        """Samples between two frames, so that formants move: of those that transform fast, the
        nearest."""
        return _hop_for(self.formants)

    @property
    def speed(self) -> float:
        """How fast frames have to be spoken, so that the pace is right at `hop`."""
        return self.pace * self.hop / HOP


@cache
def _hop_for(formants: float) -> int:
    return min(_HOPS, key=lambda hop: abs(math.log(hop * formants / HOP)))


def _is_smooth(number: int) -> bool:
    for prime in (2, 3, 5, 7):
        while number % prime == 0:
            number //= prime
    return number == 1


_HOPS = tuple(hop for hop in range(_SHORTEST, _LONGEST + 1) if _is_smooth(hop))
