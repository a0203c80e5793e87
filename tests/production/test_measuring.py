"""Voices measured once, kept, and described by what was heard."""

from pathlib import Path

import pytest

from narrator.acoustics import Voiceprint, shipped
from narrator.model import Age, Gender, Voice
from narrator.production import Progress, Warned, known_voices, measure_engine, silently
from narrator.production.voices import described, measured_prints
from narrator.workspace import Workspace

PRINT = Voiceprint(110.0, 90.0, 130.0, 15.0, -20.0, (0.0,) * 12)


def test_what_the_engine_says_is_kept_and_the_rest_is_inferred() -> None:
    told = described(Voice("e", "v", gender=Gender.FEMALE, age=Age.OLD, pitch_hz=99.0), PRINT)
    assert (told.voice.gender, told.voice.age, told.voice.pitch_hz) == ("female", "old", 99.0)
    assert not told.gender_is_inferred and not told.age_is_inferred
    untold = described(Voice("e", "v"), PRINT)
    assert (untold.voice.gender, untold.voice.age, untold.voice.pitch_hz) == (
        "male",
        "unknown",
        110.0,
    )
    assert untold.gender_is_inferred and not untold.age_is_inferred
    assert described(Voice("e", "v"), None).voice == Voice("e", "v")


def test_the_espeak_voices_come_measured(tmp_path: Path) -> None:
    known = known_voices(Workspace(tmp_path), "espeak")
    assert all(each.print for each in known)
    assert list(tmp_path.iterdir()) == []


def test_measuring_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    done: list[Progress | Warned] = []

    def stop(news: Progress | Warned) -> None:
        done.append(news)
        if len(done) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure_engine(workspace, "silent", jobs=2, listen=stop)
    everybody = len(known_voices(workspace, "silent"))
    assert measure_engine(workspace, "silent", jobs=2, listen=silently) == everybody - 5


def test_voices_are_measured_once(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first = measure_engine(workspace, "silent", jobs=2, listen=silently)
    assert first == len(known_voices(workspace, "silent")) > 30
    assert measure_engine(workspace, "silent", jobs=2, listen=silently) == 0
    assert all(not p.pitch_hz for p in measured_prints(workspace, "silent").values())


@pytest.mark.parametrize("content", [b"{broken", b"\xff\xfe", b"{}"])
def test_a_broken_file_is_measured_anew(tmp_path: Path, content: bytes) -> None:
    workspace = Workspace(tmp_path)
    path = workspace.measurements("espeak")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    known = shipped("espeak")
    assert known and measured_prints(workspace, "espeak") == known.prints
