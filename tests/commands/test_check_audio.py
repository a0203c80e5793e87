"""Finished sound, checked as a stranger would."""

import json
import wave
from pathlib import Path
from typing import Any


def test_a_book_for_acx_passes_and_one_for_listeners_does_not(narrator: Any, story: Path) -> None:
    made = narrator("make", story.name, "--format", "mp3", "--profile", "acx", "-q")
    assert made.returncode == 0, made.stderr
    said = narrator("check", "--audio", "keys", "--profile", "acx")
    assert said.returncode == 0, said.stdout
    assert said.stdout.splitlines()[-1].endswith("by the profile acx: no faults")
    said = narrator("check", "--audio", "keys")
    assert said.stdout.splitlines()[-1].endswith("by the profile acx: no faults")
    usual = narrator("make", story.name, "--format", "mp3", "--profile", "standard", "-q")
    assert usual.returncode == 0
    said = narrator("check", "--audio", "keys", "--profile", "acx")
    assert said.returncode == 1
    assert "96 kbit/s, less than 192" in said.stdout
    document = json.loads(narrator("check", "--audio", "keys", "--json").stdout)
    (measured,) = document["files"]
    assert measured["faults"] == []
    assert abs(measured["found"]["lufs"] + 18) <= 0.5
    assert measured["found"]["floor"] is None


def test_files_of_any_origin(narrator: Any, tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "still.wav"), "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(bytes(44100))
    (tmp_path / "notes.txt").write_text("no sound")
    said = narrator("check", "--audio", "still.wav", "notes.txt")
    assert said.returncode == 1
    assert said.stdout.splitlines() == [
        "still.wav: nothing is heard",
        "notes.txt: holds no sound",
        "2 files by the profile standard: 2 files with faults",
    ]


def test_what_is_not_there_is_told(narrator: Any, tmp_path: Path) -> None:
    said = narrator("check", "--audio", "gone.mp3")
    assert (said.returncode, said.stderr) == (1, "narrator: gone.mp3: there is no such file\n")
    said = narrator("check", "--audio", ".")
    assert said.returncode == 1
    assert "there is no sound here; record the book first" in said.stderr
    assert narrator("check", "one", "two").returncode == 2
