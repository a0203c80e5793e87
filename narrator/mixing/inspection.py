"""What a stranger would find who decodes a finished file and measures it."""

import math
import re
import warnings
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import NarratorError

from . import ffmpeg
from .clicks import ClickFinder, keeps_clicks
from .complaints import errors
from .loudness import summary
from .mp3_frames import bit_rates

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import audioop

_FULL = 32768.0
_BLOCK = 0.01
"""Seconds looked at together."""
_WINDOW = 50
"""Blocks over which the quietest stretch is looked for: half a second."""
_HEARD = 10 ** (-50 / 20)
"""Part of full scale from which a sample counts as heard."""
_SHORT = 1.0
"""Seconds that may be missing from what the file says it lasts."""

_STREAM = re.compile(r"Stream #\S+: Audio: (\w+).*?, (\d+) Hz, ([^,]+),")
_BIT_RATE = re.compile(r"Audio: .*?, (\d+) kb/s")
_DURATION = re.compile(r"Duration: (\d+):(\d+):(\d+\.\d+)")


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was measured of a file; levels in decibels are -inf for digital silence."""

    codec: str
    """As ffmpeg calls it: `mp3`, `aac`, `flac`."""
    rate: int
    """Hertz."""
    channels: int
    bit_rate: int | None
    """kbit/s; of an MP3 the lowest of its frames."""
    is_constant: bool
    """Whether the bit rate is constant, as far as is known: only MP3 is looked at."""
    seconds: float
    """That were decoded."""
    missing: float
    """Seconds by which that is shorter than the file says."""
    lufs: float
    true_peak: float
    """dBTP."""
    peak: float
    """dBFS."""
    rms: float
    """dBFS."""
    offset: float
    """The mean, as a part of full scale."""
    floor: float
    """dBFS: the RMS of the quietest half second."""
    head: float
    """Seconds before anything is heard."""
    tail: float
    """Seconds after the last that is heard."""
    clicks: tuple[float, ...] | None
    """When there is one, in seconds; None where the codec blurs them beyond telling."""
    damage: str = ""
    """What the decoder complained of."""


def inspect(path: Path) -> Inspection:
    """Decode the file at `path` and measure it, in constant memory.

    Raises:
        NarratorError: it holds no sound that ffmpeg can read.
        MissingTool: there is no ffmpeg.
    """
    described = ffmpeg.describe(path)
    stream = _STREAM.search(described)
    if not stream:
        raise NarratorError("holds no sound", where=str(path), todo="name a sound file")
    codec, rate, channels = stream[1], int(stream[2]), _channels(stream[3])
    gauge = "ebur128=peak=true:framelog=verbose"
    meter = _Meter(rate, channels, clicks=keeps_clicks(codec))
    # The meter listens beside: before ffmpeg 5 it brings whatever goes through it to 48 kHz.
    graph = f"[0:a:0]asplit[sound][heard];[heard]{gauge}[metered]"
    shape = ("-f", "s16le", "-ar", str(rate), "-ac", str(channels), "pipe:1")
    outputs = ("-map", "[sound]", *shape, "-map", "[metered]", "-f", "null", "-")
    source = ("-i", ffmpeg.file(path), "-filter_complex", graph)
    said = ffmpeg.decode((*source, *outputs), meter.take)
    meter.end()
    rates = bit_rates(path) if codec == "mp3" else set()
    told = _BIT_RATE.search(described)
    loudness = summary(said)
    return Inspection(
        codec=codec,
        rate=rate,
        channels=channels,
        bit_rate=min(rates, default=int(told[1]) if told else None),
        is_constant=len(rates) <= 1,
        seconds=meter.seconds,
        missing=max(_duration(described) - meter.seconds - _SHORT, 0.0),
        lufs=loudness.lufs,
        true_peak=loudness.true_peak,
        peak=_decibels(meter.peak),
        rms=_decibels(math.sqrt(meter.squares / max(meter.samples, 1))),
        offset=meter.sum / max(meter.samples, 1) / _FULL,
        floor=_decibels(math.sqrt(meter.quietest)),
        head=meter.head,
        tail=meter.tail,
        clicks=tuple(meter.clicks.found) if keeps_clicks(codec) else None,
        damage=next(iter(errors(said)), ""),
    )


class _Meter:
    """Adds up what comes out of the decoder, block by block."""

    def __init__(self, rate: int, channels: int, *, clicks: bool) -> None:
        self.samples = 0
        self.squares = self.sum = 0.0
        self.peak = 0
        self.quietest = math.inf
        self.clicks = ClickFinder(rate, channels)
        self._finds_clicks = clicks
        self._rate, self._channels = rate, channels
        self._size = max(int(rate * _BLOCK), 1) * channels * 2
        self._rest = b""
        self._recent: deque[float] = deque(maxlen=_WINDOW)
        self._first: float | None = None
        self._last = 0.0

    @property
    def seconds(self) -> float:
        return self.samples / self._channels / self._rate

    @property
    def head(self) -> float:
        return self.seconds if self._first is None else self._first

    @property
    def tail(self) -> float:
        return self.seconds - self._last

    def take(self, data: bytes) -> None:
        data = self._rest + data
        whole = len(data) - len(data) % self._size
        for start in range(0, whole, self._size):
            self._block(data[start : start + self._size])
        self._rest = data[whole:]

    def end(self) -> None:
        """What is left is less than a block."""
        self._rest = self._rest[: len(self._rest) // 2 * 2]
        if self._rest:
            self._block(self._rest)
        if self._finds_clicks:
            self.clicks.end()
        if len(self._recent) < _WINDOW and self._recent:
            self.quietest = sum(self._recent) / len(self._recent)

    def _block(self, block: bytes) -> None:
        at, count = self.seconds, len(block) // 2
        peak = audioop.max(block, 2)
        # `audioop.rms` gives whole numbers: too coarse for a noise floor.
        square = _square(block, peak)
        self.samples += count
        self.squares += square * count
        self.sum += audioop.avg(block, 2) * count if peak > 1 else 0.0
        self.peak = max(self.peak, peak)
        self._recent.append(square)
        if len(self._recent) == _WINDOW:
            self.quietest = min(self.quietest, sum(self._recent) / _WINDOW)
        if peak > _HEARD * _FULL:
            self._first = at if self._first is None else self._first
            self._last = self.seconds
        if self._finds_clicks:
            self.clicks.take(block)


def _square(block: bytes, peak: int) -> float:
    """The mean square of a block of samples."""
    if peak == 0:
        return 0.0
    if peak < 128:
        return float(audioop.rms(audioop.mul(block, 2, 128.0), 2) / 128.0) ** 2
    return float(audioop.rms(block, 2)) ** 2


def _decibels(value: float) -> float:
    return 20 * math.log10(value / _FULL) if 0 < value < math.inf else -math.inf


def _channels(layout: str) -> int:
    known = {"mono": 1, "stereo": 2}
    found = re.search(r"(\d+) channels|(\d)\.(\d)", layout)
    if layout.strip() in known or not found:
        return known.get(layout.strip(), 2)
    return int(found[1]) if found[1] else int(found[2]) + int(found[3])


def _duration(described: str) -> float:
    found = _DURATION.search(described)
    return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) if found else 0.0
