"""What was measured of a voice."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from narrator.model import Sound

from .cepstrum import mean_cepstrum
from .pitch import pitches
from .samples import level, resampled

TEXT = (
    "The morning was grey, and nobody in the house had slept.",
    "She put the kettle on, sat down by the window, and waited for the post.",
    "Why should it come today, when it had not come on Monday?",
    "Open the door, they said, and hurry!",
    "He shook his head, and very slowly began to smile.",
    "Three quick steps crossed the yard, and somebody laughed outside.",
)
"""What a voice is measured on."""


@dataclass(frozen=True, slots=True)
class Voiceprint:
    """The figures of one voice in its plain manner."""

    pitch_hz: float
    """Median fundamental frequency, Hertz; 0 where no voiced sound was found."""
    low_hz: float
    """The tenth percentile."""
    high_hz: float
    """The ninetieth percentile."""
    pace: float
    """Written characters a second, pauses included."""
    loudness: float
    """Root mean square, decibels below full scale."""
    timbre: tuple[float, ...]
    """The mean mel cepstrum: twelve figures."""

    @property
    def features(self) -> tuple[float, ...]:
        """The vector by which voices are told apart: semitones, then timbre."""
        return (semitones(self.pitch_hz), *self.timbre)


def semitones(hertz: float) -> float:
    """A pitch as semitones above 55 Hz; what has no pitch lies in the middle of all voices.

    >>> semitones(110.0)
    12.0
    """
    return 12 * math.log2((hertz or 155.0) / 55)


def measured(sounds: Sequence[Sound], characters: int) -> Voiceprint:
    """What `sounds`, sentences of one voice with so many characters in all, tell of it.

    A few hundredths of a second of work for each second of sound.
    """
    parts = [resampled(sound) for sound in sounds]
    found = sorted(pitch for part in parts for pitch in pitches(part))
    rows = [mean_cepstrum(part) for part in parts]
    seconds = sum(sound.seconds for sound in sounds)
    return Voiceprint(
        pitch_hz=round(_percentile(found, 0.5), 1),
        low_hz=round(_percentile(found, 0.1), 1),
        high_hz=round(_percentile(found, 0.9), 1),
        pace=round(characters / seconds, 2) if seconds else 0.0,
        loudness=_decibels(level(b"".join(parts))),
        timbre=tuple(round(math.fsum(c) / len(rows), 3) for c in zip(*rows, strict=True)),
    )


def _decibels(rms: int) -> float:
    return round(20 * math.log10(max(rms, 1) / 0x8000), 1)


def _percentile(values: Sequence[float], share: float) -> float:
    return values[round(share * (len(values) - 1))] if values else 0.0
