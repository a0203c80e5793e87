"""How fast engines speak here: measured once, by what they compute."""

from pathlib import Path

import pytest

from narrator.engines.home import VARIABLE
from narrator.production import known_speed
from narrator.production.voices import speed
from narrator.studio import Speed


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_it_is_measured_once_and_again_when_the_engine_is_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = known_speed("espeak")
    # An hour of speech takes seconds, and more text takes longer.
    assert 0 < found.seconds(600, 54_000) < 600 and found.character > 0
    monkeypatch.setattr(speed, "speed_of", lambda *_: Speed(1.0, 2.0))
    assert known_speed("espeak") == found
    file = folder / "speeds.json"
    file.write_text(file.read_text("utf-8").replace("espeakng-loader", "older"), "utf-8")
    assert known_speed("espeak") == Speed(1.0, 2.0)


@pytest.mark.parametrize("text", ["", "[]", '{"here": 1}', "{"])
def test_a_broken_file_is_no_hindrance(
    folder: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    (folder / "speeds.json").write_text(text, "utf-8")
    monkeypatch.setattr(speed, "speed_of", lambda *_: Speed(1.0, 2.0))
    assert known_speed("espeak") == Speed(1.0, 2.0)


def test_what_kokoro_takes_is_known(real_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(real_models))
    monkeypatch.setattr(speed, "home", lambda: real_models / "none")
    monkeypatch.setattr(speed, "_keep", lambda *_: None)
    kokoro = known_speed("kokoro")
    # Silence that is trimmed away is a cost of each line.
    assert kokoro.line > 0.1 and kokoro.character > 0.005
