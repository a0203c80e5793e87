"""Utterances to clips: each spoken once, tried again when it fails, and told of."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from narrator.errors import NarratorError
from narrator.model import Clip

from .crew import Crew, Missed
from .store import Store
from .utterance import Utterance

TRIES = 2
"""How often a line is tried before it is given up."""
LOST_IN_A_ROW = 5
"""After so many lines given up one after the other, each with the loss of its worker, the engine
is taken to be unusable."""
WAITING = 64
"""How many repetitions of lines still being spoken are held back before no more are read."""


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


def record(utterances: Iterable[Utterance], store: Store, crew: Crew) -> Iterator[Take]:
    """Have `crew` record what `store` lacks; one Take for every utterance.

    Takes come as they are done, equal utterances are spoken once, and `utterances` is read only
    as fast as it is recorded. May be stopped at any moment, even by a kill: what was recorded is
    found again. The crew ends with the iterator, also with one that is closed.

    Raises:
        MissingTool: the engine cannot start.
        NarratorError: the store cannot be written to, or the engine breaks on line after line.
    """
    store.tidy()
    try:
        yield from _Session(iter(utterances), store, crew).takes()
    finally:
        crew.end()
        store.close()


class _Session:
    """One run of `record`."""

    def __init__(self, source: Iterator[Utterance], store: Store, crew: Crew) -> None:
        self._source = source
        self._store = store
        self._crew = crew
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
            if not self._tasks:
                return
            for utterance, said in self._crew.hear():
                yield from self._heard(self._tasks[utterance.key], said)

    def _fill(self) -> Iterator[Take]:
        """Read on until the crew has enough to do."""
        while self._crew.room > 0:
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
        task.tries += 1
        self._crew.give(task.utterance)

    def _heard(self, task: _Task, said: Clip | Missed) -> Iterator[Take]:
        """Deal with what became of `task`: it is done, is tried again, or given up."""
        if isinstance(said, Clip):
            self._lost = 0
            self._store.note(said)
            yield from self._done(task, Take(said.key, said, spoken=True))
        elif task.tries < TRIES and not said.final:
            self._again.append(task)
        elif said.ends:
            raise said.ends
        else:
            key = task.utterance.key
            self._failed[key] = said.reason
            yield from self._done(task, Take(key, None, reason=said.reason))
            if said.lost:
                self._count_loss(said.reason)

    def _done(self, task: _Task, take: Take) -> Iterator[Take]:
        """Tell of `task` and of those that waited for it."""
        del self._tasks[take.key]
        yield take
        for _ in range(task.repeats):
            yield Take(take.key, take.clip, reason=take.reason)

    def _count_loss(self, reason: str) -> None:
        """Stop when the engine breaks on everything: each loss costs time."""
        self._lost += 1
        if self._lost >= LOST_IN_A_ROW:
            raise NarratorError(
                f"{reason} on {self._lost} lines in a row",
                todo="what was recorded is kept; choose another engine or voice and run again",
            )
