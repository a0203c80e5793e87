"""Two workers of a local cluster against `--jobs 2`: the same clips, and the CPU of each.

usage: python -m benchmarks.cluster.same [--runs N] [--characters N] [--engine NAME]

Both record the same script with the same cast into empty stores, by turns. CPU is that of all
processes, also of those that are left behind by the one that began them (Linux).
"""

import argparse
import ctypes
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from benchmarks.making.text import novel

from .kills import FORMATS, differences, narrator

SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER: orphans of our children become ours."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--characters", type=int, default=100_000)
    parser.add_argument("--engine", default="hibari")
    options = parser.parse_args()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready"
        ready.mkdir()
        (ready / "novel.txt").write_text(novel(options.characters), encoding="utf-8")
        for command in (("parse", "novel.txt"), ("cast", "novel", "--engine", options.engine)):
            subprocess.run(narrator(*command, "--quiet"), cwd=ready, check=True)
        for run in range(options.runs):
            here, there = Path(folder) / f"here{run}", Path(folder) / f"there{run}"
            spent = [
                _spent(ready, where, options.engine, how)
                for where, how in ((here, ("--jobs", "2")), (there, ("--cluster", "local:2")))
            ]
            ratios.append(spent[1] / spent[0])
            differing = differences(here, there)
            told = ", ".join(differing[:3]) or "nothing"
            print(f"--jobs 2 {spent[0]:.1f} s, local:2 {spent[1]:.1f} s, ", end="")
            print(f"{ratios[-1]:.3f}; differing: {told}", flush=True)
            shutil.rmtree(here)
            shutil.rmtree(there)
    print(f"CPU: min {min(ratios):.3f}, median {statistics.median(ratios):.3f}")


def _spent(ready: Path, here: Path, engine: str, how: tuple[str, ...]) -> float:
    """Seconds of CPU for recording the book in `here`."""
    shutil.copytree(ready, here)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = narrator("record", "novel", "--engine", engine, *FORMATS, *how)
    subprocess.run(command, cwd=here, check=True)
    _wait_for_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _wait_for_orphans() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


if __name__ == "__main__":
    main()
