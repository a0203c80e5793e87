"""How a worker spends its time: a busy machine makes it slow, and only itself makes it hang.

What counts is the time for which it computes, and that for which it sleeps or is halted while we
are awake. Time for which it waits for a processor or a disk does not count, nor any for which this
process itself was halted, as a laptop's lid does.
"""

import contextlib
import time
from dataclasses import dataclass
from typing import Any

LOOK = 1.0
"""Seconds from one look at a worker to the next."""
COMPUTING = 4.0
"""How many times as long a worker may compute as it may sleep: slow machines are slow."""
_AT_WORK = ("running", "disk-sleep", "waking")
"""What the system says of a process that computes, or would if it could."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What was seen of a process and of those it started."""

    computed: float
    """Seconds of processors, from its start."""
    asleep: bool


class Watch:
    """The time of one process for one job."""

    def __init__(self, pid: int, seconds: float) -> None:
        """The job may sleep for so many seconds, and compute for `COMPUTING` times as many."""
        self._pid = pid
        self._seconds = seconds
        self._looked = time.monotonic()
        self._first: _Look | None = None
        self._before = 0.0
        self._slept = 0.0

    @property
    def until_look(self) -> float:
        """Seconds until it is time to look again."""
        return max(self._looked + LOOK - time.monotonic(), 0.0)

    def is_over(self) -> bool:
        """Whether the job has taken all its time; looks at the process if it is time to."""
        now = time.monotonic()
        passed = now - self._looked
        if passed < LOOK:
            return False
        self._looked = now
        seen = _look(self._pid)
        if seen is None:
            return False
        self._count(seen, min(passed, 2 * LOOK))
        spent = seen.computed - (self._first or seen).computed
        return self._slept > self._seconds or spent > COMPUTING * self._seconds

    def _count(self, seen: _Look, passed: float) -> None:
        if self._first is None:
            self._first, self._before = seen, seen.computed
        if seen.asleep:
            self._slept += max(passed - (seen.computed - self._before), 0.0)
        self._before = seen.computed


def _look(pid: int) -> _Look | None:
    """What is seen of a process; None where it is no more."""
    # Only now, since most jobs are done before anybody looks.
    import psutil

    try:
        process = psutil.Process(pid)
        computed, at_work = _computed(process), process.status() in _AT_WORK
        for child in process.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                computed += _computed(child)
                at_work = at_work or child.status() in _AT_WORK
        return _Look(computed, not at_work)
    except psutil.Error:
        return None


def _computed(process: Any) -> float:
    """Seconds of processors that a process and those it has waited for have used."""
    times = process.cpu_times()
    ended = getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
    return float(times.user + times.system + ended)
