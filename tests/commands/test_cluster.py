"""A book made by other machines: real schedulers and real workers, and what is done to them."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cluster.kills import FORMATS, Harm, differences, disturb
from benchmarks.cluster.ports import free_port
from benchmarks.making.text import novel
from narrator.commands.console import Console
from narrator.production import Progress

MAKE = ("make", "novel.txt", "--engine", "hibari", *FORMATS)
HARMS = (
    Harm(0.0, "worker", "killed", clips=3),
    Harm(0.0, "scheduler", "killed", clips=3),
    Harm(0.0, "client", "killed", clips=3),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "novel.txt"
    path.write_text(novel(3_500), encoding="utf-8")
    return path


def test_whatever_is_killed_the_book_is_the_one_that_is_made_here(
    book: Path, narrator_in: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    peace = tmp_path_factory.mktemp("peace")
    (peace / book.name).write_bytes(book.read_bytes())
    assert narrator_in(peace)(*MAKE, "--jobs", "2").returncode == 0
    done = disturb(book.parent, MAKE, HARMS)
    assert sum(done.kills.values()) == len(HARMS)
    assert not done.again
    assert not differences(peace, book.parent)


def test_a_try_on_this_machine_says_nothing_but_what_it_always_says(
    book: Path, narrator: Any
) -> None:
    said = narrator(
        "make", book.name, "--engine", "silent", "--format", "mp3", "--cluster", "local:2"
    )
    assert said.returncode == 0, said.stderr
    told = [line for line in said.stderr.splitlines() if not line.startswith("Language")]
    assert told[0].startswith("Cast ") and "clips spoken now" in told[1], said.stderr
    assert "warning" not in said.stderr
    again = narrator("record", "novel", "--engine", "silent", "--cluster", "local:2")
    assert "0 clips spoken now" in again.stderr


def test_an_interrupt_is_one_line_and_leaves_nobody_behind(book: Path) -> None:
    command = [sys.executable, "-m", "narrator", *MAKE, "--cluster", "local:2"]
    run = subprocess.Popen(
        command,
        cwd=book.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while len(list(book.parent.glob("audio_out/.clips/??/*.wav"))) < 3:
        assert run.poll() is None
        time.sleep(0.1)
    # As a terminal does it: everyone who belongs to the run hears it.
    os.killpg(run.pid, signal.SIGINT)
    out, told = run.communicate()
    assert (run.returncode, out) == (130, "")
    (line,) = told.split("\n")[1:-1]  # an empty one first, behind the ^C
    assert line.startswith("narrator: interrupted")
    with pytest.raises(ProcessLookupError):
        while True:
            os.killpg(run.pid, 0)
            time.sleep(0.1)


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--cluster", "desk"), 2, "is no address of a scheduler"),
        (("--send-models",), 2, "--send-models needs --cluster"),
        (("--cluster-tls", "tls.toml"), 2, "--cluster-tls needs --cluster"),
        (("--cluster", "tls://desk:8786"), 1, "name a TLS configuration"),
        (("--cluster", "desk:8786", "--cluster-tls", "none.toml"), 4, "none.toml: cannot be read"),
        (("--cluster", "desk:8786", "--cluster-tls", "half.toml"), 3, 'no key; write key = "'),
        (("--cluster", "desk:8786", "--cluster-tls", "odd.toml"), 4, "ca: there is no file"),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    tmp_path: Path, narrator: Any, options: tuple[str, ...], code: int, told: str
) -> None:
    (tmp_path / "half.toml").write_text('ca = "half.toml"\ncert = "half.toml"\n')
    (tmp_path / "odd.toml").write_text('ca = "nowhere.pem"\n')
    said = narrator(
        "doctor" if options[0] != "--send-models" else "record",
        *(("story", *options) if options[0] == "--send-models" else options),
    )
    assert (said.returncode, told in said.stderr) == (code, True), said.stderr
    assert "Traceback" not in said.stderr


def test_doctor_prints_the_line_for_another_machine_though_no_scheduler_is_there(
    narrator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    said = narrator("doctor", "--cluster", address)
    assert said.returncode == 4
    assert "no scheduler answers" in said.stdout and "dask scheduler" in said.stdout
    assert f"dask worker {address} --no-nanny" in said.stdout
    assert "narrator 0." in said.stdout


def test_progress_tells_of_machines_and_clips_a_second() -> None:
    console = Console()
    console._began = (time.monotonic() - 2.0, 0.0)
    shown = console._pace(Progress("recording", 1, 9, clips=5, machines=3))
    assert re.fullmatch(r"recording \(3 machines, 2\.\d clips/s\)", shown)
