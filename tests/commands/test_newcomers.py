"""What somebody does who has not read anything: a clear line, and what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from narrator.commands import voices
from narrator.production import usable_voices
from narrator.workspace import Workspace

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kyes.txt", "did you mean 'keys.txt'?"), ("other.epub", "check the name and the folder")],
)
def test_a_file_that_is_not_there(narrator: Any, story: Path, typed: str, meant: str) -> None:
    said = narrator("make", typed)
    assert story.exists() and said.returncode == 3
    assert said.stderr == f"narrator: {typed}: there is no such file; {meant}\n"


@pytest.mark.parametrize("command", [("make", "keys.txt"), ("check", "keys"), ("doctor",)])
def test_a_mistyped_workspace_makes_no_folder(
    narrator: Any, story: Path, command: tuple[str, ...]
) -> None:
    said = narrator(*command, "-C", "typo")
    assert said.returncode == 2
    assert said.stderr == (
        "narrator: -C typo: there is no such folder to work in; "
        "check its name, or make it first: mkdir typo\n"
    )
    assert not (story.parent / "typo").exists()


@pytest.mark.parametrize("twice", [("keys.txt", "keys.txt"), ("keys.txt", "./keys.txt")])
def test_a_file_named_twice(narrator: Any, story: Path, twice: tuple[str, str]) -> None:
    said = narrator("make", *twice)
    assert said.returncode == 2 and "is named twice; name each file once" in said.stderr
    assert not (story.parent / "script").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "'' is no name"), ("...", "'...' is no name"), ("a/b", "'a/b' is a path, no name")],
)
def test_a_name_that_no_book_can_have(narrator: Any, story: Path, name: str, told: str) -> None:
    said = narrator("make", story.name, "--name", name)
    assert said.returncode == 2 and told in said.stderr
    assert not (story.parent / "script").exists()


def test_a_folder_in_two_languages_is_told_of(narrator: Any, tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    english = "“It is cold in here,” she said, and shut the door behind the two of them.\n"
    german = "»Es ist kalt hier«, sagte sie und schloss die Tür hinter den beiden zu.\n"
    (folder / "one.txt").write_text(english, encoding="utf-8")
    (folder / "two.txt").write_text(german, encoding="utf-8")
    said = narrator("plan", "shelf")
    assert said.returncode == 0
    assert (
        "one book is made of files in several languages: de (two.txt), en (one.txt); "
        "if these are several books, `narrator batch` makes each of them"
    ) in said.stderr
    (folder / "two.txt").write_text(english, encoding="utf-8")
    assert "several languages" not in narrator("plan", "shelf").stderr


def test_a_folder_that_holds_far_too_much(narrator: Any, tmp_path: Path) -> None:
    folder = tmp_path / "heap"
    folder.mkdir()
    for number in range(5):
        with (folder / f"{number}.txt").open("wb") as file:
            file.truncate(60 << 20)  # takes no room
    said = narrator("plan", "heap")
    assert said.returncode == 3
    assert "the 5 files in this folder are more than 256 MB together" in said.stderr


@pytest.mark.parametrize("name", ["b.epub", "b.docx", "b.odt"])
def test_a_broken_book_is_called_by_its_name(narrator: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x01\x02\x03 damaged \xff\xfe" * 9)
    said = narrator("make", name)
    kind = name[2:].upper()
    assert said.returncode == 3
    assert said.stderr == (
        f"narrator: {name}: this is named as {kind}, and is none: it is damaged, or something "
        "else; fetch or save it again\n"
    )


def test_voices_in_a_narrow_terminal() -> None:
    known = usable_voices(Workspace(Path()), "en")
    rows = voices._table(known, [""] * len(known), 36)
    assert max(map(len, rows)) < 36
    assert rows[0] == f"{known[0].voice.id} ({known[0].voice.engine})"
    wide = voices._table(known, [""] * len(known), 0)
    assert len(wide) == len(known) + 1 and wide[0].startswith("ENGINE")


def test_no_such_book_ends_as_a_story_that_cannot_be_read(narrator: Any, story: Path) -> None:
    assert story.exists() and narrator("check", "nosuch").returncode == 3


def test_who_reads_the_messages_may_leave(root: Path, story: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "narrator", "make", story.name, *SILENT],
        cwd=story.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.wait() == 0
    assert (story.parent / "audio_out" / "keys" / "index.html").exists()


def test_the_name_of_a_serial_above_its_chapter(narrator: Any, tmp_path: Path) -> None:
    text = "Lanternfall\nChapter 17: The Docks\n\nIt was cold. “Yes,” said Anna.\n"
    (tmp_path / "17.txt").write_text(text, encoding="utf-8")
    said = narrator("plan", "17.txt", "--json")
    assert '"Chapter 17: The Docks"' in said.stdout and '"title": "Lanternfall"' in said.stdout


def test_the_estimate_of_a_short_story(narrator: Any, story: Path) -> None:
    planned = json.loads(narrator("plan", story.name, "--json").stdout)["sound_seconds"]
    made = narrator("make", story.name, "--engine", "espeak", "--format", "mp3", "--json")
    heard = sum(file["seconds"] for file in json.loads(made.stdout)["files"])
    assert 0.75 * heard < planned < 1.25 * heard
