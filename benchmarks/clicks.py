"""Clicks in finished sound: how many are told that are none, and how many planted ones are missed.

    python -m benchmarks.clicks FILE.wav ...

The files hold speech without clicks: mono, 16 bits, as `narrator make --format wav` writes them.
Into a copy in memory clicks are planted, one every two seconds, three kinds in turn: a sample that
leaps by a third of full scale, where no step within 4 ms is above 5 %; sound that is cut off where
it is louder than a third; and sound that begins there. A place without room for its kind is passed
over.
"""

import random
import sys
import wave
from array import array
from collections import Counter
from itertools import pairwise
from pathlib import Path

from narrator.mixing.clicks import ClickFinder

HEIGHT = 0.33
CALM = 0.05
GAP = 2.0
REACH = 0.004
HOLE = 0.02
KINDS = ("spike", "cut", "start")


def main(paths: list[Path]) -> None:
    missed: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    false, seconds = 0, 0.0
    for path in paths:
        rate, sound = read(path)
        alarms = clicks(rate, sound)
        false += len(alarms)
        seconds += len(sound) / rate
        if alarms:
            print(f"{path}: false alarms at {', '.join(f'{time:.3f}' for time in alarms)} s")
        places = plant(rate, sound)
        found = clicks(rate, sound)
        for kind, time in places:
            planted[kind] += 1
            if all(abs(each - time) > 0.002 for each in found):
                missed[kind] += 1
                print(f"{path}: {kind} at {time:.3f} s is missed")
    told = ", ".join(f"{planted[kind] - missed[kind]} of {planted[kind]} {kind}s" for kind in KINDS)
    print(f"{seconds / 60:.1f} min: {false} false alarms; found {told}")


def read(path: Path) -> tuple[int, "array[int]"]:
    with wave.open(str(path)) as file:
        return file.getframerate(), array("h", file.readframes(file.getnframes()))


def clicks(rate: int, sound: "array[int]") -> list[float]:
    finder = ClickFinder(rate, 1)
    finder.take(sound.tobytes())
    finder.end()
    return finder.found


def plant(rate: int, sound: "array[int]") -> list[tuple[str, float]]:
    """Clicks put into `sound`: of what kind each is, and when."""
    chance = random.Random(1)  # noqa: S311 (the same places each time)
    places = []
    gap, reach, hole = round(rate * GAP), round(rate * REACH), round(rate * HOLE)
    for number, begin in enumerate(range(gap, len(sound) - 2 * gap, gap)):
        kind = KINDS[number % len(KINDS)]
        for at in chance.sample(range(begin, begin + gap // 2), gap // 4):
            if kind == "spike" and is_calm(sound[at - reach : at + reach]):
                sound[at] = sound[at] + round(HEIGHT * 32768) * (-1 if sound[at] > 0 else 1)
            elif kind == "cut" and abs(sound[at - 1]) > HEIGHT * 32768:
                sound[at : at + hole] = array("h", bytes(2 * hole))
            elif kind == "start" and abs(sound[at]) > HEIGHT * 32768:
                sound[at - hole : at] = array("h", bytes(2 * hole))
            else:
                continue
            places.append((kind, at / rate))
            break
    return places


def is_calm(near: "array[int]") -> bool:
    steps = (abs(b - a) for a, b in pairwise(near))
    return max(steps, default=0) < CALM * 32768


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
