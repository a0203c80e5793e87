"""Utterances to clips, by as many workers as wanted."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from narrator.engines import engine_class
from narrator.errors import MissingTool, NarratorError
from narrator.model import Clip

from .jobs import Record
from .store import Store, Unwritable
from .utterance import Utterance
from .workers import Lost, LostStarting, Worker, having_news

TRIES = 2
"""How often a line is tried before it is given up."""
LOST_IN_A_ROW = 5
"""After so many lines given up one after the other, each with the loss of its worker, the engine
is taken to be unusable."""
WAITING = 64
"""How many repetitions of lines still being spoken are held back before no more are read."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a worker may sleep over an utterance before it is taken to hang; it may compute
    longer (see `watching`)."""

    seconds: float = 30.0
    """For any utterance."""
    per_character: float = 0.25
    """On top, seconds; the slowest neural voices compute for a tenth of it on a usual machine."""

    def for_(self, utterance: Utterance) -> float:
        """The time allowed, in seconds."""
        elsewhere = engine_class(utterance.engine).waits
        return self.seconds + elsewhere + self.per_character * utterance.characters


@dataclass(frozen=True, slots=True)
class Take:
    """What became of one utterance."""

    key: str
    clip: Clip | None
    """None when it could not be recorded."""
    spoken: bool = False
    """Whether it was spoken now; otherwise it was found."""
    reason: str = ""
    """Why it could not be recorded."""


@dataclass(slots=True)
class _Task:
    """An utterance on its way."""

    utterance: Utterance
    tries: int = 0
    repeats: int = 0
    """How many equal utterances wait for it."""


def record(
    utterances: Iterable[Utterance],
    store: Store,
    *,
    jobs: int,
    patience: Patience = Patience(),
) -> Iterator[Take]:
    """Record what `store` lacks, with up to `jobs` workers; one Take for every utterance.

    Takes come as they are done, equal utterances are spoken once, and `utterances` is read only
    as fast as it is recorded. May be stopped at any moment, even by a kill: what was recorded is
    found again. Closing the iterator ends the workers.

    Raises:
        MissingTool: the engine cannot start.
        NarratorError: the store cannot be written to, or the engine breaks on line after line.
    """
    store.tidy()
    session = _Session(iter(utterances), store, jobs, patience)
    try:
        yield from session.takes()
    finally:
        session.end()


class _Session:
    """One run of `record`."""

    def __init__(
        self, source: Iterator[Utterance], store: Store, jobs: int, patience: Patience
    ) -> None:
        self._source = source
        self._store = store
        self._jobs = max(jobs, 1)
        self._patience = patience
        self._idle: list[Worker] = []
        self._at_work: dict[Worker, _Task] = {}
        self._tasks: dict[str, _Task] = {}
        """All tasks on their way, by key."""
        self._again: deque[_Task] = deque()
        """Those to be tried again."""
        self._failed: dict[str, str] = {}
        self._lost = 0
        self._more = True

    def takes(self) -> Iterator[Take]:
        """Everything, until nothing is left."""
        while True:
            yield from self._fill()
            if not self._at_work:
                return
            for worker in having_news(list(self._at_work)):
                yield from self._hear(worker)

    def end(self) -> None:
        """End all workers."""
        for worker in (*self._at_work, *self._idle):
            worker.end()
        self._at_work.clear()
        self._idle.clear()

    def _fill(self) -> Iterator[Take]:
        """Read on until every worker has something to do."""
        while len(self._at_work) < self._jobs:
            if self._again:
                self._start(self._again.popleft())
            elif self._more and sum(task.repeats for task in self._tasks.values()) < WAITING:
                yield from self._next()
            else:
                return

    def _next(self) -> Iterator[Take]:
        """Take the next utterance in hand."""
        utterance = next(self._source, None)
        if utterance is None:
            self._more = False
            return
        key = utterance.key
        if key in self._failed:
            yield Take(key, None, reason=self._failed[key])
        elif key in self._tasks:
            self._tasks[key].repeats += 1
        elif clip := self._store.find(key):
            yield Take(key, clip)
        else:
            self._tasks[key] = _Task(utterance)
            self._start(self._tasks[key])

    def _start(self, task: _Task) -> None:
        """Give `task` to a worker."""
        task.tries += 1
        worker = self._worker(task.utterance.engine)
        self._at_work[worker] = task
        worker.give(Record(task.utterance, self._store), self._patience.for_(task.utterance))

    def _worker(self, engine: str) -> Worker:
        """An idle worker that holds `engine`, or a new one."""
        for worker in self._idle:
            if worker.engine == engine:
                self._idle.remove(worker)
                return worker
        if self._idle:
            self._idle.pop().end()
        return Worker(engine)

    def _hear(self, worker: Worker) -> Iterator[Take]:
        """Deal with what a worker has to say."""
        task = self._at_work[worker]
        try:
            said = worker.answer()
        except Lost as lost:
            del self._at_work[worker]
            worker.end()
            if isinstance(lost, LostStarting) and task.tries >= TRIES:
                raise lost.missing() from lost
            yield from self._missed(task, str(lost))
            self._count_loss(task, lost)
            return
        if said is None:
            return
        del self._at_work[worker]
        self._idle.append(worker)
        if isinstance(said, Unwritable):
            raise said
        if isinstance(said, Clip):
            self._lost = 0
            yield from self._done(task, Take(said.key, said, spoken=True))
        else:
            # What is not there will not be there the next time.
            yield from self._missed(task, str(said), final=isinstance(said, MissingTool))

    def _missed(self, task: _Task, reason: str, *, final: bool = False) -> Iterator[Take]:
        """`task` did not succeed: try again, or give it up."""
        if task.tries < TRIES and not final:
            self._again.append(task)
            return
        key = task.utterance.key
        self._failed[key] = reason
        yield from self._done(task, Take(key, None, reason=reason))

    def _done(self, task: _Task, take: Take) -> Iterator[Take]:
        """Tell of `task` and of those that waited for it."""
        del self._tasks[take.key]
        yield take
        for _ in range(task.repeats):
            yield Take(take.key, take.clip, reason=take.reason)

    def _count_loss(self, task: _Task, lost: Lost) -> None:
        """Stop when the engine breaks on everything: each loss costs time."""
        if task.utterance.key not in self._failed:
            return
        self._lost += 1
        if self._lost >= LOST_IN_A_ROW:
            raise NarratorError(
                f"{lost} on {self._lost} lines in a row",
                todo="what was recorded is kept; choose another engine or voice and run again",
            )
