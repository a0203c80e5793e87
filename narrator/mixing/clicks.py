"""Clicks: steps in a sound without loss that stand alone, or that lead at once from or to silence.

Speech has steps of its own: the burst of a `t`, the closure of a `k`. Thresholds keep clear of all
that engines said in eleven stories (`benchmarks/clicks.py`): there no step of `ALONE`'s kind was
more than 3.5 times as high as those around it, and none from or to silence was above 0.15.
"""

import warnings
from array import array

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import audioop

_FULL = 32768
STEP = 0.06
"""Part of full scale: the lowest step that is heard as a click."""
ALONE = 5
"""How many times higher than all steps near by a click is that stands in sound."""
HARD = 0.3
"""Part of full scale: a step from or to silence that is a click, whatever comes beside it."""
STILL = 0.002
"""Part of full scale below which nothing is going on."""
_NEAR = 0.003
"""Seconds near by."""
_OWN = 0.0001
"""Seconds around a step that belong to the same click."""
_SILENCE = 0.005
"""Seconds of silence, at the least, from or to which a hard step leads."""
_SEARCHED = 0.0015
"""Seconds searched together: no two steps so near to each other can both stand alone."""
_APART = 0.01
"""Seconds between clicks that are told apart."""

_LOSSLESS = ("flac", "alac", "wavpack", "ape", "tta")


def keeps_clicks(codec: str) -> bool:
    """Whether a codec, as ffmpeg calls it, keeps a step a step: others blur it beyond telling.

    >>> keeps_clicks("pcm_s16le"), keeps_clicks("flac"), keeps_clicks("mp3"), keeps_clicks("aac")
    (True, True, False, False)
    """
    return codec.startswith("pcm_") or codec in _LOSSLESS


class ClickFinder:
    """Finds the clicks of a sound that comes piece by piece; before and after it is silence."""

    def __init__(self, rate: int, channels: int) -> None:
        """A finder for samples of 16 bits, `rate` frames a second."""
        self.found: list[float] = []
        """When, in seconds."""
        self._rate, self._width = rate, channels
        self._own = max(round(rate * _OWN), 2)
        self._near = max(round(rate * _NEAR), 4) + self._own
        self._silence = max(round(rate * _SILENCE), 4)
        self._reach = max(self._near, self._silence) + 1
        """Frames that have to be known on both sides of a step."""
        self._part = max(round(rate * _SEARCHED), 2)
        self._held = self._frames(self._reach)
        self._at = -self._reach
        """Where the frames that are held begin."""

    def take(self, pcm: bytes) -> None:
        """Go on with whole frames."""
        held = self._held + pcm
        frames = len(held) // 2 // self._width
        first, last = self._reach, frames - self._reach
        if last <= first:
            self._held = held
            return
        for start in range(first, last, self._part):
            self._search(held, start, min(start + self._part, last))
        done = last - self._reach
        self._held = held[done * 2 * self._width :]
        self._at += done

    def end(self) -> None:
        """Nothing comes any more."""
        self.take(self._frames(2 * self._reach))

    def _search(self, pcm: bytes, start: int, end: int) -> None:
        """Look at the highest step that leads to a frame from `start` to before `end`."""
        size = 2 * self._width
        steps = _steps(pcm[(start - 1) * size : end * size], self._width)
        if audioop.max(steps, 2) < STEP * _FULL:
            return
        heights = [abs(step) for step in array("h", steps)]
        highest = heights.index(max(heights))
        if self._is_alone(pcm, start + highest // self._width, heights[highest]):
            self._tell(start + highest // self._width)
        elif heights[highest] >= HARD * _FULL:
            for at, height in enumerate(heights):
                if height >= HARD * _FULL and self._is_beside_silence(
                    pcm, start + at // self._width
                ):
                    self._tell(start + at // self._width)

    def _tell(self, frame: int) -> None:
        time = (self._at + frame) / self._rate
        if not self.found or time - self.found[-1] > _APART:
            self.found.append(time)

    def _is_alone(self, pcm: bytes, frame: int, height: int) -> bool:
        size = 2 * self._width
        before = pcm[(frame - self._near) * size : (frame - self._own) * size]
        after = pcm[(frame + self._own) * size : (frame + self._near) * size]
        near = (audioop.max(_steps(each, self._width), 2) for each in (before, after))
        return all(step * ALONE < height for step in near)

    def _is_beside_silence(self, pcm: bytes, frame: int) -> bool:
        size = 2 * self._width
        before = pcm[(frame - self._silence) * size : frame * size]
        after = pcm[frame * size : (frame + self._silence) * size]
        return any(audioop.max(each, 2) < STILL * _FULL for each in (before, after))

    def _frames(self, number: int) -> bytes:
        return bytes(2 * self._width * number)


def _steps(pcm: bytes, channels: int) -> bytes:
    """The differences between samples that follow each other, as samples; too high ones are cut."""
    size = 2 * channels
    return audioop.add(pcm[size:], audioop.mul(pcm[:-size], 2, -1.0), 2)
