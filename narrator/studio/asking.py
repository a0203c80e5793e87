"""A single question to an engine, in a worker process of its own."""

from collections.abc import Iterable
from typing import TypeVar

from narrator.engines import engine_class
from narrator.errors import NarratorError
from narrator.model import Sound, Voice

from .crew import Patience
from .jobs import Job, ListAccents, ListVoices, Speak, TryVoices
from .recording import TRIES
from .timing import Speed, TimeSpeaking
from .utterance import Utterance
from .workers import Lost, LostStarting, Worker, asked

T = TypeVar("T")

SECONDS = 60.0
"""How long an engine may take to list or try its voices."""


def voices_of(engine: str, language: str | None = None) -> tuple[Voice, ...]:
    """The voices of the engine called `engine`, the best suited to narrate first.

    With a `language`, those for a text in it; engines may have more than they list.

    Raises:
        MissingTool: the engine cannot start, or is not installed.
        NarratorError: it failed, crashed or hung.
    """
    kind = engine_class(engine)
    listed = kind.listed_for(language) if language else None
    if listed is not None:
        kind.version()
        return listed
    return _asked(engine, ListVoices(language), SECONDS)


def accented_voices(engine: str, accents: Iterable[str]) -> dict[str, tuple[Voice, ...]]:
    """For each of `accents`, BCP 47 tags, the voices of `engine` that have it.

    Raises:
        MissingTool: the engine cannot start.
        NarratorError: it failed, crashed or hung.
    """
    return _asked(engine, ListAccents(tuple(accents)), SECONDS)


def refused_voices(engine: str, voices: Iterable[str]) -> dict[str, str]:
    """Those of `voices` that `engine` does not have, each with the reason and advice.

    An engine may have more voices than it lists, so it is made to speak with each.

    Raises:
        MissingTool: the engine cannot start.
        NarratorError: it failed, crashed or hung.
    """
    wanted = tuple(dict.fromkeys(voices))
    return _asked(engine, TryVoices(wanted), SECONDS)


def speak_once(utterance: Utterance) -> tuple[Sound, ...]:
    """The trimmed sentences of `utterance`, kept nowhere.

    Raises:
        MissingTool: the engine cannot start, or has no such voice.
        NarratorError: it failed, crashed or hung.
    """
    seconds = Patience().for_(utterance)
    return _asked(utterance.engine, Speak(utterance), seconds)


def speed_of(engine: str, voice: str) -> Speed:
    """How fast `voice` of `engine` speaks on this machine.

    Raises:
        MissingTool: the engine cannot start, or has no such voice.
        NarratorError: it failed, crashed or hung.
    """
    return _asked(engine, TimeSpeaking(engine, voice), SECONDS)


def _asked(engine: str, job: Job[T], seconds: float) -> T:
    """The result of `job`; a worker that is lost while it starts gets a second try."""
    for _ in range(TRIES - 1):
        try:
            return _asked_once(engine, job, seconds)
        except LostStarting:
            continue
    try:
        return _asked_once(engine, job, seconds)
    except LostStarting as lost:
        raise lost.missing() from lost


def _asked_once(engine: str, job: Job[T], seconds: float) -> T:
    worker = Worker(engine)
    try:
        said = asked(worker, job, seconds)
    except LostStarting:
        raise
    except Lost as lost:
        raise NarratorError(str(lost), todo="try again, or choose another engine") from lost
    finally:
        worker.end()
    if isinstance(said, NarratorError):
        raise said
    return said
