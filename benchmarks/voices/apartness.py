"""How far voices are from one another to the speaker encoder, and which sex it hears.

A voice is heard in groups of three sentences (about ten seconds). The distance of two voices is the
mean of that between a group of the one and *another* group of the other, one minus the cosine; that
of a voice from itself likewise. So what is said differs in both.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from .speaker import Encoder

GROUP = 3
DIRECTION = Path(__file__).with_name("sex.json")


def groups(encoder: Encoder, waves: list[Any]) -> Any:
    """Where groups of three of `waves` lie on the unit sphere: (groups, 256)."""
    starts = range(0, len(waves) - GROUP + 1, GROUP)
    together = [np.concatenate(waves[start : start + GROUP]) for start in starts]
    return encoder.embed(together)


def distance(one: Any, other: Any) -> float:
    """Between two voices, or of a voice from itself, by their groups."""
    apart = 1 - one @ other.T
    return float(apart[~np.eye(len(apart), dtype=bool)].mean())


def womanly(voice: Any) -> float:
    """Above 0 where the encoder hears a woman, below where a man, by a voice's groups.

    The direction between the two was found on Kokoro's 28 English voices: see `sex`.
    """
    known = json.loads(DIRECTION.read_text(encoding="utf-8"))
    return float(voice.mean(axis=0) @ np.asarray(known["direction"]) - known["middle"])
