"""A full-cast English novel with natural voices to M4B, against bare pipelines, in one run.

    python .ci/models.py .venv/models; python -m pip install kokoro-onnx
    python -m benchmarks.making.natural [--characters N] [--kokoro N]

The bare pipelines are one voice, sentence by sentence, then the same encoder: `hibari-tts` with the
whole novel, and `kokoro-onnx` in as many processes as there are cores, each with so many characters
of it as `--kokoro` says (0 leaves it out), extrapolated. On a machine with other work only the
figures of CPU are to be trusted; `wall` is what passed.
"""

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from narrator.engines.home import VARIABLE

from .measuring import Cost, cores, cost_of
from .text import novel
from .usual import MAKE

BARE = "benchmarks.making.bare_natural"
MODELS = Path(".venv/models")
LIMITS = {
    "wall / bare Kokoro": 0.10,
    "CPU / bare Kokoro": None,
    "CPU / bare hibari": 1.30,
    "MB, all processes": 600,
    "MB, a worker": 170,
    "again / first (wall)": 0.02,
    "again / first (CPU)": None,
}
"""What the figures must not exceed; None where that is only to be known."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=200_000)
    parser.add_argument("--kokoro", type=int, default=10_000)
    options = parser.parse_args()
    text = novel(options.characters)
    print(f"{len(text):,} characters, {cores()} cores, load {os.getloadavg()[0]:.0f}", flush=True)
    os.environ[VARIABLE] = str(MODELS.resolve())
    os.environ["PYTHONPATH"] = str(Path.cwd())
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "novel.txt").write_text(text, encoding="utf-8")
        make = (*MAKE, "--engine", "hibari")
        first, again = _shown("make", cost_of(make, here)), _shown("again", cost_of(make, here))
        bare = _shown("bare hibari", cost_of(_bare("hibari", "novel.txt"), here))
        found = {
            "CPU / bare hibari": first.cpu / bare.cpu,
            "MB, all processes": first.memory,
            "MB, a worker": first.worker,
            "again / first (wall)": again.wall / first.wall,
            "again / first (CPU)": again.cpu / first.cpu,
        }
        if options.kokoro:
            wall, cpu = _kokoro(here, text, options.kokoro)
            found |= {"wall / bare Kokoro": first.wall / wall, "CPU / bare Kokoro": first.cpu / cpu}
    for name, limit in LIMITS.items():
        if name in found:
            missed = "  missed" if limit is not None and found[name] > limit else ""
            print(f"{name:24}{found[name]:9.3f}{limit or '':9}{missed}")


def _bare(engine: str, name: str) -> list[str]:
    return [sys.executable, "-m", BARE, engine, name, f"{name}.m4b"]


def _kokoro(here: Path, text: str, characters: int) -> tuple[float, float]:
    """Wall and CPU seconds that bare Kokoro would take for all of `text`."""
    parts = [text[n * characters : (n + 1) * characters] for n in range(cores())]
    for number, part in enumerate(parts):
        (here / f"part{number}.txt").write_text(part, encoding="utf-8")
    commands = [_bare("kokoro", f"part{number}.txt") for number in range(len(parts))]
    with ThreadPoolExecutor(len(parts)) as pool:
        costs = list(pool.map(lambda command: cost_of(command, here), commands))
    for cost in costs:
        _shown("bare Kokoro", cost)
    factor = len(text) / sum(map(len, parts))
    return max(cost.wall for cost in costs) * factor, sum(cost.cpu for cost in costs) * factor


def _shown(name: str, cost: Cost) -> Cost:
    print(f"{name:12}{cost.wall:9.1f} s{cost.cpu:9.1f} s CPU{cost.memory:7.0f} MB", flush=True)
    return cost


if __name__ == "__main__":
    main()
