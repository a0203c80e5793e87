"""The worker processes of a machine: each holds an engine, and waits for the next line of it."""

import threading
import time
from typing import TypeVar

from narrator.errors import NarratorError

from ..jobs import Job
from ..workers import Worker, asked

T = TypeVar("T")

IDLE = 120.0
"""Seconds after which a worker that nobody needs is ended: the book may be done, or its reader
gone."""


class Bench:
    """Any number of threads may ask at the same time; each has a worker to itself meanwhile."""

    def __init__(self) -> None:
        self._idle: list[tuple[Worker, float]] = []
        """Each with the time since when it has been."""
        self._lock = threading.Lock()
        self._sweeper: threading.Timer | None = None

    def ask(self, engine: str, job: Job[T], seconds: float) -> T | NarratorError:
        """The result of `job`, or what stopped it; it may sleep so many seconds.

        Raises:
            NarratorError: the engine cannot start.
            Lost: its worker died or hung.
        """
        worker = self._taken(engine) or Worker(engine)
        try:
            said = asked(worker, job, seconds)
        except BaseException:
            worker.end()
            raise
        self._put_back(worker)
        return said

    def dismiss(self, older: float = 0.0) -> None:
        """End the workers that have been idle for so many seconds."""
        with self._lock:
            now = time.monotonic()
            ending = [worker for worker, since in self._idle if now - since >= older]
            self._idle = [(worker, since) for worker, since in self._idle if worker not in ending]
            self._sweeper = self._swept_later() if self._idle else None
        for worker in ending:
            worker.end()

    def _taken(self, engine: str) -> Worker | None:
        """The worker of `engine` that was busy last."""
        with self._lock:
            for place in reversed(range(len(self._idle))):
                if self._idle[place][0].engine == engine:
                    return self._idle.pop(place)[0]
        return None

    def _put_back(self, worker: Worker) -> None:
        with self._lock:
            self._idle.append((worker, time.monotonic()))
            self._sweeper = self._sweeper or self._swept_later()

    def _swept_later(self) -> threading.Timer:
        sweeper = threading.Timer(IDLE, self.dismiss, (IDLE,))
        sweeper.daemon = True
        sweeper.start()
        return sweeper
