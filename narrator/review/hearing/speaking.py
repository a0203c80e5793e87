"""Somebody who speaks at once: a worker that stays for as long as it is asked things."""

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future

from narrator.errors import NarratorError
from narrator.model import Clip
from narrator.studio import Processes, Store, Utterance, record

_IDLE = 120.0
"""Seconds without a question after which the worker goes: it holds an engine and its memory."""

Asked = tuple[Utterance, "Future[Clip]"]


class Speaker:
    """Has utterances spoken, one after the other, and keeps their clips in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: queue.Queue[Asked | None] = queue.Queue()
        self._at_work: dict[str, list[Future[Clip]]] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def speak(self, utterances: Sequence[Utterance]) -> dict[str, Clip]:
        """The clips of all of them, by key.

        Raises:
            NarratorError: one cannot be spoken.
            MissingTool: its engine is not there.
        """
        found = {each.key: self._store.find(each.key) for each in utterances}
        futures: dict[str, Future[Clip]] = {}
        for each in utterances:
            if found[each.key] is None and each.key not in futures:
                futures[each.key] = Future()
                self._asked.put((each, futures[each.key]))
        if futures:
            self._wake()
        spoken = {key: future.result() for key, future in futures.items()}
        return {key: clip for key, clip in found.items() if clip} | spoken

    def end(self) -> None:
        """Let the worker go."""
        with self._lock:
            thread = self._thread
        if thread and thread.is_alive():
            self._asked.put(None)
            thread.join(timeout=10)

    def _wake(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="speaking", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                self._answer()
            except NarratorError as error:
                self._fail(error)
            with self._lock:
                if self._asked.empty():
                    self._thread = None
                    return

    def _answer(self) -> None:
        for take in record(self._next(), self._store, Processes(self._store, jobs=1)):
            for future in self._at_work.pop(take.key, ()):
                if take.clip:
                    future.set_result(take.clip)
                else:
                    future.set_exception(NarratorError(take.reason))

    def _next(self) -> Iterator[Utterance]:
        while True:
            try:
                asked = self._asked.get(timeout=_IDLE)
            except queue.Empty:
                return
            if asked is None:
                return
            utterance, future = asked
            waiting = self._at_work.setdefault(utterance.key, [])
            waiting.append(future)
            if len(waiting) == 1:
                yield utterance

    def _fail(self, error: NarratorError) -> None:
        waiting = [future for futures in self._at_work.values() for future in futures]
        self._at_work.clear()
        for future in waiting:
            future.set_exception(error)
