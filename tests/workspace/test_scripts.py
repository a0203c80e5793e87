"""Scripts on disk: nothing a person wrote is lost, and a cut-short save is no edit."""

from dataclasses import replace
from pathlib import Path

import pytest

from narrator.errors import BadScript
from narrator.model import BookInfo, Character, Gender, Line, Script, ScriptChapter
from narrator.workspace import (
    edited_files,
    is_edited,
    load_script,
    read_record,
    save_script,
    script_files,
    scripts,
    set_edits_aside,
)

SCRIPT = Script(
    BookInfo("Title", "Author", "en-GB"),
    tuple(
        ScriptChapter(f"Chapter {number}", (Line("Narrator", f"It was day {number}."),))
        for number in range(1, 12)
    ),
    (Character("Ann", ("Annie",), Gender.FEMALE, lines=3),),
)


def save(folder: Path, script: Script = SCRIPT) -> list[Path]:
    return save_script(folder, script, source="story.txt", fingerprint="f")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path)
    assert load_script(tmp_path) == SCRIPT
    assert not is_edited(tmp_path)


def test_chapters_keep_their_order_beyond_ninety_nine(tmp_path: Path) -> None:
    many = replace(SCRIPT, chapters=SCRIPT.chapters * 10)
    save(tmp_path, many)
    assert load_script(tmp_path) == many


def test_every_kind_of_edit_is_seen(tmp_path: Path) -> None:
    paths = save(tmp_path)
    text = paths[0].read_text(encoding="utf-8")
    paths[0].write_text(text + "Ann: “Hello.”\n", encoding="utf-8")
    assert edited_files(tmp_path) == [paths[0]]
    paths[0].write_text(text, encoding="utf-8")
    assert not is_edited(tmp_path)
    paths[1].unlink()
    assert is_edited(tmp_path)
    assert edited_files(tmp_path) == []


def test_a_script_without_a_record_is_a_persons_own(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "book.json").unlink()
    assert is_edited(tmp_path)
    assert load_script(tmp_path).chapters == SCRIPT.chapters


def test_a_save_cut_short_is_not_an_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path)
    newer = replace(SCRIPT, chapters=SCRIPT.chapters[:4])
    written = []

    def stop_after_two(path: Path, text: str) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(scripts, "write_whole", stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path, newer)
    monkeypatch.undo()
    assert not is_edited(tmp_path)
    record = read_record(tmp_path)
    assert record is not None
    assert record.fingerprint == ""


def test_a_shorter_book_leaves_no_old_chapters(tmp_path: Path) -> None:
    save(tmp_path)
    save(tmp_path, replace(SCRIPT, chapters=SCRIPT.chapters[:2]))
    assert len(script_files(tmp_path)) == 2


def test_edits_are_kept_beside(tmp_path: Path) -> None:
    paths = save(tmp_path)
    paths[2].write_text("[chapter] Mine\n", encoding="utf-8")
    set_edits_aside(tmp_path)
    save(tmp_path)
    assert load_script(tmp_path) == SCRIPT
    assert (tmp_path / (paths[2].name + ".bak")).read_text(encoding="utf-8") == "[chapter] Mine\n"


def test_mistakes_in_several_files_are_told_together(tmp_path: Path) -> None:
    paths = save(tmp_path)
    for path in paths[:2]:
        path.write_text("[chapter] One\n\nnobody says this\n", encoding="utf-8")
    with pytest.raises(BadScript) as caught:
        load_script(tmp_path)
    told = str(caught.value).splitlines()
    assert [f"{paths[0].name} line 3" in told[0], f"{paths[1].name} line 3" in told[1]] == [
        True
    ] * 2


def test_a_script_that_is_not_text(tmp_path: Path) -> None:
    paths = save(tmp_path)
    paths[0].write_bytes(b"\xff\xfe\x00")
    paths[1].write_text("[chapter] One\n\nnobody says this\n", encoding="utf-8")
    with pytest.raises(BadScript) as caught:
        load_script(tmp_path)
    first, second = str(caught.value).splitlines()
    assert first.startswith(f"{paths[0]} line 1: ") and "UTF-8" in first
    assert f"{paths[1].name} line 3" in second


def test_a_broken_record_says_what_to_do(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "book.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadScript, match="--force"):
        read_record(tmp_path)
