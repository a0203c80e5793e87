"""The crew of this machine: worker processes, each with an engine."""

from collections.abc import Iterator

from narrator.errors import MissingTool
from narrator.model import Clip

from .crew import USUAL, Crew, Heard, Missed, Patience
from .jobs import Record
from .store import Store, Unwritable
from .utterance import Utterance
from .workers import Lost, LostStarting, Worker, having_news


class Processes(Crew):
    """Up to `jobs` worker processes, started when they are needed."""

    def __init__(self, store: Store, *, jobs: int, patience: Patience = USUAL) -> None:
        self._store = store
        self._jobs = max(jobs, 1)
        self._patience = patience
        self._idle: list[Worker] = []
        self._at_work: dict[Worker, Utterance] = {}

    @property
    def room(self) -> int:
        """As many as there may be workers without something to do."""
        return self._jobs - len(self._at_work)

    def give(self, utterance: Utterance) -> None:
        """Have a worker speak and keep it."""
        worker = self._worker(utterance.engine)
        self._at_work[worker] = utterance
        worker.give(Record(utterance, self._store), self._patience.for_(utterance))

    def hear(self) -> Iterator[Heard]:
        """What the workers have to say, once one of them has."""
        for worker in having_news(list(self._at_work)):
            yield from self._answer(worker)

    def end(self) -> None:
        """End all workers."""
        for worker in (*self._at_work, *self._idle):
            worker.end()
        self._at_work.clear()
        self._idle.clear()

    def _worker(self, engine: str) -> Worker:
        """An idle worker that holds `engine`, or a new one."""
        for worker in self._idle:
            if worker.engine == engine:
                self._idle.remove(worker)
                return worker
        if self._idle:
            self._idle.pop().end()
        return Worker(engine)

    def _answer(self, worker: Worker) -> Iterator[Heard]:
        """What `worker` has to say, if it is about an utterance."""
        try:
            said = worker.answer()
        except Lost as lost:
            utterance = self._at_work.pop(worker)
            worker.end()
            yield utterance, _missed(lost)
            return
        if said is None:
            return
        utterance = self._at_work.pop(worker)
        self._idle.append(worker)
        if isinstance(said, Unwritable):
            raise said
        if isinstance(said, Clip):
            yield utterance, said
        else:
            # What is not there will not be there the next time.
            yield utterance, Missed(str(said), final=isinstance(said, MissingTool))


def _missed(lost: Lost) -> Missed:
    ends = lost.missing() if isinstance(lost, LostStarting) else None
    return Missed(str(lost), lost=True, ends=ends)
