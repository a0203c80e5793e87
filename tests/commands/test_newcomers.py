"""What somebody does who has not read anything: a clear line, and what to do."""

from pathlib import Path
from typing import Any

import pytest

SILENT = ("--engine", "silent", "--format", "mp3", "--jobs", "2")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mak", "There is no command 'mak'. Did you mean: narrator make"),
        ("Voice", "Did you mean: narrator voices"),
        ("keys.txt", "There is no command 'keys.txt'. Did you mean: narrator make keys.txt"),
        ("xyzzy", "There is no command 'xyzzy'. `narrator --help` lists the commands."),
    ],
)
def test_a_command_that_is_none(narrator: Any, story: Path, typed: str, told: str) -> None:
    said = narrator(typed, "x")
    assert story.exists() and said.returncode == 2
    assert told in said.stderr


@pytest.mark.parametrize("command", ["make", "plan", "parse"])
def test_an_empty_name_is_not_the_folder_one_is_in(
    narrator: Any, story: Path, command: str
) -> None:
    said = narrator(command, "")
    assert said.returncode == 2 and "an empty name" in said.stderr
    assert not (story.parent / "script").exists()


@pytest.mark.parametrize("text", ["“”\n\n“ ”\n", "!!!\n\n???\n\n***\n"])
def test_a_book_that_would_be_nothing_but_pauses_is_refused(
    narrator: Any, tmp_path: Path, text: str
) -> None:
    (tmp_path / "marks.txt").write_text(text, encoding="utf-8")
    said = narrator("make", "marks.txt", *SILENT)
    assert said.returncode == 3
    assert said.stderr.splitlines() == [
        "Language: English (en), for want of words that tell",
        "narrator: marks: there is nothing in it that can be spoken; "
        "give a story with words; `narrator plan` shows what is read",
    ]


@pytest.mark.parametrize("name", ["x.txt", 'it\'s "quoted" – Ünï.txt', "noext", ".txt"])
def test_any_name_and_hardly_a_story(narrator: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Word.", encoding="utf-8")
    said = narrator("make", name, *SILENT)
    assert said.returncode == 0, said.stderr
    assert "Recorded 1 line: 1 clip spoken now." in said.stderr
    assert "Published 1 file: 1 made now." in said.stderr


def test_a_new_name_that_is_nearly_another(narrator: Any, story: Path) -> None:
    assert narrator("make", story.name, *SILENT).returncode == 0
    (script,) = (story.parent / "script" / "keys").glob("*.txt")
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("Tom Reed: ", "Tomm Reed: ", 1), encoding="utf-8")
    said = narrator("record", "keys", *SILENT)
    assert said.returncode == 3
    assert "Tomm Reed: did you mean Tom Reed?" in said.stderr
    said = narrator("cast", "keys")
    assert said.returncode == 0
    assert (
        "narrator: warning: Tomm Reed is new and has a voice of their own now; "
        "if Tom Reed is meant, correct the script\n"
    ) in said.stderr


def test_nobody_is_asked_where_nothing_is_doubtful(narrator: Any, story: Path) -> None:
    said = "“It is cold,” said Anna Bell.\n\n“I have the key,” said Tom Reed.\n"
    story.write_text(f"Anna Bell and Tom Reed sat down.\n\n{said}", encoding="utf-8")
    done = narrator("parse", story.name, "--ask", "http://localhost:9")
    assert "Nobody had to be asked: no line is doubtful." in done.stderr
    assert "0 as guessed" not in done.stderr


def test_a_language_that_the_engine_does_not_speak_is_told_once(narrator: Any, story: Path) -> None:
    said = narrator("parse", story.name, "--language", "tlh")
    assert said.returncode == 0
    told = (
        "warning: the engine espeak has no voice for the language 'tlh', so the text is read "
        "as en; see --language"
    )
    quick = ("record", "keys", "--format", "mp3", "--jobs", "2")
    assert told in narrator(*quick).stderr
    assert told not in narrator(*quick).stderr
    assert "no voice for" not in narrator(*quick, "--language", "de").stderr
    (story.parent / "voices" / "keys.toml").unlink()
    assert "no voice for" not in narrator(*quick, "--language", "de-AT").stderr
