"""From a story to an audiobook, as a person does it."""

import json
import os
import signal
import subprocess
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import av


def made(narrator: Any, story: Path, *options: str) -> dict[str, Any]:
    said = narrator("make", story.name, "--json", "--jobs", "2", *options)
    assert said.returncode == 0, said.stderr
    result = json.loads(said.stdout)
    assert isinstance(result, dict)
    return result


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def script_of(story: Path) -> Path:
    (path,) = (story.parent / "script" / "keys").glob("01-*.txt")
    return path


def test_a_story_becomes_an_audiobook(made_once: tuple[Path, dict[str, Any]]) -> None:
    folder, result = made_once
    assert result["spoken"] > 5
    assert [Path(file["path"]).suffix for file in result["files"]] == [".mp3", ".m4b"]
    for file in result["files"]:
        with av.open(str(folder / file["path"])) as sound:
            assert sound.duration is not None
            assert sound.duration / 1e6 == pytest.approx(file["seconds"], abs=0.1)
            assert sound.metadata["album"] == "The Two Keys"


def test_everyone_has_a_voice_of_their_own(narrator: Any, story: Path) -> None:
    narrator("parse", story.name)
    said = narrator("cast", "keys", "--json")
    roles = json.loads(said.stdout)
    assert {"Narrator", "Anna Bell", "Tom Reed"} <= set(roles)
    voices = [role["voice"] for role in roles.values()]
    assert len(voices) == len(set(voices)) == 4


def test_nothing_done_is_done_twice(
    narrator: Any, made_story: Path, made_once: tuple[Path, dict[str, Any]]
) -> None:
    again = made(narrator, made_story)
    assert (again["spoken"], again["lines"]) == (0, made_once[1]["lines"])
    assert not any(file["written"] for file in again["files"])


def test_one_edited_line_is_one_clip(narrator: Any, made_story: Path) -> None:
    replace_in(script_of(made_story), "It is cold out here.", "It is dark out here.")
    result = made(narrator, made_story)
    assert result["spoken"] == 1
    assert all(file["written"] for file in result["files"])


def test_a_renamed_speaker_is_heard_at_once(narrator: Any, made_story: Path) -> None:
    replace_in(script_of(made_story), "Tom Reed: “I have it,”", "Anna Bell: “I have it,”")
    assert made(narrator, made_story)["spoken"] == 1


def test_an_edited_script_is_never_overwritten_unasked(narrator: Any, made_story: Path) -> None:
    script = script_of(made_story)
    replace_in(script, "cold", "dark")
    assert narrator("parse", made_story.name).returncode == 0
    assert "dark" in script.read_text(encoding="utf-8")
    refused = narrator("parse", made_story.name, "--no-follow")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "--force" in refused.stderr
    assert "dark" in script.read_text(encoding="utf-8")
    assert narrator("parse", made_story.name, "--force").returncode == 0
    assert "cold" in script.read_text(encoding="utf-8")
    kept = script.with_name(script.name + ".bak")
    assert "dark" in kept.read_text(encoding="utf-8")


def test_a_changed_story_does_not_overwrite_an_edited_script(
    narrator: Any, made_story: Path
) -> None:
    replace_in(script_of(made_story), "cold", "dark")
    replace_in(made_story, "twice", "three times")
    refused = narrator("make", made_story.name)
    assert refused.returncode == 1
    assert "narrator record keys" in refused.stderr


def test_a_changed_story_is_parsed_anew(narrator: Any, made_story: Path) -> None:
    replace_in(made_story, "twice", "three times")
    assert made(narrator, made_story)["spoken"] == 1


def test_two_stories_of_one_name_do_not_mix(narrator: Any, story: Path) -> None:
    made(narrator, story, "--engine", "silent")
    other = story.parent / "other" / "keys.txt"
    other.parent.mkdir()
    other.write_text("Another story altogether.\n", encoding="utf-8")
    refused = narrator("make", "other/keys.txt", "--engine", "silent")
    assert refused.returncode == 1
    assert "--name" in refused.stderr
    assert narrator("make", other, "--name", "second", "--engine", "silent").returncode == 0


def test_another_engine_leaves_the_casting_file_alone(narrator: Any, made_story: Path) -> None:
    casting_file = made_story.parent / "voices" / "keys.toml"
    before = casting_file.read_bytes()
    made(narrator, made_story, "--engine", "silent")
    assert casting_file.read_bytes() == before
    assert (made_story.parent / "voices" / "keys.silent.toml").exists()


def test_the_output_can_be_deleted_at_any_time(
    narrator: Any, made_story: Path, made_once: tuple[Path, dict[str, Any]]
) -> None:
    for file in made_once[1]["files"]:
        (made_story.parent / file["path"]).unlink()
    again = made(narrator, made_story)
    assert again["spoken"] == 0
    assert all(file["written"] for file in again["files"])


def start(story: Path) -> "subprocess.Popen[str]":
    """A book of many short lines being made, in a process group of its own."""
    lines = (f"“Number {n}, Tom,” said Anna." for n in range(200))
    story.write_text("\n\n".join(lines), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "narrator", "make", story.name, "--jobs", "2"],
        cwd=story.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def clips(story: Path) -> dict[str, int]:
    """The clips there are, and when each was written."""
    found = (story.parent / "audio_out" / ".clips").glob("??/*.wav")
    return {path.name: path.stat().st_mtime_ns for path in found}


def size(path: Path) -> int:
    return path.stat().st_size


def wait_for_clips(story: Path, number: int, process: "subprocess.Popen[str]") -> None:
    while len(clips(story)) < number:
        assert process.poll() is None, "it ended before that"
        time.sleep(0.01)


def test_a_flipped_bit_is_noticed_and_that_clip_spoken_anew(
    narrator: Any, made_story: Path
) -> None:
    before = clips(made_story)
    # The largest are what voices are levelled by, which is not read again.
    path = min((made_story.parent / "audio_out" / ".clips").glob("??/*.wav"), key=size)
    whole = path.read_bytes()
    damaged = whole[:-20] + bytes([whole[-20] ^ 16]) + whole[-19:]
    path.write_bytes(damaged)
    assert made(narrator, made_story)["spoken"] == 1
    assert path.read_bytes() != damaged
    after = clips(made_story)
    assert after.keys() == before.keys()
    assert [each for each in before if after[each] != before[each]] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are killed differently there")
def test_killed_in_the_middle_it_goes_on_where_it_was(narrator: Any, story: Path) -> None:
    process = start(story)
    wait_for_clips(story, 40, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    before = clips(story)
    made(narrator, story)
    after = clips(story)
    assert before.items() < after.items()
    assert len(after) >= 201
    assert made(narrator, story)["spoken"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
def test_an_interruption_is_told_in_one_line(story: Path) -> None:
    process = start(story)
    wait_for_clips(story, 20, process)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("narrator: interrupted; what is done is kept")
    assert not list((story.parent / "audio_out").rglob("*.part"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_there_is_nothing_to_speak_no_engine_is_started(
    narrator: Any, story: Path, language: str
) -> None:
    options = ("--language", language, "--format", "mp3")
    made(narrator, story, *options)
    # Whoever starts a worker from now on fails.
    folder = story.parent / "hindrance"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(
        "import multiprocessing.context as context\n"
        "def start(self):\n    raise SystemExit('a process was started')\n"
        "context.SpawnProcess.start = start\n",
        encoding="utf-8",
    )

    def hindered(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "narrator", *arguments]
        surroundings = {**os.environ, "PYTHONPATH": str(folder)}
        return subprocess.run(
            command, cwd=story.parent, env=surroundings, capture_output=True, text=True
        )

    again = hindered("make", story.name, "--json", "--jobs", "2", *options)
    assert again.returncode == 0 and json.loads(again.stdout)["spoken"] == 0, again.stderr
    said = hindered("say", "Hello.", "-o", "hello.wav")
    assert said.returncode != 0 and "a process was started" in said.stderr
