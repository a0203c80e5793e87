"""What a worker can be asked to do with its engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Protocol, TypeVar

from narrator.engines import Engine
from narrator.errors import MissingTool, NarratorError
from narrator.model import SAMPLE_BYTES, Clip, Manner, Sound, Voice

from .store import Store, content_of
from .utterance import Utterance

Result = TypeVar("Result", covariant=True)

RATES = range(4000, 192_001)
"""Hertz that speech can have; anything else is a mistake of the engine."""


class Job(Protocol[Result]):
    """A task that travels to a worker; its result travels back."""

    def run(self, engine: Engine) -> Result:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Speak an utterance, sentence by sentence."""

    utterance: Utterance

    def run(self, engine: Engine) -> tuple[Sound, ...]:
        """The trimmed sentences.

        Raises:
            NarratorError: the engine failed, or gave no sound or none that can be for words.
        """
        from .trim import trimmed

        utterance = self.utterance
        sounds: list[Sound] = []
        spoken = engine.speak_each(utterance.sentences, utterance.voice, utterance.manner)
        for sentence, sound in zip(utterance.sentences, spoken, strict=True):
            if fault := _fault(sound, engine, sounds):
                raise NarratorError(
                    f"the engine {engine.name} gave {fault} for {shorten(sentence, 60)!r}"
                )
            sounds.append(trimmed(sound))
        return tuple(sounds)


@dataclass(frozen=True, slots=True)
class Pack:
    """Speak an utterance for a store that is elsewhere."""

    utterance: Utterance

    def run(self, engine: Engine) -> bytes:
        """The whole file of the clip."""
        return content_of(Speak(self.utterance).run(engine))


@dataclass(frozen=True, slots=True)
class Record:
    """Speak an utterance and keep it."""

    utterance: Utterance
    store: Store

    def run(self, engine: Engine) -> Clip:
        """The clip, safely in the store."""
        return self.store.save(self.utterance.key, Speak(self.utterance).run(engine))


@dataclass(frozen=True, slots=True)
class ListVoices:
    """Ask for the engine's voices."""

    language: str | None = None
    """For a text in that language; all that are listed if None."""

    def run(self, engine: Engine) -> tuple[Voice, ...]:
        """The voices, the best suited to narrate first."""
        return engine.voices() if self.language is None else engine.voices_for(self.language)


@dataclass(frozen=True, slots=True)
class ListAccents:
    """Ask for the voices that speak English with certain accents."""

    accents: tuple[str, ...]
    """BCP 47 tags."""

    def run(self, engine: Engine) -> dict[str, tuple[Voice, ...]]:
        """The voices with each accent."""
        return {accent: engine.voices_with(accent) for accent in self.accents}


@dataclass(frozen=True, slots=True)
class TryVoices:
    """Ask which of some voices the engine does not have, by letting it speak."""

    voices: tuple[str, ...]

    def run(self, engine: Engine) -> dict[str, str]:
        """Why each missing voice is refused."""
        refused = {}
        for voice in self.voices:
            try:
                engine.speak("a", voice, Manner())
            except MissingTool as error:
                refused[voice] = str(error)
        return refused


def _fault(sound: Sound, engine: Engine, before: Sequence[Sound]) -> str:
    """What is wrong with what an engine gave for a sentence; empty if nothing is."""
    if sound.rate not in RATES:
        return f"sound at {sound.rate} Hz"
    if len(sound.pcm) % SAMPLE_BYTES:
        return "half a sample"
    if not _audible(sound, engine):
        return "no sound"
    if before and before[0].rate != sound.rate:
        return f"sound at {sound.rate} Hz, but at {before[0].rate} Hz in the same line,"
    return ""


def _audible(sound: Sound, engine: Engine) -> bool:
    """Whether `sound` holds anything to hear, unless the engine is one that makes silence."""
    if getattr(engine, "mute", False):
        return sound.frames > 0
    return any(sound.pcm)
