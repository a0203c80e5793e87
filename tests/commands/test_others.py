"""The smaller commands, as a person uses them."""

import json
import sys
import wave
from pathlib import Path
from typing import Any

import pytest


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_plan_tells_everything_and_writes_nothing(narrator: Any, story: Path) -> None:
    before = files(story.parent)
    said = narrator("plan", story.name)
    assert said.returncode == 0
    for expected in ("The Two Keys", "Anna Bell", "Tom Reed", "of sound", "MB"):
        assert expected in said.stdout
    assert files(story.parent) == before


def test_plan_lists_what_is_not_read(narrator: Any, tmp_path: Path) -> None:
    story = tmp_path / "rain.md"
    story.write_text("# Out\n\nIt rained.[^1] “Yes,” said Tom.\n\n[^1]: In Norway, as it does.\n")
    said = narrator("plan", str(story)).stdout
    assert "Not read: 7 words" in said
    assert "note (6 words): [^1]: In Norway" in said
    full = narrator("plan", str(story), "--skipped").stdout
    assert "      [^1]: In Norway, as it does.\n" in full
    assert "note (6" not in narrator("plan", str(story), "--read-notes").stdout


def test_plan_as_json(narrator: Any, story: Path) -> None:
    plan = json.loads(narrator("plan", story.name, "--json").stdout)
    assert plan["characters"]["Anna Bell"] == 3
    assert plan["sound_seconds"] > 10


def test_parse_as_json_writes_nothing_and_loses_nothing(narrator: Any, story: Path) -> None:
    before = files(story.parent)
    said = narrator("parse", story.name, "--json")
    document = json.loads(said.stdout)
    assert files(story.parent) == before
    text = story.read_text(encoding="utf-8")
    held = bytearray(len(text))
    lines = [line for chapter in document["chapters"] for line in chapter["lines"]]
    for place in (*lines, *document["skipped"]):
        for at in range(place["start"], place["end"]):
            held[at] += 1
    assert all(times == 1 for sign, times in zip(text, held, strict=True) if not sign.isspace())
    for line in lines:
        assert " ".join(text[line["start"] : line["end"]].split()) == line["text"]
    assert {"reason": "scene break"}.items() <= document["skipped"][0].items()


def test_the_documented_fields_are_the_ones_there_are(
    narrator: Any, story: Path, root: Path
) -> None:
    document = json.loads(narrator("parse", story.name, "--json").stdout)
    page = (root / "docs" / "json.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json")[1].split("```")[0])
    assert document.keys() == example.keys()
    assert document["characters"][0].keys() == example["characters"][0].keys()
    assert document["chapters"][0].keys() == example["chapters"][0].keys()
    line = example["chapters"][0]["lines"][0]
    assert document["chapters"][0]["lines"][0].keys() == line.keys()
    assert document["skipped"][0].keys() == example["skipped"][0].keys()


def test_the_stages_one_by_one_come_to_the_same_as_make(narrator: Any, story: Path) -> None:
    assert narrator("parse", story.name).stdout.strip() == "script/keys"
    assert narrator("cast", "keys").returncode == 0
    recorded = json.loads(narrator("record", "keys", "--json").stdout)
    made = json.loads(narrator("make", story.name, "--json").stdout)
    assert made["spoken"] == 0
    assert [file["path"] for file in made["files"]] == [file["path"] for file in recorded["files"]]
    assert not any(file["written"] for file in made["files"])


def test_say_speaks_with_the_voice_that_was_asked_for(narrator: Any, tmp_path: Path) -> None:
    lengths = set()
    for voice in ("old-man", "girl", "en-us+f3"):
        said = narrator("say", "Good evening, all of you.", "--voice", voice, "-o", f"{voice}.wav")
        assert said.returncode == 0
        with wave.open(str(tmp_path / f"{voice}.wav")) as sound:
            assert sound.getnframes() > sound.getframerate()
            lengths.add(sound.getnframes())
    assert len(lengths) == 3


def test_voices_can_be_listed_for_people_and_programs(narrator: Any) -> None:
    listed = narrator("voices").stdout.splitlines()
    voices = json.loads(narrator("voices", "--json").stdout)
    assert len(listed) == len(voices) + 1
    assert {"female", "male"} <= {voice["gender"] for voice in voices}


def test_doctor_finds_this_machine_well(narrator: Any) -> None:
    said = narrator("doctor")
    assert said.returncode == 0
    assert "MISSING" not in said.stdout
    parts = {part["name"] for part in json.loads(narrator("doctor", "--json").stdout)}
    assert {"Python", "ffmpeg", "engine espeak", "engine pyttsx3", "workspace"} <= parts


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_doctor_tells_of_an_old_ffmpeg(
    narrator: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "ffmpeg"
    old.write_text("#!/bin/sh\necho ffmpeg version 3.4.8-0ubuntu0.2 Copyright\n")
    old.chmod(0o755)
    monkeypatch.setenv("NARRATOR_FFMPEG", str(old))
    said = narrator("doctor")
    assert said.returncode == 4
    assert f"3.4.8-0ubuntu0.2 ({old}) is older than 4\n" in said.stdout
    assert "pip install imageio-ffmpeg, or name another in NARRATOR_FFMPEG" in said.stdout


def test_quiet_says_nothing(narrator: Any, story: Path) -> None:
    said = narrator("make", story.name, "--quiet", "--engine", "silent", "--format", "wav")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_a_workspace_elsewhere(narrator: Any, story: Path) -> None:
    (story.parent / "some where").mkdir()
    said = narrator("make", story.name, "-C", "some where", "--engine", "silent", "--format", "mp3")
    assert said.returncode == 0
    paths = [row.split("  (")[0] for row in said.stdout.splitlines()]
    assert [Path(path).suffix for path in paths] == [".html", ".mp3"]
    assert all((story.parent / path).is_file() for path in paths)
    assert not (story.parent / "script").exists()
