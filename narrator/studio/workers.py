"""Worker processes seen from outside: given jobs, watched, ended.

The pools of the standard library cannot do this: one worker that dies takes all others' jobs with
it (`concurrent.futures`), or is waited for without end (`multiprocessing.Pool`), and neither can
end one that hangs. Here each worker has a pipe of its own.
"""

import contextlib
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from typing import TypeVar, cast

from narrator.errors import MissingTool, NarratorError
from narrator.processes import ending

from .jobs import Job
from .watching import Watch
from .worker import Ready, serve

T = TypeVar("T")

START_SECONDS = 120.0
"""How long an engine may sleep while it starts (see `watching`); some load large models."""
END_SECONDS = 1.0
"""How long an idle worker may take to close its engine."""


class Lost(Exception):
    """A worker has died or was ended because it hung; the message says which."""


class LostStarting(Lost):
    """It was lost before its engine was ready."""

    def missing(self) -> MissingTool:
        """What to tell when no other try is left."""
        return MissingTool(str(self), todo="run: narrator doctor, or choose another engine")


class Worker:
    """A process that holds one engine and does one job at a time."""

    def __init__(self, engine: str) -> None:
        """Start the process; it gets ready on its own while jobs can already be given."""
        self.engine = engine
        self.started = False
        self._over = False
        self._job: tuple[Job[object], float] | None = None
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=serve, args=(engine, theirs), daemon=True)
        with _no_interrupts():
            self._process.start()
        # Only when the child's end is open nowhere else does its death close the pipe.
        theirs.close()
        self._watch = self._watched(START_SECONDS)

    @property
    def busy(self) -> bool:
        """Whether a job is given and not yet answered."""
        return self._job is not None

    @property
    def until_look(self) -> float:
        """Seconds until somebody should look how the worker does."""
        return self._watch.until_look

    def is_over(self) -> bool:
        """Whether the worker has taken all the time it may without an answer."""
        self._over = self._over or self._watch.is_over()
        return self._over

    def give(self, job: Job[object], seconds: float) -> None:
        """Let the worker do `job`, for which it may sleep so many seconds (see `watching`).

        Only a worker that is not busy may be given a job.
        """
        self._job = job, seconds
        if self.started:
            self._send()

    def answer(self) -> object | None:
        """What the worker has to say: the result of its job, the NarratorError that stopped it,
        or None when there is nothing yet.

        Raises:
            MissingTool: the engine cannot start.
            Lost: the worker died or took too long; it is ended.
        """
        try:
            if not self.pipe.poll():
                self._check_time()
                return None
            said = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise self._lost(self._death()) from error
        if self.started:
            self._job = None
            return cast(object, said)
        if isinstance(said, NarratorError):
            raise said
        self.started = isinstance(said, Ready)
        if self._job is not None:
            self._send()
        return None

    def end(self) -> None:
        """End the worker: politely if it is idle, at once if it is busy or slow."""
        self.pipe.close()
        if self.started and not self.busy:
            self._process.join(END_SECONDS)
        self._process.kill()
        self._process.join()
        self._process.close()

    def _send(self) -> None:
        if self._job is None:
            return
        job, seconds = self._job
        self._watch = self._watched(seconds)
        with contextlib.suppress(OSError):  # it has died: `answer` will find out
            self.pipe.send(job)

    def _watched(self, seconds: float) -> Watch:
        self._over = False
        return Watch(self._process.pid or 0, seconds)

    def _check_time(self) -> None:
        if self._over and (self.busy or not self.started):
            raise self._lost("hung")

    def _lost(self, how: str) -> Exception:
        """What to raise for a worker that is no more."""
        if self.started:
            return Lost(f"the engine {self.engine} {how}")
        return LostStarting(f"the engine {self.engine} {how} while starting")

    def _death(self) -> str:
        """How the process died."""
        self._process.join(END_SECONDS)
        code = self._process.exitcode
        return "ended" if code is None else ending(code)


def asked(worker: Worker, job: Job[T], seconds: float) -> T | NarratorError:
    """The result of `job`, for which an idle `worker` may sleep so many seconds, or what stopped
    it.

    Raises:
        NarratorError: the engine cannot start.
        Lost: the worker died or took too long; it is ended.
    """
    worker.give(job, seconds)
    said = None
    while said is None:
        having_news([worker])
        said = worker.answer()
    return cast("T | NarratorError", said)


def having_news(workers: Sequence[Worker]) -> list[Worker]:
    """Wait until one of `workers` has something to say or has run out of time; return those."""
    while True:
        soonest = min(worker.until_look for worker in workers)
        talking = wait([worker.pipe for worker in workers], timeout=soonest)
        # All are looked at, each in its time: one that hangs must not hide behind those that talk.
        over = [worker for worker in workers if worker.is_over()]
        found = [worker for worker in workers if worker.pipe in talking or worker in over]
        if found:
            return found


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back, so that a child does not meet it before it knows to ignore it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
