"""How far apart two voices sound, each in its manner."""

import math
from collections.abc import Mapping
from dataclasses import replace

from narrator.acoustics import Voiceprint, position
from narrator.model import Manner, Voice

PACE = 4.0
"""What an octave of pace adds: speed alone tells voices apart only a little."""
UNMEASURED = 2.0
"""Between a voice that was measured and one that was not."""
ALIKE = 1.2
"""Between two voices that were not measured, at least: equal pitch does not make them equal."""
_FAR_APART = 6.0
"""Semitones: two voices farther apart than this are as easily told apart as can be."""

Part = tuple[str, Manner]
"""A voice, by its id, and a manner."""


class Likeness:
    """Distances between voices, in units of what one voice varies by itself (`acoustics`).

    Where voices were not measured it goes by pitch and description.
    """

    def __init__(self, voices: Mapping[str, Voice], prints: Mapping[str, Voiceprint]) -> None:
        self._voices = voices
        self._prints = prints
        self._positions: dict[tuple[str, float], tuple[float, ...] | None] = {}

    def apart(self, one: Part, other: Part) -> float:
        """How far apart the two sound: from 1.5 on they are seldom taken for each other."""
        (voice, manner), (others, another) = one, other
        pace = PACE * abs(math.log2(manner.rate / another.rate))
        return math.hypot(self._distance(voice, manner, others, another), pace)

    def _distance(self, one: str, manner: Manner, other: str, another: Manner) -> float:
        here, there = self._position(one, manner.pitch), self._position(other, another.pitch)
        if here and there:
            return math.dist(here, there)
        shift = manner.pitch - another.pitch
        if one == other:
            return min(abs(shift), _FAR_APART) / 2
        if here or there or one not in self._voices or other not in self._voices:
            return UNMEASURED
        return _rough(self._voices[one], self._voices[other], shift)

    def _position(self, voice: str, shift: float) -> tuple[float, ...] | None:
        """Where a measured voice lies when its pitch is shifted by so many semitones."""
        key = voice, shift
        if key not in self._positions:
            print = self._prints.get(voice)
            moved = print and replace(print, pitch_hz=print.pitch_hz * 2 ** (shift / 12))
            self._positions[key] = position(moved.features) if moved else None
        return self._positions[key]


def _rough(one: Voice, other: Voice, shift: float) -> float:
    """As far as pitch and description say. The accent does not count: what tells voices apart is
    their pitch and timbre."""
    words, theirs = _words(one), _words(other)
    unlike = 1 - len(words & theirs) / len(words | theirs)
    semitones = _FAR_APART / 2
    if one.pitch_hz and other.pitch_hz:
        semitones = abs(12 * math.log2(one.pitch_hz / other.pitch_hz) + shift)
    return max((min(semitones, _FAR_APART) + unlike) / 2, ALIKE)


def _words(voice: Voice) -> frozenset[str]:
    text = f"{voice.id} {voice.description}".casefold()
    spaced = "".join(sign if sign.isalnum() else " " for sign in text)
    return frozenset((voice.id, *spaced.split()))
