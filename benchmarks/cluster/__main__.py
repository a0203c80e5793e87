"""What a cluster costs and brings, on this machine alone.

usage: python -m benchmarks.cluster [--text BOOK] [--speed N] [--seconds N] [--workers 1,2,4,...]
       python -m benchmarks.cluster --lines 50000    what so many lines take of memory
       python -m benchmarks.cluster.same             two workers against --jobs 2
       python -m benchmarks.cluster.kills            a book that is disturbed again and again

Workers sleep for as long as Kokoro would compute for lines as long as the book's (see `workers`),
and all N times as short, so that a run takes minutes: what the scheduler and the client do for a
line must then be done in an Nth of the time. Each count of workers gets as many lines as take it
so many seconds. Efficiency is the time slept over the time that all workers had.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.making.text import novel

from .lines import lengths_in
from .ports import free_port
from .workers import COMPUTES, PACE

TOGETHER = 16
"""Workers of one process, at most."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, help="a book to take the lengths from")
    parser.add_argument("--speed", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--workers", default="1,2,4,8,16,64")
    parser.add_argument("--lines", type=int, help="measure only the memory for so many lines")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = options.text or Path(folder) / "novel.txt"
        if not options.text:
            book.write_text(novel(500_000), encoding="utf-8")
        lengths = lengths_in(book)
        mean = sum(lengths) / len(lengths)
        print(f"{len(lengths):,} lines of {mean:.0f} characters; {options.speed:g} times as fast")
        print(f"{'workers':>8}{'lines':>8}{'wall s':>9}{'efficiency':>12}", end="")
        print(f"{'scheduler ms':>14}{'client ms':>11}{'MB':>6}", flush=True)
        for workers in [8] if options.lines else map(int, options.workers.split(",")):
            speed = 1e6 if options.lines else options.speed
            a_line = mean / PACE * COMPUTES / speed
            lines = options.lines or max(round(workers * options.seconds / a_line), 30)
            _tell(workers, speed, _measured(workers, speed, lines, book))


def _tell(workers: int, speed: float, found: dict[str, float]) -> None:
    efficiency = found["kokoro"] / speed / found["wall"] / workers
    print(f"{workers:8}{found['lines']:8}{found['wall']:9.1f}{efficiency:12.3f}", end="")
    print(f"{found['scheduler_ms']:14.2f}{found['client_ms']:11.2f}", end="")
    print(f"{found['megabytes']:6.0f}", flush=True)


def _measured(workers: int, speed: float, lines: int, book: Path) -> dict[str, float]:
    with scheduler() as (address, pid):
        groups = [min(TOGETHER, workers - at) for at in range(0, workers, TOGETHER)]
        crews = [
            _started(
                "benchmarks.cluster.workers",
                address,
                number,
                speed,
                stderr=subprocess.DEVNULL,
            )
            for number in groups
        ]
        try:
            command = (address, lines, pid, book)
            client = _started("benchmarks.cluster.client", *command, stdout=subprocess.PIPE)
            out, _ = client.communicate()
            if client.returncode:
                sys.exit("the client failed")
            return dict(json.loads(out))
        finally:
            for crew in crews:
                crew.terminate()


@contextmanager
def scheduler() -> Iterator[tuple[str, int]]:
    """A scheduler of its own: its address and the number of its process."""
    port = free_port()
    command = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show")
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", "scheduler", *command], stderr=subprocess.DEVNULL
    )
    try:
        yield f"tcp://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait()


def _started(module: str, *arguments: object, **options: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.Popen(command, env=os.environ, **options)


if __name__ == "__main__":
    main()
