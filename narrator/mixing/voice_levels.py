"""One gain a voice: all voices of a book measured in one go.

A meter takes longer to start than to listen to half a minute. So clips of all voices are put one
behind the other, each on the beat of the meter, which tells every tenth of a second how loud the
last 400 ms were: what ITU-R BS.1770-4 makes of these for a whole is arithmetic.
"""

import math
import re
from collections.abc import Iterator, Sequence

from narrator.model import SAMPLE_BYTES, Clip

from . import ffmpeg
from .loudness import LIMIT, SILENCE, TARGET, bounded, limiter, voice_gain
from .stream import HEADROOM, read

_BEATS = 10
"""Readings a second."""
_WINDOW = 4
"""Beats that a reading is of."""
_APART = 10
"""Beats of silence between two clips."""
_GATE = 10.0
"""Decibels under the mean of all that is heard, below which nothing counts."""
_READING = re.compile(r"\bM:\s*(\S+)")
_ROUNDS = 2
"""How often what the limiter takes is measured: the louder, the more it takes."""
_MOST_BACK = 3.0
"""Decibels: what the limiter takes from a voice of high peaks is given back up to here."""


def level_voices(clips: Sequence[Clip]) -> list[float]:
    """The gain in decibels for the voice in each clip, best half a minute or more.

    Raises:
        NarratorError: a clip is missing or damaged, or ffmpeg failed.
    """
    gains = [0.0] * len(clips)
    for rate in {clip.rate for clip in clips}:
        places = [place for place, clip in enumerate(clips) if clip.rate == rate]
        found = _level([clips[place] for place in places], rate)
        for place, gain in zip(places, found, strict=True):
            gains[place] = gain
    return gains


def _level(clips: Sequence[Clip], rate: int) -> list[float]:
    firsts = [voice_gain(lufs) for lufs in _loudness(clips, [0.0] * len(clips), rate)]
    gains = firsts
    for _ in range(_ROUNDS):
        # What happens between two samples makes no difference to loudness.
        heard = _loudness(clips, gains, rate, f"{limiter(rate, LIMIT)},")
        gains = list(map(_given_back, firsts, gains, heard))
    return gains


def _given_back(first: float, gain: float, heard: float) -> float:
    """The gain of a voice that is `heard` at so many LUFS, and had `first` without the limiter."""
    lost = max(TARGET - heard, 0.0) if heard > SILENCE else 0.0
    return bounded(min(gain + lost, first + _MOST_BACK))


def _loudness(
    clips: Sequence[Clip], gains: Sequence[float], rate: int, filters: str = ""
) -> list[float]:
    """LUFS of each clip when it is louder by its gain, and then filtered."""
    spans = list(_spans(clips, rate))

    def sound() -> Iterator[bytes]:
        at = 0
        for clip, gain, (begin, _) in zip(clips, gains, spans, strict=True):
            start = _frame(begin, rate)
            yield bytes((start - at) * SAMPLE_BYTES)
            yield read(clip, rate, gain - HEADROOM)
            at = start + clip.frames
        yield bytes(_frame(_APART, rate) * SAMPLE_BYTES)

    source = ("-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "pipe:0")
    meter = f"volume={HEADROOM}dB,{filters}ebur128=peak=none:framelog=info"
    said = ffmpeg.report((*source, "-map", "0:a:0", "-af", meter, "-f", "null", "-"), sound())
    readings = [float(found) for found in _READING.findall(said)]
    return [integrated(readings[begin + _WINDOW - 1 : end]) for begin, end in spans]


def _spans(clips: Sequence[Clip], rate: int) -> Iterator[tuple[int, int]]:
    """The beats at which each clip begins and ends."""
    at = 0
    for clip in clips:
        end = at + clip.frames * _BEATS // rate
        yield at, end
        at = end + 1 + _APART


def _frame(beat: int, rate: int) -> int:
    return math.ceil(beat * rate / _BEATS)


def integrated(readings: Sequence[float]) -> float:
    """What readings of 400 ms, in LUFS, come to as a whole; -70 where nothing was heard."""
    heard = [reading for reading in readings if reading > SILENCE]
    gate = _mean(heard) - _GATE
    return _mean([reading for reading in heard if reading > gate])


def _mean(readings: Sequence[float]) -> float:
    if not readings:
        return SILENCE
    power = math.fsum(10 ** (reading / 10) for reading in readings) / len(readings)
    return 10 * math.log10(power)
