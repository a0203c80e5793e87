"""A correction teaches; and what hands change in the files meanwhile is seen."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from narrator.production import Following, Source, silently, study_source, write_script
from narrator.review import CannotBeDone, learning
from narrator.review.actions import Assign, Deliver, Join
from narrator.workspace import Workspace, read_parsed

from .conftest import Reader, files_of


def wait(reader: Reader, until: Callable[[], bool]) -> None:
    """Wait for what is found out beside the session."""
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end, reader.session.overview().learning
        time.sleep(0.01)


def studied(reader: Reader) -> Reader:
    reader.session.start()
    wait(reader, lambda: reader.session.overview().learning == "ready")
    return reader


def test_what_follows_is_told_and_taken_back_with_its_cause(root: Path, reader: Reader) -> None:
    studied(reader)
    before = files_of(root)
    line = reader.row("You are always cold.")
    other = next(name for name in ("Anna Bell", "Tom Reed") if name != line.speaker)
    done = reader.session.act(Assign((line.id,), other))
    wait(reader, lambda: bool(reader.changes("follows")))
    follows = reader.changes("follows")[0]
    assert follows.entry == done.changes.entry
    assert line.id not in [row.id for row in follows.rows]
    assert reader.row("And you are always slow.").speaker != other
    assert reader.row("You are always cold.").speaker == other
    reader.session.undo()
    assert files_of(root) == before


def test_what_a_hand_changes_while_lines_follow_is_told(
    root: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    studied(reader)
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    followed = Following.followed

    def meanwhile(*what: Any) -> Any:
        path.write_text(path.read_text().replace("So I see.", "So I hear."))
        return followed(*what)

    monkeypatch.setattr(Following, "followed", meanwhile)
    reader.do(Assign((reader.row("You are always cold.").id,), "Mrs. Kepler"))
    wait(reader, lambda: bool(reader.changes("edit")))
    assert [row.text for row in reader.changes("edit")[0].rows] == ["“So I hear.”"]


def test_who_leaves_does_not_wait_for_the_study(
    root: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, studied_at_last = threading.Event(), threading.Event()

    def slowly(*what: Any) -> Following:
        assert left.wait(60)
        following = study_source(*what)
        studied_at_last.set()
        return following

    monkeypatch.setattr(learning, "study_source", slowly)
    before = files_of(root)
    reader.session.start()
    reader.session.close()
    left.set()
    assert studied_at_last.wait(60)
    for thread in threading.enumerate():
        if thread.name == "learning":
            thread.join()
    assert files_of(root) == before
    assert reader.seen == []


def test_make_has_nothing_left_to_follow_afterwards(root: Path, reader: Reader) -> None:
    studied(reader)
    line = reader.row("You are always cold.")
    reader.do(Assign((line.id,), "Tom Reed" if line.speaker != "Tom Reed" else "Anna Bell"))
    wait(reader, lambda: bool(reader.changes("follows")))
    reader.session.close()
    before = files_of(root)
    told: list[object] = []
    write_script(Workspace(root), Source(root / "keys.txt"), listen=told.append)
    assert not [each for each in told if "follow" in str(each)]
    assert files_of(root) == before


def test_make_finds_the_same_as_a_page(root: Path, reader: Reader, tmp_path: Path) -> None:
    """What follows is decided by the files, whoever asks."""
    studied(reader)
    line = reader.row("You are always cold.")
    reader.do(Assign((line.id,), "Tom Reed" if line.speaker != "Tom Reed" else "Anna Bell"))
    wait(reader, lambda: bool(reader.changes("follows")))
    paged = {name: data for name, data in files_of(root).items() if name.endswith(".txt")}
    reader.session.undo()
    reader.session.close()
    for path in root.glob("script/keys/*.txt"):
        text = path.read_text()
        row = next((row for row in text.split("\n") if "You are always cold." in row), None)
        if row:
            new = next(
                row
                for row in paged[path.relative_to(root).as_posix()].decode().split("\n")
                if "You are always cold." in row
            )
            path.write_text(text.replace(row, new))
    write_script(Workspace(root), Source(root / "keys.txt"), listen=silently)
    assert {name: files_of(root)[name] for name in paged} == paged


def test_who_is_who_is_followed_too(root: Path, reader: Reader) -> None:
    studied(reader)
    reader.do(Join("the old man", "Mrs. Kepler"))
    wait(reader, lambda: reader.session.overview().learning == "ready")
    assert "the old man" not in [name.lower() for name in reader.session.overview().people]


def test_a_change_by_hand_is_seen_and_stays(root: Path, reader: Reader) -> None:
    line, other = reader.row("So I see."), reader.row("Not there.")
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    text = path.read_text()
    path.write_text(text.replace("So I see.", "So I see, Tom.") + "\n# mine\n")
    reader.session.refresh()
    edits = reader.changes("edit")
    assert [row.text for each in edits for row in each.rows] == ["“So I see, Tom.”"]
    assert reader.row("So I see, Tom.").id == line.id
    reader.do(Deliver((line.id, other.id), "shouted"))
    assert path.read_text().endswith("\n# mine\n")
    reader.session.undo()
    assert path.read_text() == text.replace("So I see.", "So I see, Tom.") + "\n# mine\n"


def test_a_change_by_hand_right_before_an_action_is_not_lost(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    path.write_text(path.read_text().replace("We were held up.", "We were held up, sir."))
    reader.do(Deliver((line.id,), "shouted"))
    assert "We were held up, sir." in path.read_text() and "shouted" in path.read_text()


def test_a_file_with_a_mistake_is_told_and_left_alone(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    path.write_text(path.read_text() + "no speaker here\n")
    reader.session.refresh()
    number = next(
        each.number
        for each in reader.session.overview().chapters
        if reader.session.sheet(each.number).problem
    )
    sheet = reader.session.sheet(number)
    assert "no speaker" in sheet.problem and line.id in [row.id for row in sheet.rows]
    with pytest.raises(CannotBeDone, match="no speaker"):
        reader.do(Deliver((line.id,), "shouted"))


def test_an_undo_over_a_hands_change_says_so(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    reader.do(Deliver((line.id,), "shouted"))
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    path.write_text(path.read_text().replace("shouted", "barked"))
    done = reader.session.undo()
    assert done.remarks == ("one place was changed by hand since, and stays as it is",)
    assert "barked" in path.read_text()


def test_a_book_whose_story_is_gone_is_reviewed_all_the_same(root: Path, reader: Reader) -> None:
    (root / "keys.txt").unlink()
    reader.session.start()
    wait(reader, lambda: "no longer there" in reader.session.overview().learning)
    reader.do(Assign((reader.row("So I see.").id,), "Anna Bell"))


def test_what_narrator_wrote_is_still_known_as_its_own(root: Path, reader: Reader) -> None:
    """Lines that follow are no person's: the record says what we wrote."""
    studied(reader)
    line = reader.row("You are always cold.")
    reader.do(Assign((line.id,), "Tom Reed" if line.speaker != "Tom Reed" else "Anna Bell"))
    wait(reader, lambda: bool(reader.changes("follows")))
    parsed = read_parsed(root / "script/keys")
    assert parsed and parsed.learnt and not parsed.coming
    for row in reader.changes("follows")[0].rows:
        lines = [one for lines in parsed.chapters.values() for one in lines if one.text == row.text]
        assert row.speaker in [one.speaker for one in lines]


def test_when_to_stop_is_told(reader: Reader) -> None:
    before = reader.session.overview().forecast
    for doubtful in reader.session.doubts():
        reader.do(Assign((doubtful.id,)))
    after = reader.session.overview().forecast
    assert after.wrong < before.wrong and after.left == 0 < before.left
    assert after.minutes is not None


def test_a_mistake_that_a_hand_makes_is_told_at_once_and_once(root: Path, reader: Reader) -> None:
    def told() -> list[str]:
        reader.session.refresh()
        done = [what for name, what in reader.seen if name == "changes"]
        reader.seen.clear()
        return [remark for each in done for remark in each.remarks]

    cast, script = root / "voices/keys.toml", min(root.glob("script/keys/*.txt"))
    lexicon = root / reader.session.reviewed.desk.lexicon
    whole = cast.read_text(), script.read_text()
    cast.write_text(whole[0] + "[cast\n")
    lexicon.write_text("[say]\nTom = 3\n")
    script.write_text(whole[1] + "no speaker here\n")
    first = told()
    assert [remark.partition(" line ")[0] for remark in first] == [
        path.relative_to(root).as_posix() for path in (cast, lexicon, script)
    ]
    assert told() == []
    cast.write_text(whole[0])
    script.write_text(whole[1])
    lexicon.unlink()
    assert told() == []
