"""Recording with real processes: crashes, hangs, kills, full disks."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from narrator.engines import engine_class
from narrator.model import Manner
from narrator.studio import (
    Patience,
    Processes,
    Store,
    Take,
    Unwritable,
    Utterance,
    record,
    utterance_for,
)

QUICK = Patience(seconds=1.0, per_character=0.0)
NEVER = 600.0
"""Seconds after which even the busiest machine will not do it any more."""


def line(text: str, engine: str = "moody", voice: str = "only") -> Utterance:
    version = engine_class(engine).version()
    made = utterance_for(text, engine=engine, version=version, voice=voice, manner=Manner())
    assert made is not None
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def taken(texts: list[str], store: Store, **options: Any) -> dict[str, Take]:
    """The last take of each text."""
    by_key = {line(text).key: text for text in texts}
    options = {"jobs": 2, "patience": QUICK} | options
    takes = record(map(line, texts), store, Processes(store, **options))
    return {by_key[take.key]: take for take in takes}


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + NEVER
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def signal_the_first(moods: Any, number: int) -> threading.Thread:
    """Send a signal to the worker that speaks first, as soon as it does."""

    def send() -> None:
        until(moods.notes)
        os.kill(moods.notes()[0][0], number)

    thread = threading.Thread(target=send)
    thread.start()
    return thread


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM])
def test_a_worker_stopped_from_outside_is_replaced(moods: Any, store: Store, number: int) -> None:
    sender = signal_the_first(moods, number)
    takes = list(
        record(
            [line("Very slow."), line("Next.")],
            store,
            Processes(store, jobs=1, patience=Patience(2.0)),
        )
    )
    sender.join()
    assert len(takes) == 2 and all(take.clip and take.spoken for take in takes)
    first, *others = dict.fromkeys(pid for pid, _ in moods.notes())
    assert len(others) == 1 and not alive(first)


def test_a_full_disk_is_one_clear_error(moods: Any, store: Store) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Workers inherit the limit: their clips are larger, the log is smaller.
    resource.setrlimit(resource.RLIMIT_FSIZE, (120, before[1]))
    try:
        with pytest.raises(Unwritable, match=r"cannot be kept.*make room"):
            list(record(map(line, ["One.", "Two."]), store, Processes(store, jobs=2)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    # What a worker was ended over may lie among the unfinished; no clip has its final name.
    assert list(store.folder.glob("??/*.wav")) == []


RUN = """
import sys
from pathlib import Path
from narrator.model import Manner
from narrator.studio import Processes, Store, record, utterance_for

def lines():
    for number in range(int(sys.argv[2])):
        yield utterance_for(
            f"Line number {number} of the book.", engine="moody", version="1", voice="only",
            manner=Manner(),
        )

if __name__ == "__main__":
    store = Store(Path(sys.argv[1]))
    spoken = sum(take.spoken for take in record(lines(), store, Processes(store, jobs=2)))
    print(spoken)
"""


@pytest.fixture
def run(moods: Any, tmp_path: Path, store: Store) -> Callable[[int], "subprocess.Popen[str]"]:
    script = tmp_path / "run.py"
    script.write_text(RUN)
    environment = os.environ | {"PYTHONPATH": str(moods.folder)}

    def start(lines: int) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, str(script), str(store.folder), str(lines)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def kept(store: Store) -> set[str]:
    """The keys under final names; each must be whole."""
    keys = {path.stem for path in store.folder.glob("??/*")}
    assert all(store.find(key) for key in keys)
    return keys


def test_a_killed_run_is_continued(
    moods: Any, run: Callable[[int], "subprocess.Popen[str]"], store: Store
) -> None:
    count = 300
    killed = run(count)
    # On a busy machine the second worker may begin long after the first.
    until(lambda: len(moods.notes()) > 25 and len({pid for pid, _ in moods.notes()}) == 2)
    killed.kill()
    killed.communicate()
    workers = {pid for pid, _ in moods.notes()}
    until(lambda: not any(map(alive, workers)))
    done = kept(store)
    assert 20 < len(done) < count
    before = len(moods.notes())
    out, _ = run(count).communicate()
    assert int(out) == len(moods.notes()) - before == count - len(done)
    assert len(kept(store)) == count


def test_workers_with_a_hung_engine_die_with_their_parent(
    moods: Any, tmp_path: Path, store: Store
) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN.replace("of the book.", "hang"))
    environment = os.environ | {"PYTHONPATH": str(moods.folder)}
    command = [sys.executable, str(script), str(store.folder), "4"]
    with subprocess.Popen(command, env=environment) as parent:
        until(lambda: len(moods.notes()) == 2)
        parent.kill()
    until(lambda: not any(alive(pid) for pid, _ in moods.notes()))


def test_an_interrupt_reaches_the_parent_only(
    moods: Any, run: Callable[[int], "subprocess.Popen[str]"], store: Store
) -> None:
    done = run(40)
    until(lambda: len(moods.notes()) > 4)
    for pid in {pid for pid, _ in moods.notes()}:
        os.kill(pid, signal.SIGINT)
    out, _ = done.communicate()
    assert out.strip() == "40" and len({pid for pid, _ in moods.notes()}) == 2


def test_two_runs_share_a_store(
    moods: Any, run: Callable[[int], "subprocess.Popen[str]"], store: Store
) -> None:
    both = [run(100), run(100)]
    spoken = [int(each.communicate()[0]) for each in both]
    assert len(kept(store)) == 100 <= sum(spoken)
    assert list(store.folder.glob("unfinished/*")) == []


def test_closing_early_ends_the_workers(moods: Any, store: Store) -> None:
    takes = record(
        [line("One."), line("Two."), line("Three hang")], store, Processes(store, jobs=2)
    )
    next(takes)
    takes.close()
    pids = {pid for pid, _ in moods.notes()}
    assert pids and not any(alive(pid) for pid in pids)


def test_engines_that_print_are_not_heard(moods: Any, tmp_path: Path, store: Store) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN.replace("of the book.", "print"))
    environment = os.environ | {"PYTHONPATH": str(moods.folder)}
    done = subprocess.run(
        [sys.executable, str(script), str(store.folder), "3"],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("3\n", "")
