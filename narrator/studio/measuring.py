"""Voices measured by letting them speak a fixed text, several at a time."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from narrator.acoustics import TEXT, Voiceprint, measured
from narrator.engines import Engine
from narrator.errors import NarratorError
from narrator.model import Manner

from .workers import Lost, LostStarting, Worker, having_news

SECONDS = 180.0
"""How long one voice may take."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Let a voice speak the fixed text, and measure it."""

    voice: str

    def run(self, engine: Engine) -> Voiceprint:
        """The figures of the voice in its plain manner."""
        from .trim import trimmed

        sounds = [trimmed(engine.speak(sentence, self.voice, Manner())) for sentence in TEXT]
        return measured(sounds, sum(map(len, TEXT)))


def measure_voices(
    engine: str, voices: Iterable[str], *, jobs: int
) -> Iterator[tuple[str, Voiceprint | NarratorError]]:
    """Each of `voices` with its figures, or with what stopped it; as they are done.

    Raises:
        MissingTool: the engine cannot start.
    """
    waiting = deque(voices)
    at_work: dict[Worker, str] = {}
    try:
        for _ in range(min(max(jobs, 1), len(waiting))):
            _give(Worker(engine), waiting, at_work)
        while at_work:
            for worker in having_news(list(at_work)):
                yield from _heard(worker, waiting, at_work)
    finally:
        for worker in at_work:
            worker.end()


def _give(worker: Worker, waiting: deque[str], at_work: dict[Worker, str]) -> None:
    """Let `worker` go on with the next voice, or go home."""
    if waiting:
        at_work[worker] = waiting.popleft()
        worker.give(Measure(at_work[worker]), SECONDS)
    else:
        worker.end()


def _heard(
    worker: Worker, waiting: deque[str], at_work: dict[Worker, str]
) -> Iterator[tuple[str, Voiceprint | NarratorError]]:
    try:
        said = worker.answer()
    except Lost as lost:
        voice = at_work.pop(worker)
        worker.end()
        if isinstance(lost, LostStarting):
            raise lost.missing() from lost
        if waiting:
            _give(Worker(worker.engine), waiting, at_work)
        yield voice, NarratorError(str(lost))
        return
    if isinstance(said, Voiceprint | NarratorError):
        voice = at_work.pop(worker)
        _give(worker, waiting, at_work)
        yield voice, said
