"""The direction from men to women in what the speaker encoder hears, by voices of known sex.

    NARRATOR_HOME=.venv/models python -m benchmarks.voices.sex

Kokoro's 28 English voices (`.ci/models.py` brings them) say what voices are measured on. The
direction is between the means of women and men; each voice is told by that of the others.
"""

import json
from typing import Any

import numpy as np

from narrator.acoustics import TEXT
from narrator.engines import engine_class
from narrator.model import Gender

from .apartness import DIRECTION
from .listening import heard
from .speaker import Encoder


def main() -> None:
    encoder = Encoder()
    engine = engine_class("kokoro")()
    voices = [voice for voice in engine.voices() if voice.language.startswith("en")]
    means = []
    for voice in voices:
        waves = [heard(engine, voice.id, text) for text in TEXT]
        means.append(encoder.embed(waves).mean(axis=0))
        print(voice.id, flush=True)
    keep(np.stack(means), np.asarray([voice.gender is Gender.FEMALE for voice in voices]))


def keep(found: Any, is_woman: Any) -> None:
    """Write down the direction between the voices at `found`, (voices, 256)."""
    right = sum(_rightly_told(found, is_woman, at) for at in range(len(found)))
    direction, middle = _direction(found, is_woman)
    told = {
        "voices": len(found),
        "told rightly by the others": right,
        "middle": round(middle, 5),
        "direction": [round(float(each), 5) for each in direction],
    }
    DIRECTION.write_text(json.dumps(told) + "\n", encoding="utf-8")
    print(f"{right} of {len(found)} are told rightly by the others")


def _rightly_told(found: Any, is_woman: Any, at: int) -> bool:
    others = np.arange(len(found)) != at
    direction, middle = _direction(found[others], is_woman[others])
    return bool((found[at] @ direction > middle) == is_woman[at])


def _direction(found: Any, is_woman: Any) -> tuple[Any, float]:
    women, men = found[is_woman].mean(axis=0), found[~is_woman].mean(axis=0)
    direction = women - men
    return direction, float((women + men) @ direction / 2)


if __name__ == "__main__":
    main()
