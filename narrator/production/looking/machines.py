"""Whether the machines of a cluster have what they need, and how another joins them."""

from collections.abc import Iterator
from importlib.metadata import version

from narrator import __version__
from narrator.engines import default_engine, engine_class, engine_names
from narrator.errors import NarratorError
from narrator.studio import voices_of
from narrator.studio.cluster import Cluster, Verdict, look_at

from .diagnosis import Part


def diagnose_cluster(cluster: Cluster) -> tuple[Part, ...]:
    """Look at the machines there are now: each is made to speak with the engines that books get by
    default, and with those whose models are here."""
    voices = dict(_voices())
    return (*_machines(cluster, voices), *_joining(cluster, voices))


def _machines(cluster: Cluster, voices: dict[str, str]) -> Iterator[Part]:
    try:
        found = look_at(cluster, voices.items())
    except NarratorError as error:
        yield Part("scheduler", "", wrong=error.what, remedy=error.todo)
        return
    machines = len({verdict.machine for verdict in found})
    told = f"{cluster.address}, {machines} machine{'' if machines == 1 else 's'}"
    yield Part("scheduler", told)
    yield from map(_machine, found)


def _machine(verdict: Verdict) -> Part:
    name = f"{verdict.engine} on {verdict.machine}"
    at_once = f"{verdict.threads} line{'' if verdict.threads == 1 else 's'} at a time"
    if verdict.fault:
        return Part(name, "", wrong=verdict.fault, needed=False)
    return Part(name, at_once, needed=False)


def _joining(cluster: Cluster, voices: dict[str, str]) -> Iterator[Part]:
    """What a person copies to another machine, and what must be the same there."""
    if not cluster.local:
        yield Part("another machine joins by", cluster.command, needed=False)
    ours = (f"narrator {__version__}", f"distributed {version('distributed')}")
    engines = [
        f"{engine}: {engine_class(engine).version_of(voice)}" for engine, voice in voices.items()
    ]
    yield Part("must be the same there", "; ".join((*ours, *engines)), needed=False)


def _voices() -> Iterator[tuple[str, str]]:
    """A voice of each engine that matters."""
    usual = (default_engine(), default_engine("und"))
    for name in engine_names():
        try:
            if name not in usual and not _has_models(name):
                continue
            voice = voices_of(name)[0].id
            engine_class(name).version_of(voice)
            yield name, voice
        except NarratorError:
            continue  # not here, so no book can be made with it


def _has_models(engine: str) -> bool:
    listed = engine_class(engine).listed_for("en") or ()
    return any(engine_class(engine).files_of(voice.id) for voice in listed)
