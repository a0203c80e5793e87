"""Measure the voices of engines, and write their figures into the package.

    python -m benchmarks.engines.spread espeak hibari kokoro

Run it when a catalogue, an engine or the way of measuring changes (kokoro: English voices, half an
hour of a core). It tells how near each voice is to its nearest, and of which gender it is heard.
"""

import math
import sys
from itertools import combinations
from pathlib import Path

import narrator.acoustics
from narrator.acoustics import TEXT, Measurements, distance, gender_of, measured, written
from narrator.engines import engine_class
from narrator.model import Manner
from narrator.studio.trim import trimmed

PACKAGE = Path(narrator.acoustics.__file__).parent


def main() -> None:
    for name in sys.argv[1:]:
        engine, prints = engine_class(name)(), {}
        voices = [voice for voice in engine.voices() if voice.language.startswith("en")]
        for voice in voices:
            sounds = [trimmed(sound) for sound in engine.speak_each(TEXT, voice.id, Manner())]
            prints[voice.id] = measured(sounds, sum(map(len, TEXT)))
        text = written(Measurements(name, engine.version(), prints))
        (PACKAGE / f"{name}.json").write_text(text, encoding="utf-8")
        near = dict.fromkeys(prints, math.inf)
        for one, other in combinations(prints, 2):
            apart = distance(prints[one].features, prints[other].features)
            near[one], near[other] = min(near[one], apart), min(near[other], apart)
        for voice in sorted(voices, key=lambda voice: near[voice.id]):
            heard = gender_of(prints[voice.id])
            mark = "" if heard is voice.gender else f"  is {voice.gender}, heard as {heard}"
            print(f"{name}: {near[voice.id]:5.2f} to the nearest: {voice.id}{mark}")


if __name__ == "__main__":
    main()
