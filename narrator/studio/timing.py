"""How fast an engine speaks on this machine: processor time, which others cannot lengthen much."""

import os
import time
from dataclasses import dataclass

from narrator.engines import Engine
from narrator.model import Manner

from .jobs import Speak
from .utterance import Utterance, utterance_for

SHORT = "Come in, Tom!"
LONG = "She put the kettle on, sat down by the window, and waited for the post."
TRIES = 3
"""Of a quick engine: the shortest time is the truest."""
QUICK = 0.1
"""Seconds: what takes longer is timed once."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What speaking costs, in seconds of one core, or of waiting for another machine."""

    line: float
    """For each line, however short."""
    character: float
    """On top, for each written character."""

    def seconds(self, lines: int, characters: int) -> float:
        """For so many lines with so many characters in all."""
        return lines * self.line + characters * self.character


@dataclass(frozen=True, slots=True)
class TimeSpeaking:
    """Let a voice speak a short line and a longer one."""

    engine: str
    voice: str

    def run(self, engine: Engine) -> Speed:
        """What lines and characters cost."""
        short, long = (self._utterance(text) for text in (SHORT, LONG))
        Speak(short).run(engine)  # loads what is loaded when it is first needed
        one, other = _seconds(short, engine), _seconds(long, engine)
        character = max(other - one, 0.0) / (len(LONG) - len(SHORT))
        return Speed(max(one - len(SHORT) * character, 0.0), character)

    def _utterance(self, text: str) -> Utterance:
        utterance = utterance_for(
            text, engine=self.engine, version="", voice=self.voice, manner=Manner()
        )
        if utterance is None:
            raise ValueError("no words")
        return utterance


def _seconds(utterance: Utterance, engine: Engine) -> float:
    """Of one core, or of another machine, to speak `utterance` and trim it."""
    best = float("inf")
    spent = time.monotonic if engine.waits else _spent
    for _ in range(TRIES):
        start = spent()
        Speak(utterance).run(engine)
        best = min(best, spent() - start)
        if best > QUICK:
            break
    return best


def _spent() -> float:
    """Seconds that this process has computed, and those that it has waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
