"""Who speaks: a crew takes utterances and answers with clips, in whatever order they are done."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from narrator.engines import engine_class
from narrator.errors import NarratorError
from narrator.model import Clip

from .utterance import Utterance


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


USUAL = Patience()


@dataclass(frozen=True, slots=True)
class Missed:
    """What became of an utterance that was not recorded."""

    reason: str
    final: bool = False
    """Whether another try would end no better."""
    lost: bool = False
    """Whether the worker that spoke it is lost as well."""
    ends: NarratorError | None = None
    """What to stop with if no try is left: nobody could so much as begin."""


Heard = tuple[Utterance, Clip | Missed]


class Crew(ABC):
    """Worker processes of this machine, or those of others. Serves one recording, then ends."""

    @property
    @abstractmethod
    def room(self) -> int:
        """How many utterances it would take on top of those in hand; with none in hand, one at
        least."""

    @property
    def machines(self) -> int:
        """How many other machines are at work."""
        return 0

    @abstractmethod
    def give(self, utterance: Utterance) -> None:
        """Have it spoken and kept. Each key may be in hand once."""

    @abstractmethod
    def hear(self) -> Iterable[Heard]:
        """Wait for news, if anything is in hand: the clips that are in the store now, and what was
        missed. There may be none.

        Raises:
            MissingTool: nobody can speak with the engine.
            NarratorError: the store cannot be written to, or those who speak are gone for good.
        """

    @abstractmethod
    def end(self) -> None:
        """Let everyone go; what is in hand is dropped."""
