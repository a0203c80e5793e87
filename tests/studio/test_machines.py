"""Machines that lack something, lie, or differ: told apart, named, and mended if that is wanted."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster, get_worker

from benchmarks.cluster.ports import free_port
from narrator.engines import engine_class
from narrator.errors import MissingTool
from narrator.model import Manner
from narrator.studio import Store, Take, Utterance, record, utterance_for
from narrator.studio.cluster import Cluster, Machines, Tls, look_at, machine
from narrator.studio.cluster import crew as crew_module
from narrator.studio.cluster.parcels import Packed
from narrator.studio.cluster.roster import Question, Roster

MODELLED = '''
from pathlib import Path
from narrator.engines import Engine
from narrator.engines.home import models
from narrator.engines.model_file import digest
from narrator.errors import MissingTool
from narrator.model import Sound, Voice


class Modelled(Engine):
    """Speaks what its model says."""

    name = "modelled"

    @classmethod
    def version(cls):
        return "modelled 1"

    @classmethod
    def version_of(cls, voice):
        if not cls.files_of(voice):
            raise MissingTool("the model is not there", todo="fetch it")
        return f"modelled 1, {digest(cls.files_of(voice))}"

    @classmethod
    def files_of(cls, voice):
        file = models("modelled") / f"{voice}.bin"
        return (file,) if file.is_file() else ()

    def voices(self):
        return (Voice(self.name, "deep/one"),)

    def speak(self, text, voice, manner):
        return Sound(self.files_of(voice)[0].read_bytes()[:4000], 8000)
'''
MODEL = bytes(range(1, 200)) * 50_000
"""Of more than one piece."""


def line(text: str, engine: str = "silent", voice: str = "narrator") -> Utterance:
    version = engine_class(engine).version_of(voice)
    made = utterance_for(text, engine=engine, version=version, voice=voice, manner=Manner())
    assert made is not None
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def told() -> list[str]:
    """The lines for a person."""
    return []


@pytest.fixture(scope="module")
def two() -> Iterator[str]:
    """A scheduler and two machines, all in threads of this process."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        dashboard_address="127.0.0.1:0",
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def taken(
    two: str, store: Store, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., list[Take]]]:
    """Speak lines on two machines, neither of which begins before both have said what they are."""
    monkeypatch.setattr(crew_module, "SETTLING", 0.5)
    both = threading.Event()
    hear, speak = Roster.hear, machine._spoken

    def heard(roster: Roster, question: Question, said: Any) -> None:
        hear(roster, question, said)
        if len(roster.threads) == 2 and not roster.is_asking:
            both.set()

    def spoken(*arguments: Any) -> Any:
        assert both.wait(timeout=60)
        return speak(*arguments)

    monkeypatch.setattr(Roster, "hear", heard)
    monkeypatch.setattr(machine, "_spoken", spoken)

    def take(*lines: Utterance) -> list[Take]:
        crew = Machines(store, Cluster(two), tell=told.append)
        return list(record(lines, store, crew))

    yield take
    machine.bench.dismiss()


def of_the_first(made: Any) -> Callable[..., Any]:
    """A function that does as `made` does on the machine that first calls it, and on the other as
    it always did."""
    first: list[str] = []
    name = made.__name__
    usual = getattr(machine, name)

    def called(*arguments: Any) -> Any:
        here = get_worker().address
        first.append(here)
        return made(*arguments) if here == first[0] else usual(*arguments)

    return called


def test_a_machine_of_another_version_is_left_out_and_the_other_speaks(
    taken: Any, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def _version(engine: str, voice: str) -> str:
        return "silent 0"

    patched = of_the_first(_version)
    patched.cache_clear = machine._version.cache_clear  # type: ignore[attr-defined]
    monkeypatch.setattr(machine, "_version", patched)
    takes = taken(*(line(f"Line {n}.") for n in range(9)))
    assert all(take.clip and take.spoken for take in takes)
    (said,) = told
    assert "is left out for silent: it has silent 0, and here is silent 15; install" in said


def test_where_all_lack_something_it_is_an_error_that_says_what(
    taken: Any, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "__version__", "0.0.9")
    with pytest.raises(MissingTool, match=r"no machine of .* with silent; it has Narrator 0.0.9"):
        taken(line("One."))
    assert len(told) == 2 and all("is left out" in said for said in told)


def damaged(answer: Packed) -> Packed:
    return replace(answer, content=answer.content[:-1] + b"?")


def another(answer: Packed) -> Packed:
    return replace(answer, key="0" * 64)


@pytest.mark.parametrize("change", [damaged, another])
def test_a_clip_that_is_not_whole_or_not_the_right_one_is_not_taken(
    taken: Any, told: list[str], store: Store, monkeypatch: pytest.MonkeyPatch, change: Any
) -> None:
    usual = machine._spoken

    def _spoken(*arguments: Any) -> Any:
        return change(usual(*arguments))

    monkeypatch.setattr(machine, "_spoken", of_the_first(_spoken))
    lines = [line(f"Line {n}.") for n in range(9)]
    takes = taken(*lines)
    assert all(take.clip and take.spoken for take in takes)
    assert all(store.find(each.key) for each in lines)
    assert len(list(store.folder.glob("??/*.wav"))) == len(lines)
    (said,) = told
    assert "a clip came damaged, or was not the one asked for" in said


def test_a_machine_that_speaks_otherwise_is_named(
    taken: Any, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def _probed(*_: str) -> dict[str, int]:
        return {"rate": 16_000, "frames": 9_000}

    monkeypatch.setattr(machine, "_probed", of_the_first(_probed))
    assert all(take.clip for take in taken(line("One."), line("Two.")))
    (said,) = told
    assert "speaks otherwise with narrator of silent" in said and "9000 frames at 16000 Hz" in said


class Dask:
    """A scheduler and a worker in processes of their own, the worker with a home of its own."""

    def __init__(self, folder: Path, packages: Path, *tls: str) -> None:
        self.home = folder / "its-home"
        scheme, port = ("tls" if tls else "tcp"), free_port()
        self.address = f"{scheme}://127.0.0.1:{port}"
        serve = ("--protocol", scheme, "--host", "127.0.0.1", "--port", str(port))
        more = {"PYTHONPATH": str(packages), "NARRATOR_HOME": str(self.home)}
        self._processes = [
            _dask("scheduler", *serve, "--no-dashboard", "--no-show", *tls, **more),
            _dask("worker", self.address, "--no-nanny", "--no-dashboard", *tls, **more),
        ]

    def end(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()


def _dask(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    nothing = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, env=os.environ | environment, **nothing)


@pytest.fixture
def modelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An engine with a model, as another package would bring it; the model is in our home."""
    folder = tmp_path / "package"
    info = folder / "modelled-1.dist-info"
    info.mkdir(parents=True)
    (folder / "modelled_engine.py").write_text(MODELLED)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: modelled\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[narrator.engines]\nmodelled = modelled_engine:Modelled\n"
    )
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("NARRATOR_HOME", str(tmp_path / "our-home"))
    model = tmp_path / "our-home" / "models" / "modelled" / "deep" / "one.bin"
    model.parent.mkdir(parents=True)
    model.write_bytes(MODEL)
    return folder


def test_a_model_is_sent_only_where_that_is_wanted_and_over_nothing(
    tmp_path: Path, modelled: Path, store: Store, told: list[str]
) -> None:
    dask = Dask(tmp_path, modelled)
    theirs = dask.home / "models" / "modelled" / "deep" / "one.bin"

    def take(**options: Any) -> list[Take]:
        cluster = Cluster(dask.address, **options)
        lines = [line("Good morning.", "modelled", "deep/one")]
        return list(record(lines, store, Machines(store, cluster, tell=told.append)))

    try:
        with pytest.raises(MissingTool, match="the model is not there; fetch it; or add --send-m"):
            take()
        assert not theirs.exists()
        theirs.parent.mkdir(parents=True)
        theirs.write_bytes(b"\1\2" * 4000)
        with pytest.raises(MissingTool, match="another model is in the way"):
            take(send_models=True)
        assert theirs.read_bytes() == b"\1\2" * 4000
        theirs.unlink()
        (taken,) = take(send_models=True)
        assert taken.clip and taken.spoken
        assert theirs.read_bytes() == MODEL and len(list(theirs.parent.iterdir())) == 2
    finally:
        dask.end()


def test_machines_are_reached_by_tls(tmp_path: Path, missing: Any) -> None:
    request = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    names = ("-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", "key.pem")
    alternative = ("-addext", "subjectAltName=IP:127.0.0.1", "-out", "cert.pem")
    try:
        subprocess.run(
            [*request, *names, *alternative], cwd=tmp_path, check=True, capture_output=True
        )
    except FileNotFoundError:
        missing("openssl")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    flags = ("--tls-ca-file", str(cert), "--tls-cert", str(cert), "--tls-key", str(key))
    dask = Dask(tmp_path, tmp_path, *flags)
    try:
        found = look_at(Cluster(dask.address, Tls(cert, cert, key)), [("silent", "narrator")])
        assert [(each.engine, each.fault) for each in found] == [("silent", "")]
        with pytest.raises(MissingTool, match="no scheduler answers"):
            look_at(Cluster(dask.address.replace("tls", "tcp")), [("silent", "narrator")])
    finally:
        dask.end()


def test_a_machine_without_narrator_is_left_out(
    taken: Any, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = machine._version
    first: list[str] = []

    def _version(engine: str, voice: str) -> str:
        return usual(engine, voice)

    def cache_clear() -> None:
        first.append(get_worker().address)
        if first[-1] == first[0]:
            raise ModuleNotFoundError("No module named 'narrator'")

    _version.cache_clear = cache_clear  # type: ignore[attr-defined]
    monkeypatch.setattr(machine, "_version", _version)
    assert all(take.clip for take in taken(line("One."), line("Two.")))
    (said,) = told
    assert "no Narrator 0." in said and "install there what is installed here" in said
