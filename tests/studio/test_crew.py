"""What every crew does, whoever is in it: a contract kept by real processes, and a real cluster."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from narrator.engines import engine_class
from narrator.errors import MissingTool, NarratorError
from narrator.model import Manner
from narrator.studio import (
    Crew,
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
from narrator.studio.cluster import Cluster, Machines, machine
from narrator.studio.cluster import crew as cluster_module
from narrator.studio.recording import TRIES

QUICK = Patience(seconds=1.0, per_character=0.0)
NewCrew = Callable[[Store], Crew]


def line(text: str, engine: str = "moody", voice: str = "only") -> Utterance:
    version = engine_class(engine).version()
    made = utterance_for(text, engine=engine, version=version, voice=voice, manner=Manner())
    assert made is not None
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A scheduler and a machine that speaks a line at a time, both in threads of this process; its
    engines are in processes of their own, as everywhere."""
    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        dashboard_address="127.0.0.1:0",
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(params=["processes", "cluster"])
def crew(
    request: pytest.FixtureRequest, moods: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NewCrew]:
    """Makes a crew."""
    if request.param == "processes":
        yield lambda store: Processes(store, jobs=2, patience=QUICK)
        return
    address = request.getfixturevalue("scheduler")
    monkeypatch.setattr(cluster_module, "SETTLING", 0.5)
    yield lambda store: Machines(store, Cluster(address), tell=str, patience=QUICK)
    # The next test has other engines of the same names.
    machine.bench.dismiss()


def taken(texts: list[str], store: Store, crew: NewCrew) -> dict[str, Take]:
    """The last take of each text."""
    by_key = {line(text).key: text for text in texts}
    takes = record(map(line, texts), store, crew(store))
    return {by_key[take.key]: take for take in takes}


def notes(moods: Any) -> list[tuple[int, str]]:
    """What was spoken, by which process; but for what a machine speaks to show that it can."""
    return [(pid, text) for pid, text in moods.notes() if text != machine.PROBE]


def said(moods: Any) -> list[str]:
    return [text for _, text in notes(moods)]


def test_lines_are_spoken_once_and_then_found(moods: Any, store: Store, crew: NewCrew) -> None:
    texts = ["One.", "Two.", "Three. Four."]
    first = taken(texts, store, crew)
    assert all(take.spoken and take.clip and not take.reason for take in first.values())
    second = taken([*texts, "Five."], store, crew)
    assert {text for text, take in second.items() if take.spoken} == {"Five."}
    assert sorted(said(moods)) == ["Five.", "Four.", "One.", "Three.", "Two."]
    clip = second["Three. Four."].clip
    assert clip is not None and len(clip.sentences) == 2
    assert store.find(clip.key) == clip


def test_every_utterance_has_a_take_and_equal_ones_are_spoken_once(
    moods: Any, store: Store, crew: NewCrew
) -> None:
    texts = ["Same.", "Same.", "Other.", "Same.", *["Echo slow."] * 100, "Same."]
    takes = list(record(map(line, texts), store, crew(store)))
    assert sorted(take.key for take in takes) == sorted(line(text).key for text in texts)
    assert sum(take.spoken for take in takes) == 3
    assert sorted(said(moods)) == ["Echo slow.", "Other.", "Same."]


def test_nothing_to_record_starts_no_worker(moods: Any, store: Store, crew: NewCrew) -> None:
    assert list(record([], store, crew(store))) == []
    taken(["One."], store, crew)
    started = time.monotonic()
    assert not taken(["One."], store, crew)["One."].spoken
    assert time.monotonic() - started < 0.2


def test_the_book_is_not_read_faster_than_it_is_recorded(
    moods: Any, store: Store, crew: NewCrew
) -> None:
    read = 0

    def source() -> Iterator[Utterance]:
        nonlocal read
        for number in range(40):
            read += 1
            yield line(f"Number {number}.")

    ahead = [read - done for done, _ in enumerate(record(source(), store, crew(store)), 1)]
    assert len(ahead) == 40 and max(ahead) <= 30


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
    moods: Any, store: Store, crew: NewCrew, mood: str, reason: str
) -> None:
    bad = f"Now {mood}"
    texts = ["First.", bad, "Second.", "Third."]
    takes = taken(texts, store, crew)
    assert takes[bad].clip is None and reason in takes[bad].reason
    assert all(takes[text].clip for text in texts if text != bad)
    assert said(moods).count(bad) == 2
    assert store.find(line(bad).key) is None


def test_a_line_that_fails_once_succeeds_in_a_fresh_worker(
    moods: Any, store: Store, crew: NewCrew
) -> None:
    take = taken(["Fall once please."], store, crew)["Fall once please."]
    assert take.clip and take.spoken and not take.reason
    pids = [pid for pid, _ in notes(moods)]
    assert len(set(pids)) == 2


def test_a_failed_line_is_not_tried_again_for_its_repetitions(
    moods: Any, store: Store, crew: NewCrew
) -> None:
    takes = list(record(map(line, ["Now raise"] * 5), store, crew(store)))
    assert len(takes) == 5 and all(take.reason for take in takes)
    assert len(said(moods)) == 2


def test_a_missing_voice_fails_its_lines_only(moods: Any, store: Store, crew: NewCrew) -> None:
    bad, good = line("Hello.", voice="nobody"), line("Hello.")
    takes = {take.key: take for take in record([bad, good], store, crew(store))}
    assert takes[good.key].clip
    assert "no voice 'nobody'" in takes[bad.key].reason


def test_an_engine_that_breaks_on_everything_is_given_up(
    moods: Any, store: Store, crew: NewCrew
) -> None:
    texts = [f"Now die {number}" for number in range(50)]
    with pytest.raises(NarratorError, match=r"killed by signal 9 .* lines in a row"):
        taken(texts, store, crew)
    assert len(said(moods)) < 30


@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        ("unable", "the model is not there; fetch it"),
        ("faulty", "cannot start: RuntimeError: bad model"),
        ("dying", "ended with exit code 7 while starting"),
        ("stuck", "hung while starting"),
        ("nonesuch", "there is no engine 'nonesuch'"),
    ],
)
def test_an_engine_that_cannot_start_is_told_once(
    moods: Any,
    store: Store,
    crew: NewCrew,
    engine: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if engine == "stuck":
        monkeypatch.setattr(workers_module, "START_SECONDS", 2.0)
    lines = [Utterance(f"{n:064}", engine, "only", Manner(), ("Hello.",)) for n in range(20)]
    with pytest.raises(MissingTool, match=reason):
        list(record(lines, store, crew(store)))
    assert said(moods).count("start") <= 2 * TRIES  # of two workers


def test_engines_may_be_mixed(moods: Any, store: Store, crew: NewCrew) -> None:
    lines = [line("One."), line("Two.", "silent", "narrator"), line("Three.")]
    takes = list(record(lines, store, crew(store)))
    assert all(take.clip and take.spoken for take in takes)


def test_a_store_that_cannot_be_written_to_is_one_clear_error(
    moods: Any, tmp_path: Path, crew: NewCrew
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unwritable, match="a clip cannot be kept"):
        store = Store(tmp_path / "file")
        list(record(map(line, ["One.", "Two."]), store, crew(store)))


def test_espeak_records_a_line(store: Store, crew: NewCrew) -> None:
    take = next(
        record(
            [line("Good evening. Come in!", "espeak", "narrator-man")],
            store,
            crew(store),
        )
    )
    assert take.clip and len(take.clip.sentences) == 2
    assert all(0.2 < frames / take.clip.rate < 3 for frames in take.clip.sentences)
