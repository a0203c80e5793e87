"""Who is who: what `check` asks, what `cast` adds and removes."""

import json
from pathlib import Path
from typing import Any

STORY = """\
“Who has it?” said Anna Bell.

“I have,” said Mrs. Bell.

“She has,” said Tom Reed.

“I do,” said Harley Street. “Always.”

“Quick!” said Tom Reed, and Anna Bell ran.
"""
CAST = """\
engine = "silent"

[cast.Narrator]
voice = "narrator"

[cast."Anna Bell"]
voice = "narrator"
aliases = ["Anna", "her brother", "Ann"]

[cast."Mrs. Bell"]
voice = "narrator"

[cast."Tom Reed"]
voice = "narrator"

[cast."Harley Street"]
voice = "narrator"

[cast."Aldous Finch"]
voice = "narrator"
"""


def book(narrator: Any, folder: Path) -> Path:
    (folder / "who.txt").write_text(STORY, encoding="utf-8")
    assert narrator("parse", "who.txt").returncode == 0
    casting = folder / "voices" / "who.toml"
    casting.parent.mkdir(exist_ok=True)
    casting.write_text(CAST, encoding="utf-8")
    (script,) = (folder / "script" / "who").glob("*.txt")
    told = script.read_text(encoding="utf-8")
    for words, name in (("“I do,”", "Harley Street"), ("“I have,”", "Mrs. Bell")):
        row = next(row for row in told.splitlines() if words in row)
        told = told.replace(row, f"{name}: {words}")
    script.write_text(told, encoding="utf-8")
    return casting


def test_check_asks_who_is_who(narrator: Any, tmp_path: Path) -> None:
    book(narrator, tmp_path)
    said = narrator("check", "who")
    assert said.returncode == 0, said.stdout
    rows = [row.partition(": ")[2] for row in said.stdout.splitlines() if "who.toml" in row]
    assert "Anna Bell is also called 'her brother', which no word of the name says" in rows
    assert not any("'Ann'" in row or "'Anna'" in row for row in rows)
    assert "Anna Bell and Mrs. Bell may be one person" not in rows
    assert any(row.startswith("Harley Street sounds like a place, and speaks") for row in rows)
    assert any(row.startswith("of one line each: ") and "Mrs. Bell" in row for row in rows)
    assert (
        "Aldous Finch speaks no line any more; `narrator cast who --tidy` removes the entry" in rows
    )
    found = json.loads(narrator("check", "who", "--json").stdout)["people"]
    assert len(found) == len(rows) and all(each["line_number"] for each in found)


def test_entries_that_nobody_uses_are_removed_when_asked(narrator: Any, tmp_path: Path) -> None:
    casting = book(narrator, tmp_path)
    assert narrator("cast", "who").returncode == 0
    assert "Aldous Finch" in casting.read_text(encoding="utf-8")
    said = narrator("cast", "who", "--tidy")
    assert "removed: Aldous Finch" in said.stderr
    left = casting.read_text(encoding="utf-8")
    assert "Aldous Finch" not in left and "Harley Street" in left
    assert "nothing to remove" in narrator("cast", "who", "--tidy").stderr


def test_a_story_can_be_cast_before_it_is_parsed(narrator: Any, story: Path) -> None:
    said = narrator("cast", story.name, "--audition", "--engine", "silent", "--json")
    assert said.returncode == 0, said.stderr
    assert "Tom Reed" in json.loads(said.stdout)
    assert (story.parent / "script" / "keys").is_dir()
    page = next(row for row in said.stderr.splitlines() if row.startswith("to be heard: "))
    assert (story.parent / page.partition(": ")[2]).is_file()
