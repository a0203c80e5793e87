"""The spectrum of speech, frame by frame, as a few bands that are even to the ear.

Davis and Mermelstein, "Comparison of parametric representations for monosyllabic word
recognition", IEEE Transactions on Acoustics, Speech and Signal Processing 28 (1980).
"""

import cmath
import math
from array import array
from collections.abc import Sequence
from functools import cache

from .samples import RATE, frames_of, level

BANDS = 24

_WIDTH = 512
_HOP = 320
_TOP = 7_000.0
"""Hertz."""
_QUIET = 0.03
"""Of the loudest frame: below it there is no speech."""
_FLOOR = 1e-4
"""Of the strongest band: what is weaker counts as this, so that no engine's low-pass or noise
weighs more than the voice."""


def bands_of_speech(pcm: bytes) -> list[list[float]]:
    """The logarithms of the power in each band, for each frame with speech in it."""
    frames = list(frames_of(pcm, _WIDTH, _HOP))
    loudest = max(map(level, frames), default=0)
    heard = [_samples(frame) for frame in frames if level(frame) > _QUIET * loudest]
    return [_bands(power) for power in _spectra(heard)]


def _samples(frame: bytes) -> list[float]:
    return [s * w for s, w in zip(array("h", frame), _hamming(), strict=True)]


def _spectra(frames: Sequence[list[float]]) -> list[list[float]]:
    """The power spectrum of each frame; two real frames share one complex transform."""
    powers = []
    for first, second in zip(frames[::2], frames[1::2], strict=False):
        both = _transform([complex(a, b) for a, b in zip(first, second, strict=True)])
        mirrored = [both[0], *reversed(both)]
        half = range(_WIDTH // 2 + 1)
        powers.append([abs(both[k] + mirrored[k].conjugate()) ** 2 / 4 for k in half])
        powers.append([abs(both[k] - mirrored[k].conjugate()) ** 2 / 4 for k in half])
    if len(frames) % 2:
        last = _transform([complex(value) for value in frames[-1]])
        powers.append([abs(last[k]) ** 2 for k in range(_WIDTH // 2 + 1)])
    return powers


def _transform(values: list[complex]) -> list[complex]:
    """The discrete Fourier transform of a power of two of values (Cooley and Tukey, 1965)."""
    size = len(values)
    if size == 2:
        one, two = values
        return [one + two, one - two]
    even, odd = _transform(values[::2]), _transform(values[1::2])
    turned = [factor * value for factor, value in zip(_turns(size), odd, strict=True)]
    return [a + b for a, b in zip(even, turned, strict=True)] + [
        a - b for a, b in zip(even, turned, strict=True)
    ]


def _bands(power: list[float]) -> list[float]:
    bands = [
        sum(weight * power[first + at] for at, weight in enumerate(weights))
        for first, weights in _filters()
    ]
    floor = max(max(bands) * _FLOOR, 1e-9)
    return [math.log(max(band, floor)) for band in bands]


@cache
def _hamming() -> tuple[float, ...]:
    return tuple(0.54 - 0.46 * math.cos(2 * math.pi * n / (_WIDTH - 1)) for n in range(_WIDTH))


@cache
def _turns(size: int) -> tuple[complex, ...]:
    return tuple(cmath.exp(-2j * math.pi * k / size) for k in range(size // 2))


@cache
def _filters() -> tuple[tuple[int, tuple[float, ...]], ...]:
    """For each band its first bin and the weights from there: triangles, even on the mel scale."""
    edges = [_hertz(_mel(_TOP) * n / (BANDS + 1)) * _WIDTH / RATE for n in range(BANDS + 2)]
    bands = []
    for low, middle, high in zip(edges, edges[1:], edges[2:], strict=False):
        first, last = math.ceil(low), math.floor(high)
        weights = tuple(
            max(min((k - low) / (middle - low), (high - k) / (high - middle)), 0.0)
            for k in range(first, last + 1)
        )
        bands.append((first, weights))
    return tuple(bands)


def _mel(hertz: float) -> float:
    return 2595 * math.log10(1 + hertz / 700)


def _hertz(mel: float) -> float:
    return 700 * (10 ** (mel / 2595) - 1)
