"""Clips to mix: small WAV files written by the standard library."""

import array
import math
import random
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from narrator.model import Clip

MakeClip = Callable[..., Clip]


def samples(frames: int, rate: int, peak: int) -> bytes:
    """A tone whose loudness rises and falls like syllables do, with a little noise."""
    chance = random.Random(frames)
    values = (
        int(peak * 0.9 * math.sin(n * 1400 / rate) * (0.55 + 0.45 * math.sin(n * 20 / rate)))
        + chance.randint(-peak // 10, peak // 10)
        for n in range(frames)
    )
    sound = array.array("h", values)
    if sys.byteorder == "big":
        sound.byteswap()
    return sound.tobytes()


@pytest.fixture
def make_clip(tmp_path: Path) -> MakeClip:
    """Writes a clip of given sentences (in frames) and returns it."""

    def make(
        *sentences: int, rate: int = 22050, peak: int = 8000, pcm: bytes | None = None
    ) -> Clip:
        key = f"clip-{'-'.join(map(str, sentences))}-{rate}-{peak}"
        path = tmp_path / f"{key}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(samples(sum(sentences), rate, peak) if pcm is None else pcm)
        return Clip(key, path, rate, sentences)

    return make
