"""Wall time, CPU time and peak memory of a command and all its children (Linux)."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

STEP = 0.25
"""Seconds between two looks at the memory, at least."""

_SELDOM = 50
"""Between two looks that many times as long as one took: of gigabytes it takes tenths of a second,
while the process that is looked at stands still."""

_UNKEPT = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, of all processes."""
    memory: float
    """Megabytes: the peak of all processes' proportional shares together."""
    worker: float
    """Megabytes: the peak of the largest that the command started."""
    said: str = ""
    """What it printed."""


def cost_of(command: Sequence[str], cwd: Path) -> Cost:
    """Run `command` and measure it.

    Raises:
        SystemExit: it failed.
    """
    start = time.monotonic()
    # As where it is installed: Python keeps what it has compiled.
    usual = {name: value for name, value in os.environ.items() if name != _UNKEPT}
    with TemporaryFile("w+") as log, TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=log, env=usual)
        peak = _Peak(process.pid)
        peak.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.stop()
        if process.returncode:
            log.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{log.read()}")
        said.seek(0)
        cpu = used.ru_utime + used.ru_stime
        return Cost(wall, cpu, peak.megabytes, peak.worker, said.read())


class _Peak(threading.Thread):
    """Watches the memory of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.megabytes = self.worker = 0.0
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        pause = STEP
        while not self._over.wait(pause):
            start = time.monotonic()
            first, *others = [_share(pid) / 1024 for pid in _family(self._pid)]
            self.megabytes = max(self.megabytes, first + sum(others))
            self.worker = max(self.worker, *others, 0.0)
            pause = max(STEP, _SELDOM * (time.monotonic() - start))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _family(pid: int) -> list[int]:
    """`pid` and all its descendants that are alive."""
    family = [pid]
    for member in family:
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            family += [int(child) for child in _read(task).split() if not _is_one(member, child)]
    return family


def _is_one(parent: int, child: str) -> bool:
    """Whether a child is about to start a program, and until then has its parent's own memory."""
    return _read(Path(f"/proc/{child}/cmdline")) == _read(Path(f"/proc/{parent}/cmdline"))


def _share(pid: int) -> int:
    """Kilobytes of memory a process accounts for, shared pages divided among their users."""
    rows = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0)


def _read(path: Path) -> str:
    """What a process's file says; nothing where the process has ended."""
    try:
        return path.read_text()
    except OSError:
        return ""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))
