"""Sound made ready to be measured: one sample rate, cut into frames."""

import warnings
from collections.abc import Iterator

from narrator.model import SAMPLE_BYTES, Sound

with warnings.catch_warnings():
    # Deprecated in Python itself; from 3.13 on the package audioop-lts provides it.
    warnings.simplefilter("ignore")
    import audioop

RATE = 16_000
"""Hertz. Whatever an engine's rate, measurements are made at this one, so that they compare."""


def resampled(sound: Sound, rate: int = RATE) -> bytes:
    """The PCM of `sound` at another rate."""
    pcm = sound.pcm[: sound.frames * SAMPLE_BYTES]
    if sound.rate == rate:
        return pcm
    if sound.rate > rate:
        # A gentle low-pass (one pole) tames what would fold back into the audible band.
        pcm, _ = audioop.ratecv(pcm, SAMPLE_BYTES, 1, sound.rate, sound.rate, None, 3, 1)
    return audioop.ratecv(pcm, SAMPLE_BYTES, 1, sound.rate, rate, None)[0]


def frames_of(pcm: bytes, width: int, hop: int) -> Iterator[bytes]:
    """Whole frames of `width` samples, `hop` samples from one to the next."""
    last = len(pcm) // SAMPLE_BYTES - width
    for start in range(0, last + 1, hop):
        yield pcm[start * SAMPLE_BYTES : (start + width) * SAMPLE_BYTES]


def level(pcm: bytes) -> int:
    """The root mean square of the samples, 0 to 32,768."""
    return audioop.rms(pcm, SAMPLE_BYTES)
