"""Choosing voice and manner through pyttsx3, and waiting for it: not the same for all drivers."""

from typing import Any, Protocol

from narrator.errors import NarratorError
from narrator.model import Manner

from .espeak_setting import Setting, adjusted

WORDS_A_MINUTE = 175
"""The pace of the platform's voices; espeak counts otherwise and has a pace of its own."""


class Controls(Protocol):
    """What differs from driver to driver."""

    def choose(self, voice: str, manner: Manner) -> None:
        """Let the next words be spoken with `voice` in `manner`."""

    def settle(self) -> None:
        """Return when nothing is under way any more."""


class PlatformControls:
    """Of drivers that do as told at once; they cannot change a voice's pitch."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def choose(self, voice: str, manner: Manner) -> None:
        """Through pyttsx3's own properties."""
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", round(WORDS_A_MINUTE * manner.rate))

    def settle(self) -> None:
        """They have finished when pyttsx3 says so."""


class EspeakControls:
    """Of espeak, which does in a thread of its own what it is told.

    pyttsx3 cancels whatever that thread is doing at the start of every run. When that is a change
    of rate or pitch, it is lost, about every other time: so it is waited for.
    """

    def __init__(self, low: Any) -> None:
        self._low = low

    def choose(self, voice: str, manner: Manner) -> None:
        """Past pyttsx3, which would swallow a refusal."""
        low, setting = self._low, adjusted(Setting(), manner)
        if low.SetVoiceByName(voice.encode()) != low.EE_OK:
            raise NarratorError(f"espeak-ng refuses the voice {voice!r}")
        low.SetParameter(low.RATE, setting.rate, 0)
        low.SetParameter(low.PITCH, setting.pitch, 0)
        low.SetParameter(low.RANGE, setting.range, 0)
        low.SetParameter(low.VOLUME, setting.volume, 0)
        self.settle()

    def settle(self) -> None:
        """Wait for espeak's thread: pyttsx3 itself leaves while it is still speaking."""
        self._low.Synchronize()
