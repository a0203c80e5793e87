"""How many of sixty lines of one and two words the recogniser hears rightly.

    python -m benchmarks.voices.short [--engine NAME] [--voice ID]

Each line is heard alone, half a second of silence around it. Words that sound alike count as right.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from narrator.engines import engine_class

from .listening import RATE, heard
from .recogniser import Recogniser, words

LINES = Path(__file__).with_name("short_lines.txt")
_AROUND = RATE // 2
"""Samples of silence on both sides."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.voices.short")
    parser.add_argument("--engine", default="hibari")
    parser.add_argument("--voice")
    given = parser.parse_args()
    engine = engine_class(given.engine)()
    voice = given.voice or engine.voices()[0].id
    recogniser = Recogniser()
    right = 0
    lines = LINES.read_text(encoding="utf-8").splitlines()
    for line in lines:
        text, _, alike = line.partition("|")
        told = recogniser.hear(padded(heard(engine, voice, text)))
        is_right = words(told) in [words(each) for each in (text, *alike.split(","))]
        right += is_right
        if not is_right:
            print(f"{text!r} is heard as {told!r}", flush=True)
    print(f"{given.engine}, {voice}: {right} of {len(lines)} are heard rightly")


def padded(wave: Any) -> Any:
    """`wave` with silence around it."""
    return np.pad(wave, _AROUND)


if __name__ == "__main__":
    main()
