"""What was measured of a voice."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from narrator.model import Sound

from .cepstrum import bands_of_speech
from .pitch import pitches
from .samples import level, resampled
from .space import placed

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
    """Where the voice lies in the space of voices, but for its pitch (see `space`)."""
    woman: float | None = None
    """The log odds that it is a woman's; None where nobody asked."""

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
    low, middle, high = (percentile(found, share) for share in (0.1, 0.5, 0.9))
    bands = [row for part in parts for row in bands_of_speech(part)]
    timbre, woman = placed(bands, semitones(middle), semitones(high) - semitones(low))
    seconds = sum(sound.seconds for sound in sounds)
    return Voiceprint(
        pitch_hz=round(middle, 1),
        low_hz=round(low, 1),
        high_hz=round(high, 1),
        pace=round(characters / seconds, 2) if seconds else 0.0,
        loudness=_decibels(level(b"".join(parts))),
        timbre=tuple(round(figure, 3) for figure in timbre),
        woman=round(woman, 2) if bands else None,
    )


def _decibels(rms: int) -> float:
    return round(20 * math.log10(max(rms, 1) / 0x8000), 1)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of sorted `values` lies; 0 where there are none."""
    return values[round(share * (len(values) - 1))] if values else 0.0
