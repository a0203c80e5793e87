"""How loud sound is and how loud it should be: ITU-R BS.1770 by ffmpeg's meter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from narrator.model import Clip

from . import ffmpeg
from .stream import HEADROOM, raw

TARGET = -18.0
"""LUFS of speech: the anchor AES TD1008 gives for speech on demand."""
CEILING = -3.0
"""dBTP: no finished chapter peaks higher."""

_FARTHEST = 12.0
"""Decibels: a voice that is farther off is broken, and gain would only raise its noise."""
_SILENCE = -70.0
"""LUFS: the meter's floor, where nothing was heard."""
_LIMIT = -4.5
"""dBFS at which the limiter holds samples: lossy encoders overshoot by up to 1.5 dB."""
_ATTACK = 0.005
"""Seconds the limiter looks ahead."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """What a meter says of a sound."""

    lufs: float
    """Integrated loudness, LUFS; -70 if nothing was heard."""
    true_peak: float
    """dBTP; -inf for silence."""


def measure(path: Path) -> Loudness:
    """The loudness of an audio file of any format.

    Raises:
        NarratorError: the file holds no sound ffmpeg can read.
    """
    return _metered(("-i", ffmpeg.file(path)))


def measure_clips(clips: Iterable[Clip], rate: int) -> Loudness:
    """The loudness of clips of one rate, heard one after the other: what a voice is levelled by.

    Raises:
        NarratorError: a clip is missing or damaged.
    """
    source = ("-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "pipe:0")
    return _metered(source, (raw(clip) for clip in clips))


def voice_gain(lufs: float) -> float:
    """Decibels that bring a voice of this loudness to `TARGET`, at most 12 either way.

    One gain a voice, never one a clip: whispers stay softer than shouts.
    """
    if not lufs > _SILENCE:
        return 0.0
    return round(min(max(TARGET - lufs, -_FARTHEST), _FARTHEST), 2)


def mastering(rate: int) -> str:
    """The ffmpeg filters between the PCM stream and an encoder: level, resample, limit.

    The limiter looks ahead, which delays the sound; as much is put behind it and cut off before
    it, so that the length stays as it was and cues stay true. (The filter's own option for this
    is not in ffmpeg 4.)
    """
    delay = int(rate * _ATTACK) - 1
    return ",".join(
        (
            f"volume={HEADROOM}dB",
            f"aresample={rate}",
            f"apad=pad_len={delay}",
            f"alimiter=limit={10 ** (_LIMIT / 20):.4f}:level=false"
            f":attack={_ATTACK * 1000}:release=50",
            f"atrim=start_sample={delay}",
            "asetpts=PTS-STARTPTS",
        )
    )


def _metered(source: tuple[str, ...], sound: Iterable[bytes] = ()) -> Loudness:
    meter = ("-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-")
    said = ffmpeg.report((*source, *meter), sound)
    summary = said[said.rfind("Summary:") :]
    return Loudness(_number(r"I:\s+(\S+) LUFS", summary), _number(r"Peak:\s+(\S+) dBFS", summary))


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    return float(found[1]) if found else float("-inf")
