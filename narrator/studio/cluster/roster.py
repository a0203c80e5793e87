"""Which machines are there, and which of them may speak with an engine."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from narrator import __version__
from narrator.engines import engine_class
from narrator.errors import NarratorError

from . import machine
from .link import Errand, Gone, Link
from .models import Shipment, has_models
from .parcels import Told

SAME = "install there what is installed here"


@dataclass(frozen=True, slots=True)
class Question:
    """A machine asked whether it speaks with a voice."""

    address: str
    engine: str
    voice: str


@dataclass(frozen=True, slots=True)
class _Probe:
    """What one machine made of the probe."""

    machine: str
    rate: int
    frames: int

    def __str__(self) -> str:
        return f"{self.frames} frames at {self.rate} Hz"


class Roster:
    """The machines, asked one by one before they are given anything."""

    def __init__(self, link: Link, tell: Callable[[str], None], *, send_models: bool) -> None:
        self.threads: Mapping[str, int] = {}
        """The lines that each machine speaks at a time, by its address."""
        self.reasons: dict[tuple[str, str], str] = {}
        """Why a machine is left out, by engine and address."""
        self.names: dict[str, str] = {}
        """What a person calls the machines, as far as they have answered, by address."""
        self._link = link
        self._tell = tell
        self._send_models = send_models
        self._fit: dict[str, frozenset[str]] = {}
        """Those that may speak, by engine."""
        self._voices: dict[str, str] = {}
        """The voice with which each engine is tried."""
        self._asked: set[tuple[str, str]] = set()
        self._probes: dict[tuple[str, str], _Probe] = {}
        self._shipped: set[Question] = set()
        self._shipments: deque[Shipment] = deque()
        """Models to be sent, the first on its way: machines may share a folder."""
        self._settled = time.monotonic()

    @property
    def everyone(self) -> frozenset[str]:
        """All that may speak with any engine."""
        return frozenset().union(*self._fit.values())

    @property
    def quiet(self) -> float:
        """Seconds since somebody came, went, or gave an answer."""
        return time.monotonic() - self._settled

    @property
    def is_asking(self) -> bool:
        """Whether a machine has yet to answer."""
        return bool(self._asked)

    def fit(self, engine: str) -> frozenset[str]:
        """The addresses of the machines that may speak with `engine`."""
        return self._fit.get(engine, frozenset())

    def slots(self, machines: Iterable[str]) -> int:
        """How many lines these speak at a time."""
        return sum(self.threads.get(address, 0) for address in machines)

    def want(self, engine: str, voice: str) -> None:
        """`engine` is needed: ask everyone who is there, and all who come later."""
        if engine not in self._voices:
            self._voices[engine] = voice
            self._fit[engine] = frozenset()
            self._ask_all()

    def see(self, threads: Mapping[str, int]) -> frozenset[str]:
        """Take note of who is there now; the addresses of those that have gone."""
        gone = frozenset(self.threads) - frozenset(threads)
        if threads.keys() != self.threads.keys():
            self._settled = time.monotonic()
        self.threads = threads
        for engine in self._fit:
            self._fit[engine] -= gone
        self._asked = {(engine, address) for engine, address in self._asked if address not in gone}
        self.reasons = {key: why for key, why in self.reasons.items() if key[1] not in gone}
        self._ask_all()
        return gone

    def hear(self, question: Question, said: Told | Exception) -> None:
        """What a machine has answered."""
        key = (question.engine, question.address)
        self._asked.discard(key)
        self._settled = time.monotonic()
        if isinstance(said, Gone) or question.address not in self.threads:
            return
        if isinstance(said, Exception):
            self.leave_out(question, f"no Narrator {__version__} answers there ({said}); {SAME}")
            return
        self.names[question.address] = f"{said['host']} ({question.address})"
        if why := self._why_not(question, said):
            self.doubt(question, why)
            return
        self._compare(question, said)
        self._fit[question.engine] |= {question.address}

    def doubt(self, question: Question, reason: str) -> None:
        """A machine cannot speak with a voice: send what it lacks, or leave it out."""
        engine, address = question.engine, question.address
        if address not in self.threads or (engine, address) in self.reasons:
            return
        self._fit[engine] -= {address}
        if not has_models(engine, question.voice):
            self.leave_out(question, reason)
        elif not self._send_models:
            self.leave_out(question, f"{reason}; or add --send-models")
        elif question in self._shipped:
            self.leave_out(question, reason)
        elif (engine, address) not in self._asked:
            self._shipped.add(question)
            self._asked.add((engine, address))
            self._tell(f"The model of {question.voice} goes to {self.name(address)}")
            self._shipments.append(Shipment(engine, question.voice, address))
            if len(self._shipments) == 1:
                self._ship()

    def shipped(self, shipment: Shipment, said: str | Exception) -> None:
        """A piece of a model has arrived: send the next. With the last, ask again."""
        if shipment.address not in self.threads or isinstance(said, Gone):
            self._next_shipment()
        elif said:
            self._refuse(shipment, str(said))
        else:
            self._ship()

    def _ship(self) -> None:
        shipment = self._shipments[0]
        try:
            if shipment.send(self._link):
                return
        except NarratorError as error:
            self._refuse(shipment, str(error))
            return
        self._next_shipment()
        self._ask(Question(shipment.address, shipment.engine, shipment.voice))

    def _refuse(self, shipment: Shipment, reason: str) -> None:
        self.leave_out(Question(shipment.address, shipment.engine, shipment.voice), reason)
        self._next_shipment()

    def _next_shipment(self) -> None:
        done = self._shipments.popleft()
        self._asked.discard((done.engine, done.address))
        if self._shipments:
            self._ship()

    def leave_out(self, question: Question, reason: str) -> None:
        """Give a machine nothing more to speak with an engine, and tell why."""
        key = (question.engine, question.address)
        if key not in self.reasons:
            self._fit[question.engine] -= {question.address}
            self.reasons[key] = reason
            self._tell(f"{self.name(question.address)} is left out for {question.engine}: {reason}")

    def name(self, address: str) -> str:
        """What a person calls a machine."""
        return self.names.get(address, address)

    def _ask_all(self) -> None:
        for engine, voice in self._voices.items():
            for address in self.threads:
                known = address in self._fit[engine] or (engine, address) in self.reasons
                if not known and (engine, address) not in self._asked:
                    self._ask(Question(address, engine, voice))

    def _ask(self, question: Question) -> None:
        engine, voice = question.engine, question.voice
        self._asked.add((engine, question.address))
        version = engine_class(engine).version_of(voice)
        errand = Errand(question, frozenset({question.address}))
        self._link.send(errand, machine.muster, engine, voice, version, urgent=True)

    def _why_not(self, question: Question, said: Told) -> str:
        if said["narrator"] != __version__:
            return f"it has Narrator {said['narrator']}, and this is {__version__}; {SAME}"
        if fault := said.get("fault"):
            return str(fault)
        version = engine_class(question.engine).version_of(question.voice)
        if said["version"] != version:
            return f"it has {said['version']}, and here is {version}; {SAME}"
        return ""

    def _compare(self, question: Question, said: Told) -> None:
        """Name a machine whose probe differs from that of the first."""
        name = self.name(question.address)
        probe = _Probe(name, said.get("rate", 0), said.get("frames", 0))
        if not probe.rate:
            return
        first = self._probes.setdefault((question.engine, question.voice), probe)
        lengths_differ = probe.frames and first.frames and probe.frames != first.frames
        if probe.rate != first.rate or lengths_differ:
            self._tell(
                f"{name} speaks otherwise with {question.voice} of {question.engine} than "
                f"{first.machine}: {probe}, there {first}; compare what is installed on both"
            )
