"""Which processor each encoder runs on, when as many encode as there are processors.

ffmpeg hands each block of sound from thread to thread. Spread over processors these wake one
another up all the time, a seventh of all the work where the other processor is idle; kept on one
they do not. With fewer encoders than processors the system's own choice is the better one.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from queue import SimpleQueue


class Cores:
    """The processors that encoders share."""

    def __init__(self, jobs: int) -> None:
        """At most `jobs` encode at a time."""
        usable = sorted(os.sched_getaffinity(0)) if sys.platform == "linux" else []
        self._free: SimpleQueue[int] = SimpleQueue()
        self.are_shared_out = 0 < len(usable) <= jobs
        """Whether each encoder is to be kept to a processor."""
        for core in islice(cycle(usable), jobs) if self.are_shared_out else ():
            self._free.put(core)

    @contextmanager
    def one(self) -> Iterator[int | None]:
        """The processor for one encoder, until the context is left; None for any."""
        if not self.are_shared_out:
            yield None
            return
        core = self._free.get()
        try:
            yield core
        finally:
            self._free.put(core)
