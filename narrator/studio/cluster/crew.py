"""The crew of a cluster: lines go out in bundles, clips come back into the store."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from narrator.errors import MissingTool, NarratorError

from ..crew import USUAL, Crew, Heard, Missed, Patience
from ..store import Store
from ..utterance import Utterance
from . import machine
from .link import WAIT, Done, Errand, Fallen, Gone, Link, Present
from .models import Shipment
from .parcels import Answer, Spoken, Unfit
from .roster import Question, Roster
from .settings import Cluster

BUNDLE, CHARACTERS = 8, 600
"""The most lines, and about the most text, that travel together: each errand costs the scheduler
and us some milliseconds."""
AHEAD = 2
"""Bundles in hand for each line that is spoken at the same time: while one is spoken, the next is
there."""
SETTLING = 5.0
"""Seconds in which another machine may still come before it is told that none is fit."""


@dataclass(eq=False, frozen=True, slots=True)
class _Bundle:
    """Utterances of one voice, spoken by one machine."""

    engine: str
    utterances: tuple[Utterance, ...]


_Numbered = tuple[int, Utterance]
"""With its number in the order in which they were given."""


class Machines(Crew):
    """The workers of a Dask scheduler, as they come and go."""

    def __init__(
        self,
        store: Store,
        cluster: Cluster,
        *,
        tell: Callable[[str], None],
        patience: Patience = USUAL,
    ) -> None:
        """Nobody is called before there is something to speak. `tell` is told in a line of what a
        person should know of the machines."""
        self._store = store
        self._cluster = cluster
        self._tell = tell
        self._patience = patience
        self._waiting: dict[tuple[str, str], list[_Numbered]] = {}
        """What no machine has been given yet, by engine and voice, numbered in its order."""
        self._given = self._in_hand = 0
        self._out: set[Errand] = set()
        """The bundles."""
        self._alone_since = time.monotonic()
        self._is_told = False
        self._link: Link | None = None
        self._roster: Roster

    @property
    def room(self) -> int:
        """As many as keep all machines busy, and leave a choice for bundles."""
        return max((AHEAD + 1) * BUNDLE * self._slots, 1) - self._in_hand

    @property
    def machines(self) -> int:
        """How many may speak."""
        return len(self._roster.everyone) if self._link else 0

    def give(self, utterance: Utterance) -> None:
        """Have it spoken by a machine of those that can."""
        if self._link is None:
            self._link = Link(self._cluster)
            self._roster = Roster(self._link, self._tell, send_models=self._cluster.send_models)
            self._alone_since = time.monotonic()
        self._roster.want(utterance.engine, utterance.voice)
        self._given += 1
        self._in_hand += 1
        self._queue(utterance).append((self._given, utterance))

    def hear(self) -> Iterator[Heard]:
        """What the machines have to say, or nothing if they are silent for a moment."""
        if self._link is None:
            return
        self._send(self._link)
        for news in self._link.news():
            if isinstance(news, Present):
                self._see(news)
            else:
                for heard in self._done(news):
                    self._in_hand -= 1
                    yield heard
        self._refuse_to_wait()

    def end(self) -> None:
        """Let the machines go."""
        if self._link:
            self._link.close()
            self._link = None

    @property
    def _slots(self) -> int:
        """How many lines can be spoken at a time."""
        return self._roster.slots(self._roster.everyone) if self._link else 0

    @property
    def _engines(self) -> list[str]:
        """Those for which something waits."""
        return list(dict.fromkeys(engine for engine, _ in self._waiting))

    def _queue(self, utterance: Utterance) -> list[_Numbered]:
        return self._waiting.setdefault((utterance.engine, utterance.voice), [])

    def _send(self, link: Link) -> None:
        """Give the machines as much as they need not to wait."""
        for engine in self._engines:
            fit = self._roster.fit(engine)
            slots = self._roster.slots(fit)
            out = sum(errand.about.engine == engine for errand in self._out)
            for _ in range(AHEAD * slots - out):
                bundle = self._bundle(engine, slots)
                if bundle is None:
                    break
                errand = Errand(bundle, fit)
                self._out.add(errand)
                link.send(errand, machine.speak, bundle.utterances, self._patience)

    def _bundle(self, engine: str, slots: int) -> _Bundle | None:
        """Of the voice whose turn it is; at the end of a book that with the longest line, and the
        fewer lines there are, the smaller: so nobody waits for one machine."""
        queues = {key: queue for key, queue in self._waiting.items() if key[0] == engine}
        if not queues:
            return None
        is_last = self.room > 0
        waiting = sum(map(len, queues.values()))
        most = min(max(waiting // (2 * slots if is_last else slots), 1), BUNDLE)
        turn = _shortest_last if is_last else _in_order
        key = min(queues, key=lambda key: min(map(turn, queues[key])))
        taken: list[_Numbered] = []
        for each in sorted(queues[key], key=turn)[:most]:
            if taken and sum(one.characters for _, one in (*taken, each)) > CHARACTERS:
                break
            taken.append(each)
        for each in taken:
            queues[key].remove(each)
        if not queues[key]:
            del self._waiting[key]
        return _Bundle(engine, tuple(utterance for _, utterance in taken))

    def _see(self, present: Present) -> None:
        """Take back what only machines had that are gone."""
        if gone := self._roster.see(present.threads):
            self._tell(f"Gone: {', '.join(sorted(map(self._roster.name, gone)))}")
        for errand in [each for each in self._out if not each.allowed & present.threads.keys()]:
            if self._link:
                self._link.drop(errand)
            self._take_back(errand)

    def _take_back(self, errand: Errand) -> None:
        self._out.discard(errand)
        for utterance in errand.about.utterances:
            self._queue(utterance).append((0, utterance))

    def _done(self, done: Done) -> Iterator[Heard]:
        """What became of an errand of any kind."""
        about, said = done.errand.about, done.said
        if isinstance(about, Question):
            self._roster.hear(about, said)
        elif isinstance(about, Shipment):
            self._roster.shipped(about, said)
        elif isinstance(said, Gone):
            self._take_back(done.errand)
        else:
            self._out.discard(done.errand)
            yield from self._answers(about, said)

    def _answers(self, bundle: _Bundle, said: Spoken | Exception) -> Iterator[Heard]:
        if isinstance(said, Spoken):
            for utterance, answer in zip(bundle.utterances, said.answers, strict=False):
                yield from self._answer(utterance, answer, said.address)
            for utterance in bundle.utterances[len(said.answers) :]:
                self._queue(utterance).append((0, utterance))
            return
        fallen = isinstance(said, Fallen)
        reason = "the machines that spoke it ended" if fallen else f"the machine failed: {said}"
        for utterance in bundle.utterances:
            yield utterance, Missed(reason, lost=fallen)

    def _answer(self, utterance: Utterance, answer: Answer, address: str) -> Iterator[Heard]:
        """Take a clip, if it is the one that was asked for and whole."""
        if isinstance(answer, Missed):
            yield utterance, answer
            return
        question = Question(address, utterance.engine, utterance.voice)
        if isinstance(answer, Unfit):
            self._roster.doubt(question, answer.reason)
        elif answer.key == utterance.key and (clip := self._store.keep(answer.key, answer.content)):
            yield utterance, clip
            return
        else:
            self._roster.leave_out(question, "a clip came damaged, or was not the one asked for")
        self._queue(utterance).append((0, utterance))

    def _refuse_to_wait(self) -> None:
        """Stop where nobody can speak, or nobody comes.

        Raises:
            MissingTool: all machines that are there lack something.
            NarratorError: there has been none for a long time.
        """
        roster = self._roster
        now = time.monotonic()
        if roster.everyone:
            self._alone_since, self._is_told = now, False
        for engine in self._engines:
            if roster.fit(engine) or roster.is_asking or roster.quiet < SETTLING:
                continue
            if roster.threads:
                raise MissingTool(
                    f"no machine of {self._cluster.address} can speak with {engine}",
                    todo="; ".join(dict.fromkeys(roster.reasons.values())),
                )
        if roster.threads:
            return
        if not self._is_told and now - self._alone_since > SETTLING:
            self._is_told = True
            self._tell(f"No machine is there yet; on one, run: {self._cluster.command}")
        if now - self._alone_since > WAIT:
            raise NarratorError(
                f"no machine has come to {self._cluster.address}",
                todo="what was recorded is kept; start one and run again",
            )


def _in_order(numbered: _Numbered) -> int:
    return numbered[0]


def _shortest_last(numbered: _Numbered) -> int:
    return -numbered[1].characters
