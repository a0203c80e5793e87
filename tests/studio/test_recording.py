"""Recording with real processes: crashes, hangs, kills, full disks."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narrator.engines import engine_class
from narrator.errors import MissingTool, NarratorError
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
from narrator.studio import workers as workers_module
from narrator.studio.recording import TRIES

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


def test_lines_are_spoken_once_and_then_found(moods: Any, store: Store) -> None:
    texts = ["One.", "Two.", "Three. Four."]
    first = taken(texts, store)
    assert all(take.spoken and take.clip and not take.reason for take in first.values())
    second = taken([*texts, "Five."], store)
    assert {text for text, take in second.items() if take.spoken} == {"Five."}
    assert sorted(moods.said()) == ["Five.", "Four.", "One.", "Three.", "Two."]
    clip = second["Three. Four."].clip
    assert clip is not None and len(clip.sentences) == 2
    assert store.find(clip.key) == clip


def test_every_utterance_has_a_take_and_equal_ones_are_spoken_once(
    moods: Any, store: Store
) -> None:
    texts = ["Same.", "Same.", "Other.", "Same.", *["Echo slow."] * 100, "Same."]
    takes = list(record(map(line, texts), store, Processes(store, jobs=2)))
    assert sorted(take.key for take in takes) == sorted(line(text).key for text in texts)
    assert sum(take.spoken for take in takes) == 3
    assert sorted(moods.said()) == ["Echo slow.", "Other.", "Same."]


def test_nothing_to_record_starts_no_worker(moods: Any, store: Store) -> None:
    assert list(record([], store, Processes(store, jobs=2))) == []
    taken(["One."], store)
    started = time.monotonic()
    assert not taken(["One."], store)["One."].spoken
    assert time.monotonic() - started < 0.2


def test_the_book_is_not_read_faster_than_it_is_recorded(moods: Any, store: Store) -> None:
    read = 0

    def source() -> Iterator[Utterance]:
        nonlocal read
        for number in range(40):
            read += 1
            yield line(f"Number {number}.")

    ahead = [
        read - done for done, _ in enumerate(record(source(), store, Processes(store, jobs=2)), 1)
    ]
    assert len(ahead) == 40 and max(ahead) <= 2


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("hang", "hung"),
        ("die", "killed by signal 9 (SIGKILL)"),
        ("segfault", "SIGSEGV"),
        ("leave", "ended with exit code 3"),
        ("raise", "ValueError: out of breath"),
        ("empty", "no sound"),
        ("silence", "no sound"),
    ],
)
def test_a_bad_line_is_tried_twice_then_told_and_the_others_go_on(
    moods: Any, store: Store, mood: str, reason: str
) -> None:
    bad = f"Now {mood}"
    texts = ["First.", bad, "Second.", "Third."]
    takes = taken(texts, store)
    assert takes[bad].clip is None and reason in takes[bad].reason
    assert all(takes[text].clip for text in texts if text != bad)
    assert moods.said().count(bad) == 2
    assert store.find(line(bad).key) is None


def test_a_line_that_fails_once_succeeds_in_a_fresh_worker(moods: Any, store: Store) -> None:
    take = taken(["Fall once please."], store)["Fall once please."]
    assert take.clip and take.spoken and not take.reason
    pids = [pid for pid, _ in moods.notes()]
    assert len(set(pids)) == 2


def test_a_failed_line_is_not_tried_again_for_its_repetitions(moods: Any, store: Store) -> None:
    takes = list(record(map(line, ["Now raise"] * 5), store, Processes(store, jobs=1)))
    assert len(takes) == 5 and all(take.reason for take in takes)
    assert len(moods.said()) == 2


def test_a_missing_voice_fails_its_lines_only(moods: Any, store: Store) -> None:
    bad, good = line("Hello.", voice="nobody"), line("Hello.")
    takes = {take.key: take for take in record([bad, good], store, Processes(store, jobs=1))}
    assert takes[good.key].clip
    assert "no voice 'nobody'" in takes[bad.key].reason


def test_an_engine_that_breaks_on_everything_is_given_up(moods: Any, store: Store) -> None:
    texts = [f"Now die {number}" for number in range(50)]
    with pytest.raises(NarratorError, match=r"killed by signal 9 .* lines in a row"):
        taken(texts, store)
    assert len(moods.said()) < 20


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


@pytest.mark.parametrize(
    ("engine", "said"),
    [
        ("unable", "the model is not there; fetch it"),
        ("faulty", "cannot start: RuntimeError: bad model"),
        ("dying", "ended with exit code 7 while starting"),
        ("stuck", "hung while starting"),
        ("nonesuch", "there is no engine 'nonesuch'"),
    ],
)
def test_an_engine_that_cannot_start_is_told_once(
    moods: Any, store: Store, engine: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine == "stuck":
        monkeypatch.setattr(workers_module, "START_SECONDS", 2.0)
    lines = [Utterance(f"{n:064}", engine, "only", Manner(), ("Hello.",)) for n in range(20)]
    with pytest.raises(MissingTool, match=said):
        list(record(lines, store, Processes(store, jobs=2)))
    assert moods.said().count("start") <= 2 * TRIES  # of two workers


def test_closing_early_ends_the_workers(moods: Any, store: Store) -> None:
    takes = record(
        [line("One."), line("Two."), line("Three hang")], store, Processes(store, jobs=2)
    )
    next(takes)
    takes.close()
    pids = {pid for pid, _ in moods.notes()}
    assert pids and not any(alive(pid) for pid in pids)


def test_engines_may_be_mixed(moods: Any, store: Store) -> None:
    lines = [line("One."), line("Two.", "silent", "narrator"), line("Three.")]
    takes = list(record(lines, store, Processes(store, jobs=1)))
    assert all(take.clip and take.spoken for take in takes)


def test_a_store_that_cannot_be_written_to_is_one_clear_error(moods: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unwritable, match="a clip cannot be kept"):
        store = Store(tmp_path / "file")
        list(record(map(line, ["One.", "Two."]), store, Processes(store, jobs=2)))


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


def test_espeak_records_a_line(store: Store) -> None:
    take = next(
        record(
            [line("Good evening. Come in!", "espeak", "narrator-man")],
            store,
            Processes(store, jobs=1),
        )
    )
    assert take.clip and len(take.clip.sentences) == 2
    assert all(0.2 < frames / take.clip.rate < 3 for frames in take.clip.sentences)
