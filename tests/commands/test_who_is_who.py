"""A person says in the casting file who is who, and the next `narrator make` follows."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from narrator.casting import read_cast

Run = Callable[..., "subprocess.CompletedProcess[str]"]

STORY = """\
The Lamp

Anna Bell put the lamp on the table. “Who has the key?” asked Anna.

“I have it,” said Tom Reed.

“Then give it to me,” said Birdie.

“Wait a moment,” said Mr. Reed.

“No,” said Tom. “We waited all day.”

“So we did,” said Birdie.

“Good night,” said Mr. Reed.
"""


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def make(narrator: Run, *options: str) -> "subprocess.CompletedProcess[str]":
    done = narrator("make", "lamp.txt", *options)
    assert done.returncode == 0, done.stderr
    return done


def speaker_of(folder: Path, words: str) -> str:
    rows = script_file(folder).read_text("utf-8").splitlines()
    row = next(row for row in rows if words in row)
    return re.split(r"[:(\[]", row)[0].strip()


def edit(folder: Path, old: str, new: str) -> None:
    """Replace what the pattern `old` finds once in the casting file."""
    path = casting_file(folder)
    text, count = re.subn(old, new, path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    assert count == 1, path.read_text("utf-8")
    path.write_text(text, encoding="utf-8")


def casting_file(folder: Path) -> Path:
    return folder / "voices" / "lamp.toml"


def script_file(folder: Path) -> Path:
    (path,) = folder.glob("script/lamp/*.txt")
    return path


def record(folder: Path) -> dict[str, Any]:
    found = json.loads((folder / "script/lamp/book.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def add_role(folder: Path, rows: str) -> None:
    path = casting_file(folder)
    path.write_text(path.read_text("utf-8") + "\n" + rows, encoding="utf-8")


def without_role(folder: Path, name: str) -> None:
    edit(folder, rf"^\[cast\.{re.escape(name)}\]\n.*?(?=^\[|\Z)", "")


def test_merging_and_splitting(narrator: Run, lamp: Path, tmp_path: Path) -> None:
    make(narrator)
    assert speaker_of(tmp_path, "give it to me") == "Birdie"
    assert speaker_of(tmp_path, "Wait a moment") == "Tom Reed"

    without_role(tmp_path, "Birdie")
    edit(tmp_path, r'^aliases = \["Anna"\]', 'aliases = ["Anna", "Birdie"]')
    edit(tmp_path, r'"Mr. Reed", ', "")
    add_role(tmp_path, '[cast."Mr. Reed"]\nage = "old"\n')
    make(narrator)

    assert speaker_of(tmp_path, "give it to me") == "Anna Bell"
    assert speaker_of(tmp_path, "So we did") == "Anna Bell"
    assert speaker_of(tmp_path, "Wait a moment") == "Mr. Reed"
    assert speaker_of(tmp_path, "Good night") == "Mr. Reed"
    assert speaker_of(tmp_path, "We waited") == "Tom Reed"
    assert "[cast.Birdie]" not in casting_file(tmp_path).read_text("utf-8")
    people = {one["name"]: one for one in record(tmp_path)["characters"]}
    assert people["Mr. Reed"]["age"] == "old"


def test_a_name_taken_off_the_aliases_is_somebody_else(
    narrator: Run, lamp: Path, tmp_path: Path
) -> None:
    make(narrator)
    edit(tmp_path, r'"Mr. Reed", ', "")
    for _ in range(2):  # it stays so
        make(narrator)
        assert speaker_of(tmp_path, "Wait a moment") == "Mr. Reed"
        assert speaker_of(tmp_path, "We waited") == "Tom Reed"
    roles = read_cast(casting_file(tmp_path).read_text("utf-8")).roles
    assert {role.character.name: role.character.gender for role in roles}["Mr. Reed"] == "male"


def test_an_entry_without_a_voice_gets_one_that_fits(
    narrator: Run, lamp: Path, tmp_path: Path
) -> None:
    make(narrator)
    edit(tmp_path, r'"Mr. Reed", ', "")
    add_role(tmp_path, '[cast."Mr. Reed"]\n')
    make(narrator)
    written = casting_file(tmp_path).read_text("utf-8")
    entry = r'^\[cast\."Mr\. Reed"\]\nvoice = "[^"]+"  # 2 lines; male'
    assert re.search(entry, written, re.MULTILINE), written


def test_only_who_is_who_asks_for_another_parse(narrator: Run, lamp: Path, tmp_path: Path) -> None:
    make(narrator)
    first = record(tmp_path)
    stamp = script_file(tmp_path).stat().st_mtime_ns
    make(narrator)
    edit(tmp_path, r'(?<=^\[cast."Tom Reed"\]\n)', "rate = 1.1\n")
    make(narrator)
    assert script_file(tmp_path).stat().st_mtime_ns == stamp
    assert record(tmp_path) == first

    edit(tmp_path, r'(\[cast.Birdie\]\n[^\n]*\n)gender = "female"', r'\1gender = "male"')
    make(narrator)
    assert script_file(tmp_path).stat().st_mtime_ns > stamp
    people = {one["name"]: one["gender"] for one in record(tmp_path)["characters"]}
    assert people["Birdie"] == "male"


def test_an_edited_script_follows_but_for_what_was_settled(
    narrator: Run, lamp: Path, tmp_path: Path
) -> None:
    make(narrator)
    script = script_file(tmp_path)
    edited = script.read_text("utf-8").replace("Birdie: “So", "Tom Reed: “So")
    script.write_text(edited, encoding="utf-8")
    without_role(tmp_path, "Birdie")
    edit(tmp_path, r'^aliases = \["Anna"\]', 'aliases = ["Anna", "Birdie"]')
    done = make(narrator, "--no-follow")
    assert script.read_text("utf-8") == edited
    assert "does not follow" in done.stderr
    make(narrator, "--follow")
    assert speaker_of(tmp_path, "So we did") == "Tom Reed"
    assert speaker_of(tmp_path, "give it to me") == "Anna Bell"
