"""The client alone: records lines into an empty store, and says what that took.

usage: python -m benchmarks.cluster.client ADDRESS LINES SCHEDULER_PID BOOK

Time counts from when the first machine has shown that it can speak to the last clip, so that what
is measured is work, not the start.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.making.measuring import _share
from narrator.studio import Store, Utterance, record
from narrator.studio.cluster import Machines, cluster_of

from .lines import lengths_in, utterances
from .workers import COMPUTES, PACE

WATCHED = 500
"""Clips from one look at the memory to the next."""


def main() -> None:
    address, number, pid = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    lines = list(utterances(lengths_in(Path(sys.argv[4])), number))
    scheduler, own = psutil.Process(pid), psutil.Process()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        memory, done = 0, 0
        start = _Start(lines, scheduler, own)
        crew = Machines(store, cluster_of(address), tell=lambda text: print(text, file=sys.stderr))
        for take in record(start.lines(), store, crew):
            assert take.clip and take.spoken, take
            done += 1
            if done % WATCHED == 0 or done == number:
                memory = max(memory, _share(pid) + _share(own.pid))
        wall = time.monotonic() - start.time
        spent = _cpu(scheduler) - start.cpu[0], _cpu(own) - start.cpu[1]
    computed = sum(line.characters for line in lines)
    print(
        json.dumps(
            {
                "lines": done,
                "wall": wall,
                "kokoro": computed / PACE * COMPUTES,
                "scheduler_ms": 1000 * spent[0] / done,
                "client_ms": 1000 * spent[1] / done,
                "megabytes": memory / 1024,
            }
        )
    )


class _Start:
    """When the second line was asked for: the first calls the machines."""

    def __init__(self, lines: list[Utterance], *processes: psutil.Process) -> None:
        self._lines = lines
        self._processes = processes
        self.time = 0.0
        self.cpu = [0.0, 0.0]

    def lines(self) -> Iterator[Utterance]:
        """All lines."""
        for at, line in enumerate(self._lines):
            if at == 1:
                self.time = time.monotonic()
                self.cpu = [_cpu(process) for process in self._processes]
            yield line


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    main()
