"""Books of a series, as their casting files come out on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from narrator.casting import read_cast
from narrator.errors import BadScript, NarratorError
from narrator.model import (
    NARRATOR,
    BookInfo,
    Character,
    Gender,
    Line,
    LineKind,
    Script,
    ScriptChapter,
)
from narrator.production import Wishes, cast_script
from narrator.workspace import Workspace

MARA = Character("Mara Quill", ("Mara",), Gender.FEMALE, lines=2)
ZED = Character("Zed", (), Gender.MALE, lines=1)
SILENT = Wishes("silent", "Quills")


def book(*people: Character, about: str = "It rained.") -> Script:
    rows = [Line(NARRATOR, about)]
    rows += [Line(person.name, "“Yes.”", LineKind.DIALOGUE) for person in people]
    return Script(BookInfo("Rain"), (ScriptChapter("One", tuple(rows)),), people)


def test_people_keep_their_voices_and_what_is_written_is_kept(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    one = cast_script(workspace, "one", book(MARA), SILENT).cast
    path = workspace.casting_file("quills")
    changed = path.read_text("utf-8").replace(one.role("Mara").voice, "old-female-3")  # type: ignore[union-attr]
    path.write_text(changed, "utf-8")
    mara = replace(MARA, name="Mara", aliases=())
    two = cast_script(workspace, "two", book(mara, ZED), SILENT).cast
    assert {role.character.name: role.voice for role in two.roles}["Mara"] == "old-female-3"
    assert "as in quills" in workspace.casting_file("two").read_text("utf-8")
    assert path.read_text("utf-8").startswith(changed.rstrip("\n"))
    assert read_cast(path.read_text("utf-8")).role("Zed")
    # The book remembers its series, and keeps its own voices.
    again = cast_script(workspace, "one", book(MARA), Wishes("silent"))
    assert again.added == () and again.cast == replace(one, roles=again.cast.roles)
    assert [r.voice for r in again.cast.roles] == [r.voice for r in one.roles]


def test_a_book_is_in_one_series_and_no_series_has_the_name_of_a_book(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with pytest.raises(NarratorError, match="name of a book"):
        cast_script(workspace, "quills", book(MARA), SILENT)
    cast_script(workspace, "one", book(MARA), SILENT)
    with pytest.raises(BadScript, match="belongs to the series quills"):
        cast_script(workspace, "one", book(MARA), Wishes("silent", "others"))


def test_the_wished_narrator_reads_unless_the_file_says_another(tmp_path: Path) -> None:
    workspace, wish = Workspace(tmp_path), Wishes("silent", narrator="old-male-1")
    assert cast_script(workspace, "one", book(MARA), wish).cast.roles[0].voice == "old-male-1"
    other = cast_script(workspace, "one", book(MARA), replace(wish, narrator="old-male-2"))
    assert other.cast.roles[0].voice == "old-male-1"
    assert "change it there to have old-male-2" in other.remarks[0]


def test_accents_are_given_only_if_asked_for_and_by_the_engine_s_own_means(tmp_path: Path) -> None:
    script = book(MARA, ZED, about="Mara Quill, a Scotswoman, smiled. The robot Zed said nothing.")
    plain = cast_script(Workspace(tmp_path / "a"), "one", script).cast
    asked = cast_script(Workspace(tmp_path / "b"), "one", script, Wishes(accents=True)).cast
    voices = [{r.character.name: r.voice for r in cast.roles} for cast in (plain, asked)]
    assert not voices[0]["Mara Quill"].startswith("en-gb-scotland/")
    mara = voices[1]["Mara Quill"]
    assert mara.startswith("en-gb-scotland/") or mara == "woman-scots"
    assert [each["Zed"] for each in voices] == ["robot", "robot"]
