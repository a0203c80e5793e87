"""`narrator make` against the bare pipeline, as ratios in one run on this machine.

usage: python -m benchmarks.making [--characters N] [--runs N] [--text FILE]
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from .measuring import Cost, cores, cost_of
from .text import novel

BARE = Path(__file__).with_name("bare.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--text", type=Path, help="a novel to use in place of the made-up one")
    options = parser.parse_args()
    text = options.text.read_text("utf-8") if options.text else novel(options.characters)
    print(f"{len(text):,} characters, {cores()} cores")
    print(f"{'':14}{'wall s':>9}{'CPU s':>9}{'MB':>7}   wall ratio  CPU ratio")
    ratios = [_run(text) for _ in range(options.runs)]
    for name, figures in zip(("wall", "CPU", "again"), zip(*ratios, strict=True), strict=True):
        low, middle, high = min(figures), statistics.median(figures), max(figures)
        print(f"{name:14}min {low:.3f}  median {middle:.3f}  max {high:.3f}")


def _run(text: str) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "novel.txt").write_text(text, encoding="utf-8")
        make = [sys.executable, "-m", "narrator", "make", "novel.txt", "--format", "m4b"]
        bare = cost_of([sys.executable, str(BARE), "novel.txt", "bare.m4b"], here)
        first = cost_of(make, here)
        again = cost_of(make, here)
    _show("bare", bare, bare)
    _show("make", first, bare)
    _show("make again", again, first)
    return first.wall / bare.wall, first.cpu / bare.cpu, again.wall / first.wall


def _show(name: str, cost: Cost, against: Cost) -> None:
    print(
        f"{name:14}{cost.wall:9.1f}{cost.cpu:9.1f}{cost.memory:7.0f}"
        f"{cost.wall / against.wall:13.3f}{cost.cpu / against.cpu:11.3f}"
    )


if __name__ == "__main__":
    main()
