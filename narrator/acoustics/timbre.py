"""The timbre of a voice: how its spectrum is, how it varies, and how it makes each kind of sound.

The frames of a voice are sorted, softly, by the kind of sound they most resemble, whoever speaks;
how the voice differs from the middle of each kind tells more of the speaker than its mean alone.
"""

import math
from collections.abc import Sequence
from functools import cache

from .cepstrum import BANDS

COEFFICIENTS = 20
"""Of the mel cepstrum, without the first, which is loudness."""
CLASS_FIGURES = 13
"""Coefficients by which the frames of one kind are described, the first one included."""
SOFTNESS = 20.0
"""The distance, squared, at which a frame counts less for a kind by a factor of e."""
PRIOR = 2.0
"""Frames of the middle of each kind that every voice is taken to have had."""
LEAST = 1e-3

Rows = Sequence[Sequence[float]]


def figures(bands: Rows, centres: Rows) -> list[float]:
    """Means and logarithms of deviations of the coefficients, then for each kind of sound, whose
    middles are `centres`, how this voice differs from it."""
    mean = [math.fsum(column) / len(bands) for column in zip(*bands, strict=True)]
    cosines = waves()
    cepstra = [_through(cosines[1:], row) for row in bands]
    middles = _through(cosines[1:], mean)
    spread = [
        math.log(max(_deviation(column, middle), LEAST))
        for column, middle in zip(zip(*cepstra, strict=True), middles, strict=True)
    ]
    off = _off_centre([[b - m for b, m in zip(row, mean, strict=True)] for row in bands], centres)
    classes = (figure for row in off for figure in _through(cosines[:CLASS_FIGURES], row))
    return [*middles, *spread, *classes]


@cache
def waves() -> tuple[tuple[float, ...], ...]:
    """The cosines of the cepstrum, the constant one first."""
    scale = math.sqrt(2 / BANDS)
    return tuple(
        tuple(scale * math.cos(math.pi * row * (n + 0.5) / BANDS) for n in range(BANDS))
        for row in range(COEFFICIENTS + 1)
    )


def _through(cosines: Rows, row: Sequence[float]) -> list[float]:
    return [sum(c * value for c, value in zip(wave, row, strict=True)) for wave in cosines]


def _deviation(column: Sequence[float], mean: float) -> float:
    return math.sqrt(math.fsum((value - mean) ** 2 for value in column) / len(column))


def _off_centre(around: Rows, centres: Rows) -> list[list[float]]:
    """For each kind the mean of the frames that resemble it, less its middle."""
    counts = [PRIOR] * len(centres)
    sums = [[PRIOR * value for value in centre] for centre in centres]
    for row in around:
        for kind, share in enumerate(_shares(row, centres)):
            if share > LEAST:
                counts[kind] += share
                held = sums[kind]
                for at, value in enumerate(row):
                    held[at] += share * value
    return [
        [total / count - middle for total, middle in zip(row, centre, strict=True)]
        for row, count, centre in zip(sums, counts, centres, strict=True)
    ]


def _shares(row: Sequence[float], centres: Rows) -> list[float]:
    """How much a frame resembles each kind; all together 1."""
    far = [
        sum((c - value) ** 2 for c, value in zip(centre, row, strict=True)) for centre in centres
    ]
    nearest = min(far)
    likely = [math.exp((nearest - each) / SOFTNESS) for each in far]
    total = sum(likely)
    return [each / total for each in likely]
