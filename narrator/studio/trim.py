"""A sentence as an engine gave it, made ready to be joined: silence, thumps and clicks removed."""

import warnings
from array import array
from typing import TYPE_CHECKING

from narrator.model import SAMPLE_BYTES, Sound

with warnings.catch_warnings():
    # pydub warns when ffmpeg is not on the PATH, which nothing here needs, and its import of
    # audioop, and its own escapes, are deprecated.
    warnings.simplefilter("ignore")
    import audioop

    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence

if TYPE_CHECKING:
    from typing import Any

SILENCE = 45.0
"""Decibels below the loudest sample at which a sentence counts as not yet, or no longer, heard."""
STEP = 5
"""Milliseconds looked at together."""
KEPT_BEFORE, KEPT_AFTER = 10, 30
"""Milliseconds of silence kept at the ends, so that soft sounds are not bitten off."""
FADE_IN, FADE_OUT = 3, 8
"""Milliseconds; an end that is not zero would click."""
OFFSET = 0.002
"""The mean, as a part of full scale, from which a sound is taken to be off centre."""
SMOOTHING = 200
"""Samples over which the wandering centre of such a sound is averaged: about 18 Hz at 22 kHz."""


def trimmed(sound: Sound) -> Sound:
    """`sound` without silence at its ends, centred, and faded at both ends.

    Sound that is silent throughout keeps its length.
    """
    whole = sound.frames * SAMPLE_BYTES
    pcm = sound.pcm[:whole]
    if audioop.max(pcm, SAMPLE_BYTES) == 0:
        return Sound(pcm, sound.rate)
    segment = _segment(_centred(pcm), sound.rate)
    threshold = segment.max_dBFS - SILENCE
    lead = detect_leading_silence(segment, threshold, STEP)
    tail = detect_leading_silence(segment.reverse(), threshold, STEP)
    start, end = max(lead - KEPT_BEFORE, 0), len(segment) - max(tail - KEPT_AFTER, 0)
    kept = segment[start:end] if start < end else segment
    return Sound(_faded(bytes(kept.raw_data), sound.rate), sound.rate)


def _faded(pcm: bytes, rate: int) -> bytes:
    """`pcm` with soft ends; too short a one has no room for them.

    Not by pydub: it makes a sound of each of the few samples, a tenth of the time of speaking.
    """
    samples = array("h", pcm)
    longest = len(samples) // 2 if len(samples) * 500 >= rate else 0
    fade_in, fade_out = (min(rate * each // 1000, longest) for each in (FADE_IN, FADE_OUT))
    for at in range(fade_in):
        samples[at] = samples[at] * at // fade_in
    for at in range(fade_out):
        samples[-1 - at] = samples[-1 - at] * at // fade_out
    return samples.tobytes()


def _centred(pcm: bytes) -> bytes:
    """`pcm` without the slow offset that some voices carry."""
    if abs(audioop.avg(pcm, SAMPLE_BYTES)) < OFFSET * 0x8000:
        return pcm
    # With equal rates `ratecv` is nothing but its filter, a one-pole low-pass, in C.
    centre, _ = audioop.ratecv(pcm, SAMPLE_BYTES, 1, 8000, 8000, None, 1, SMOOTHING)
    return audioop.add(pcm, audioop.mul(centre, SAMPLE_BYTES, -1.0), SAMPLE_BYTES)


def _segment(pcm: bytes, rate: int) -> "Any":
    return AudioSegment(data=pcm, sample_width=SAMPLE_BYTES, frame_rate=rate, channels=1)
