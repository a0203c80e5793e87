"""One gain a chapter: the last decibel between levelled voices and the loudness that is wanted.

Voices are levelled one by one, on continuous speech. What a chapter makes of them depends on how
many pauses there are, who speaks, how it is said and how much the limiter takes. So a chapter is
measured as it will be heard, and all of it is made louder or softer: no line against another.
"""

from collections.abc import Callable, Iterator
from threading import Lock
from typing import NamedTuple

from .ffmpeg import Stop
from .loudness import LIMIT, SILENCE, TARGET, measure_mastered
from .stream import pcm
from .timeline import Mixed, Segment, Speech

_ENOUGH = 120.0
"""Seconds of a chapter that are listened to; of a longer one, evenly spread stretches."""
_STRETCH = 20
"""Segments of a stretch: lines and the pauses between them."""
_TRIED = (0.0, 1.5)
"""Decibels of gain that are tried at once; what most chapters need lies between."""
_FINE = 0.15
"""Decibels that are near enough."""
_LEAST = 0.3
"""Of a decibel of gain, how much is heard at least, however much the limiter takes."""
_ROUNDS = 3
"""How often a better gain is looked for."""
_FARTHEST = 6.0
"""Decibels: a chapter that is farther off is meant so, all whispers or shouts."""


class ChapterLevel(NamedTuple):
    """What brings a chapter to its loudness."""

    gain: float
    """Decibels to add to it."""
    lufs: float
    """How loud it is then, LUFS; measured like the gain on a part of it that is spread over all."""


class ChapterLevels:
    """The level of each chapter, measured once."""

    def __init__(
        self, target: float = TARGET, *, stereo: bool = False, stop: Stop | None = None
    ) -> None:
        self.target = target
        """LUFS."""
        self._stereo = stereo
        self._stop = stop
        self._lock = Lock()
        self._found: dict[tuple[str, float], ChapterLevel] = {}

    def gain(self, mixed: Mixed, limit: float = LIMIT) -> float:
        """Decibels to add to the chapter, when samples are held at `limit` dBFS.

        Raises:
            NarratorError: a clip is damaged, or ffmpeg failed.
        """
        return self.level(mixed, limit).gain

    def level(self, mixed: Mixed, limit: float = LIMIT) -> ChapterLevel:
        """The gain of the chapter and what comes of it, when samples are held at `limit` dBFS.

        Raises:
            Stopped: `stop` was set.
            NarratorError: a clip is damaged, or ffmpeg failed.
        """
        key = (mixed.fingerprint, limit)
        with self._lock:
            known = self._found.get(key)
        if known is None:
            known = self._measured(mixed, limit)
            with self._lock:
                self._found[key] = known
        return known

    def _measured(self, mixed: Mixed, limit: float) -> ChapterLevel:
        stereo, stop = self._stereo, self._stop

        def heard(*gains: float) -> list[float]:
            sample = pcm(mixed, segments=_spread(mixed), stereo=stereo)
            rate = mixed.audio.rate
            return measure_mastered(sample, rate, limit, gains, stereo=stereo, stop=stop)

        return _level(heard, self.target)


def _level(heard: Callable[..., list[float]], target: float) -> ChapterLevel:
    """The gain, found in a few steps: louder is not louder by as much, for the limiter.

    `heard` gives the loudness in LUFS for each of some gains.
    """
    (gain, most), (last, highest) = _TRIED, heard(*_TRIED)
    if not last > SILENCE:
        return ChapterLevel(0.0, SILENCE)
    share = max((highest - last) / (most - gain), _LEAST)
    wanted = _bounded(gain + (target - last) / share)
    if gain <= wanted <= most:
        return ChapterLevel(wanted, round(last + (wanted - gain) * share, 2))
    for _ in range(_ROUNDS):
        step = _bounded(gain + (target - last) / share) - gain
        if abs(target - last) <= _FINE or not step:
            break
        gain += step
        before, (last,) = last, heard(gain)
        share = max((last - before) / step, _LEAST)
    return ChapterLevel(round(gain, 2), last)


def _bounded(gain: float) -> float:
    return round(min(max(gain, -_FARTHEST), _FARTHEST), 2)


def _spread(mixed: Mixed) -> Iterator[Segment]:
    """What is listened to of a chapter."""
    every = max(round(mixed.audio.seconds / _ENOUGH), 1)
    for number, segment in enumerate(mixed.segments):
        is_music = isinstance(segment, Speech) and segment.is_music
        if number // _STRETCH % every == 0 and not is_music:
            yield segment
