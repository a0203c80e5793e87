"""How the time for hard text grows: each shape at a length, and at twice that.

usage: python -m benchmarks.hard [--size CHARACTERS] [--only PART-OF-A-NAME] [--limit SECONDS]

Each is run in a process of its own, in CPU seconds. `growth` is that of the time from the length
to twice the length: 2.0 where it is linear. What is over `MOST` or takes over `MEMORY` is marked
and counted, and makes the exit code 1.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass

from .shapes import SHAPES

MOST = 2.2
"""Times as long, for twice the text."""
MEMORY = 300.0
"""MB."""
COUNTS = 0.5
"""CPU seconds below which a growth says nothing: so much is noise."""
STEPS = ("reading", "parsing", "speaking")


@dataclass(frozen=True)
class Cost:
    """What one text took."""

    steps: dict[str, float]
    """CPU seconds."""
    memory: float
    """MB."""

    @property
    def seconds(self) -> float:
        return sum(self.steps.values())


def main() -> int:
    options = _options()
    size = options.size
    print(f"{'':36}{size:>9,}{2 * size:>9,}{'growth':>8}{'MB':>6}   the longest step", flush=True)
    bad = 0
    shapes = [shape for shape in SHAPES if options.only in shape]
    for shape in shapes:
        first = cost(shape, size, options.limit)
        second = cost(shape, 2 * size, options.limit) if first else None
        if not first or not second:
            print(f"{shape:36}{'over':>9} {options.limit:g} s  !", flush=True)
            bad += 1
            continue
        growth = second.seconds / (first.seconds or COUNTS)
        over = second.memory > MEMORY or (growth > MOST and second.seconds > COUNTS)
        bad += over
        step = max(STEPS, key=lambda each: second.steps[each])
        print(
            f"{shape:36}{first.seconds:9.2f}{second.seconds:9.2f}{growth:8.2f}"
            f"{second.memory:6.0f}   {step}{'  !' if over else ''}",
            flush=True,
        )
    print(f"{bad} of {len(shapes)} shapes over {MOST:g} times or {MEMORY:g} MB")
    return 1 if bad else 0


def cost(shape: str, size: int, limit: float) -> Cost | None:
    """What a shape of so many characters takes; None for more than `limit` seconds."""
    command = [sys.executable, "-m", "benchmarks.hard.child", shape, str(size)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(run.stdout)
    memory = found.pop("memory")
    return Cost(found, memory)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hard")
    parser.add_argument("--size", type=int, default=64_000, help="characters of the shorter text")
    parser.add_argument("--only", default="", help="shapes with this in their name")
    parser.add_argument("--limit", type=float, default=600.0, help="seconds that one may take")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
