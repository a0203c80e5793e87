"""What is done on a machine: it says what it is, speaks, and takes models.

All of it runs in threads of a Dask worker. Engines are in processes of their own here as well, so
that one may crash or hang, and is told of in the same words as at home.
"""

import multiprocessing
import socket
from functools import cache

from narrator import __version__
from narrator.engines import engine_class
from narrator.errors import MissingTool, NarratorError
from narrator.model import Manner

from ..clip_file import measured
from ..crew import USUAL, Missed, Patience
from ..jobs import Pack
from ..utterance import Utterance, utterance_for
from ..workers import Lost, LostStarting
from .bench import Bench
from .parcels import Answer, Packed, Spoken, Told, Unfit

PROBE = "Good evening."
"""Spoken by every machine before it is given lines."""
TRIES = 2
"""Of a worker that is lost while it starts."""

bench = Bench()
"""The engines of this machine."""


def muster(engine: str, voice: str, version: str) -> Told:
    """What this machine is, and whether it speaks as is wanted.

    `fault` is why it does not; `rate` in Hertz and `frames` are those of the probe, no frames of an
    engine that never speaks twice alike.
    """
    told: Told = {"host": socket.gethostname(), "narrator": __version__, "version": ""}
    _version.cache_clear()
    try:
        there = _version(engine, voice)
        probed = _probed(engine, voice, version) if there == version else {}
        return {**told, "version": there, **probed}
    except (NarratorError, Lost) as error:
        return {**told, "fault": str(error)}


def speak(utterances: tuple[Utterance, ...], patience: Patience) -> Spoken:
    """An answer to each, in their order; to none behind one with which its worker was lost, so that
    an engine that breaks on everything is soon known for it."""
    from distributed import get_worker

    address = get_worker().address
    answers: list[Answer] = []
    for utterance in utterances:
        answers.append(answer := _spoken(utterance, patience))
        if isinstance(answer, Missed) and answer.lost:
            break
    return Spoken(address, tuple(answers))


def _probed(engine: str, voice: str, version: str) -> Told:
    probe = utterance_for(PROBE, engine=engine, version=version, voice=voice, manner=Manner())
    if probe is None:
        raise ValueError("the probe has no words")
    heard = [_asked(probe, USUAL) for _ in range(2)]
    found = [measured(said) if isinstance(said, bytes) else None for said in heard]
    if not found[0]:
        return {}  # that it has started is enough: lines fail by themselves
    alike = found[0] == found[1]
    return {"rate": found[0][0], "frames": sum(found[0][1]) if alike else 0}


def _spoken(utterance: Utterance, patience: Patience) -> Answer:
    try:
        version = _version(utterance.engine, utterance.voice)
        if utterance.key_with(version) != utterance.key:
            return Unfit(f"its {utterance.engine} is another: {version}")
        said = _asked(utterance, patience)
    except LostStarting as lost:
        return Unfit(str(lost))
    except Lost as lost:
        return Missed(str(lost), lost=True)
    except NarratorError as error:
        return Unfit(str(error))
    if isinstance(said, bytes):
        return Packed(utterance.key, said)
    # What is not there will not be there the next time.
    return Missed(str(said), final=isinstance(said, MissingTool))


def _asked(utterance: Utterance, patience: Patience) -> bytes | NarratorError:
    """The packed clip, or why there is none."""
    # A worker under Dask's nanny counts as a daemon, which may not start processes; ours end with
    # it by themselves.
    multiprocessing.current_process().daemon = False
    job, seconds = Pack(utterance), patience.for_(utterance)
    for _ in range(TRIES - 1):
        try:
            return bench.ask(utterance.engine, job, seconds)
        except LostStarting:
            continue
    return bench.ask(utterance.engine, job, seconds)


@cache
def _version(engine: str, voice: str) -> str:
    """That of the engine here, with the model of the voice."""
    return engine_class(engine).version_of(voice)
