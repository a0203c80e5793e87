"""How loud sound is and how loud it should be: ITU-R BS.1770 by ffmpeg's meter."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from . import ffmpeg
from .stream import HEADROOM

TARGET = -18.0
"""LUFS of speech: the anchor AES TD1008 gives for speech on demand."""
CEILING = -3.0
"""dBTP: no finished chapter peaks higher."""
LIMIT = -4.2
"""dBFS at which samples are held, so that lossy encoders overshoot to no more than `CEILING`."""
SILENCE = -70.0
"""LUFS: the meter's floor, where nothing was heard."""

_FARTHEST = 12.0
"""Decibels: a voice that is farther off is broken, and gain would only raise its noise."""
_ATTACK = 0.005
"""Seconds the limiter looks ahead."""
_FINE = 44100
"""Hertz: the limiter works at no less, for what happens between two samples is a peak too."""
_CENTRED = "aformat=sample_fmts=s16p,highpass=f=20:poles=1"
"""Takes away what is too low to be heard: a voice that is off centre has less room to swing.

In whole numbers, so that silence stays nothing at all: fractions would fade away behind each
sentence for long, and such a silence costs an encoder as much as speech."""
_METER = "ebur128=framelog=verbose:peak="
"""Ten readings a second are not wanted, only the summary."""


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
    meter = ("-map", "0:a:0", "-af", f"{_METER}true", "-f", "null", "-")
    return summary(ffmpeg.report(("-i", ffmpeg.file(path), *meter)))


def voice_gain(lufs: float) -> float:
    """Decibels that bring a voice of this loudness to `TARGET`, at most 12 either way.

    One gain a voice, never one a clip: whispers stay softer than shouts.
    """
    if not lufs > SILENCE:
        return 0.0
    return bounded(TARGET - lufs)


def measure_mastered(
    sound: Iterable[bytes],
    rate: int,
    limit: float,
    gains: Sequence[float],
    *,
    stereo: bool = False,
    stop: ffmpeg.Stop | None = None,
) -> list[float]:
    """The loudness in LUFS of a PCM stream after mastering, when it is made louder by each gain.

    What happens between two samples is left out: it makes no difference to loudness.

    Raises:
        Stopped: `stop` was set.
        NarratorError: a clip is missing or damaged, or ffmpeg failed.
    """
    ears = "2" if stereo else "1"
    source = ("-f", "s16le", "-ar", str(rate), "-ac", ears, "-i", "pipe:0")
    numbers = range(len(gains))
    meters = (
        f"[in{number}]volume={HEADROOM + gain}dB,{limiter(rate, limit)},{_METER}none[out{number}]"
        for number, gain in enumerate(gains)
    )
    inputs = "".join(f"[in{number}]" for number in numbers)
    graph = f"[0:a]{_CENTRED},asplit={len(gains)}{inputs};{';'.join(meters)}"
    # An output each: ffmpeg 7 crashes on a graph of which a part ends nowhere (`anullsink`).
    outputs = chain.from_iterable(("-map", f"[out{n}]", "-f", "null", "-") for n in numbers)
    said = ffmpeg.report((*source, "-filter_complex", graph, *outputs), sound, stop)
    # With ffmpeg 4 and 5 the meters first speak of nothing, when the graph is tried out.
    # They end in any order, and not always say which they are; but louder is never softer.
    last = said.split("Summary:")[-len(gains) :]
    found = sorted(summary(each).lufs for each in last)
    ranks = sorted(numbers, key=gains.__getitem__)
    return [lufs for _, lufs in sorted(zip(ranks, found, strict=True))]


def mastering(rate: int, limit: float = LIMIT, makeup: float = 0.0) -> str:
    """The ffmpeg filters between the PCM stream and an encoder: centre, level, limit, resample.

    `rate` is that of the encoder in Hertz, `limit` the highest a sample gets in dBFS, and `makeup`
    what the encoder takes off everything, in decibels.
    """
    fine = rate * math.ceil(_FINE / rate)
    louder = f",volume={makeup}dB" if makeup else ""
    return f"{_CENTRED},volume={HEADROOM}dB,{limiter(fine, limit)},aresample={rate}{louder}"


def room_tone(rate: int) -> str:
    """What is put behind `mastering` so that silence sounds like a quiet room, at -72 dBFS."""
    noise = f"anoisesrc=color=pink:amplitude=0.0013:seed=1:sample_rate={rate}"
    return f"[speech];{noise}[room];[speech][room]amix=inputs=2:duration=first,volume=2"


def bounded(gain: float) -> float:
    """A gain for a voice, at most 12 dB either way, of two decimals."""
    return round(min(max(gain, -_FARTHEST), _FARTHEST), 2)


def limiter(rate: int, limit: float) -> str:
    """A limiter that neither delays nor shortens.

    It looks ahead, which makes the sound late; as much silence is put behind the sound and cut
    off before it. (The filter's own option for this is not in ffmpeg 4.)
    """
    late = int(rate * _ATTACK) - 1
    held = f"limit={10 ** (limit / 20):.4f}:level=false:attack={_ATTACK * 1000}:release=50"
    cut = f"atrim=start_sample={late},asetpts=PTS-STARTPTS"
    return f"aresample={rate},apad=pad_len={late},alimiter={held},{cut}"


def summary(said: str) -> Loudness:
    """What the filter `ebur128` said at the end of its work."""
    last = said[max(said.rfind("Summary:"), 0) :]
    return Loudness(_number(r"I:\s+(\S+) LUFS", last), _number(r"Peak:\s+(\S+) dBFS", last))


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    return float(found[1]) if found else -math.inf
