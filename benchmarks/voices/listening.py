"""A voice as judges get it: forty sentences at 16 kHz, all equally loud."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from narrator.engines import Engine
from narrator.hearing import at_rate
from narrator.model import Manner

RATE = 16_000
LOUDNESS = 10 ** (-25 / 20)
"""Root mean square of every sentence, as a part of full scale."""
GAP = 0.3
"""Seconds between sentences that are judged together."""
PLAIN = Manner()


@cache
def sentences() -> tuple[str, ...]:
    """What is said."""
    path = Path(__file__).with_name("sentences.txt")
    return tuple(path.read_text(encoding="utf-8").splitlines())


def heard(engine: Engine, voice: str, text: str, manner: Manner = PLAIN) -> Any:
    """`text` in a voice, float32 samples at `RATE`."""
    sound = engine.speak(text, voice, manner)
    wave = np.frombuffer(sound.pcm, "<i2").astype(np.float32) / 32_768
    wave = at_rate(wave, sound.rate)
    return wave * (LOUDNESS / max(float(np.sqrt((wave**2).mean())), 1e-6))


def joined(waves: list[Any]) -> Any:
    """`waves` one after the other, with pauses, within full scale."""
    gap = np.zeros(round(GAP * RATE), np.float32)
    return np.clip(np.concatenate([part for wave in waves for part in (wave, gap)]), -1, 1)
