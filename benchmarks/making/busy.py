"""How busy `narrator make` keeps the machine with a neural engine.

usage: python -m benchmarks.making.busy [--characters N]

The model has the size of a medium Piper voice and random weights. A core is busy while it works for
any process of the run; on a machine with other work the figure is too low.
"""

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.engines.graph import write_graph
from narrator.engines.home import VARIABLE, models

from .measuring import cores, cost_of
from .text import novel
from .usual import MAKE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=50_000)
    text = novel(parser.parse_args().characters)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        write_graph(models("piper") / "en_US-random-medium.onnx")
        here = Path(folder) / "book"
        here.mkdir()
        (here / "novel.txt").write_text(text, encoding="utf-8")
        cost = cost_of((*MAKE, "--engine", "piper"), here)
    print(
        f"{len(text):,} characters: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU, "
        f"{cost.cpu / cost.wall / cores():.1%} of {cores()} cores busy, {cost.memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
