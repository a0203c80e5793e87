"""What a person can do, as the files then have it; and every bit of it taken back."""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import ValidationError

from narrator.casting import find_cast_problems, read_sayings
from narrator.model import Gender, LineKind
from narrator.review import CannotBeDone, Session, read_action
from narrator.review.actions import (
    AnyAction,
    Assign,
    AssignAll,
    Deliver,
    Join,
    Merge,
    Omit,
    Part,
    Pause,
    Person,
    Record,
    Rename,
    Restore,
    Say,
    Split,
    Voice,
)
from narrator.review.hearing.casting import Casting
from narrator.review.shapes import Sheet
from narrator.workspace import Workspace

from .conftest import Reader, files_of


def script(root: Path) -> str:
    return "".join(path.read_text() for path in sorted(root.glob("script/keys/*.txt")))


def sheets(reader: Reader) -> list[Sheet]:
    chapters = reader.session.overview().chapters
    return [reader.session.sheet(each.number) for each in chapters]


def casting(root: Path) -> str:
    return (root / "voices/keys.toml").read_text()


def test_a_line_given_to_somebody_is_theirs_without_a_doubt(root: Path, reader: Reader) -> None:
    line = reader.row("We were held up.")
    changes = reader.do(Assign((line.id,), "Anna Bell"))
    assert [(row.id, row.speaker, row.doubt) for row in changes.rows] == [
        (line.id, "Anna Bell", None)
    ]
    assert "Anna Bell: “We were held up.”" in script(root)


def test_what_was_found_out_of_a_line_is_forgotten_where_it_changed_meanwhile(
    reader: Reader,
) -> None:
    session = reader.session
    line, other = reader.row("We were held up."), reader.row("So I see.")
    before = session.reviewed.moment
    reader.do(Assign((line.id,), "Anna Bell"))
    session.mark({line.id: True, other.id: True}, before)
    assert reader.row("We were held up.").stale is None
    assert reader.row("So I see.").stale is True
    session.mark({line.id: False}, session.reviewed.moment)
    assert reader.row("We were held up.").stale is False


def test_what_was_found_out_is_forgotten_where_voices_changed_meanwhile(reader: Reader) -> None:
    session, line = reader.session, reader.row("So I see.")
    before = session.reviewed.moment
    reader.do(Voice("Anna Bell", rate=1.2))
    session.mark({line.id: False}, before)
    assert reader.row("So I see.").stale is None


def test_a_name_by_which_somebody_is_known_means_them(root: Path, reader: Reader) -> None:
    reader.do(Assign((reader.row("We were held up.").id,), "Anna"))
    assert "Anna Bell: “We were held up.”" in script(root)


def test_narration_and_what_is_not_said_aloud(root: Path, reader: Reader) -> None:
    reader.do(Assign((reader.row("So I see.").id,), "Narrator"))
    reader.do(Assign((reader.row("Not there.").id,), "Tom Reed", LineKind.THOUGHT))
    assert "Narrator: “So I see.”" in script(root)
    assert "Tom Reed [thought]: “Not there.”" in script(root)


def test_a_right_guess_loses_its_doubt(root: Path, reader: Reader) -> None:
    doubtful = reader.session.doubts()[0]
    reader.do(Assign((doubtful.id,)))
    assert doubtful.id not in [one.id for one in reader.session.doubts()]


def test_all_of_a_speaker_in_a_chapter(root: Path, reader: Reader) -> None:
    reader.do(AssignAll("Tom Reed", "Anna Bell", 2))
    two = reader.session.sheet(reader.session.overview().chapters[-1].number)
    assert "Tom Reed" not in {row.speaker for row in two.rows}
    assert "Tom Reed: “I have it,”" in script(root)


def test_two_people_are_one_and_one_is_two_again(root: Path, reader: Reader) -> None:
    reader.do(Join("the old man", "Mrs. Kepler"))
    assert "the old man:" not in script(root).lower()
    mrs = next(one for one in reader.session.people({}) if one.name == "Mrs. Kepler")
    alias = next(each for each in mrs.aliases if each.lower() == "the old man")
    reader.do(Part("Mrs. Kepler", alias))
    names = {one.name: one for one in reader.session.people({})}
    assert alias in names and alias not in names["Mrs. Kepler"].aliases


def test_nobody_is_one_with_a_name_that_is_nobodys(root: Path, reader: Reader) -> None:
    before = (root / "voices" / "keys.toml").read_bytes()
    with pytest.raises(CannotBeDone, match="nobody is called Nobody Known"):
        reader.do(Join("the old man", "Nobody Known"))
    assert (root / "voices" / "keys.toml").read_bytes() == before


def test_somebody_is_called_otherwise(root: Path, reader: Reader) -> None:
    voice = next(one.voice for one in reader.session.people({}) if one.name == "Tom Reed")
    reader.do(Rename("Tom Reed", "Thomas Reed"))
    assert "Tom Reed:" not in script(root)
    thomas = next(one for one in reader.session.people({}) if one.name == "Thomas Reed")
    assert (thomas.voice, "Tom Reed" in thomas.aliases) == (voice, True)
    with pytest.raises(CannotBeDone, match="somebody already"):
        reader.do(Rename("Thomas Reed", "Anna Bell"))


def test_who_is_a_woman_loses_her_voice_unless_it_is_locked(root: Path, reader: Reader) -> None:
    def tom() -> Any:
        return next(one for one in reader.session.people({}) if one.name == "Tom Reed")

    kept = tom().voice
    reader.do(Voice("Tom Reed", locked=True))
    reader.do(Person("Tom Reed", gender=Gender.FEMALE))
    assert (tom().voice, tom().gender, tom().locked) == (kept, "female", True)
    reader.do(Voice("Tom Reed", locked=False))
    reader.do(Person("Tom Reed", gender=Gender.MALE))
    assert (tom().voice, tom().gender, tom().locked) == ("", "male", False)


def test_a_voice_by_ear(root: Path, reader: Reader) -> None:
    reader.do(Voice("Tom Reed", voice="boy", rate=1.1, pitch=-2, gain=-3))
    assert 'voice = "boy"' in casting(root)
    reader.do(Voice("Tom Reed", rate=1.0, pitch=0, gain=0))
    tom = next(one for one in reader.session.people({}) if one.name == "Tom Reed")
    assert (tom.voice, tom.rate, tom.pitch, tom.gain) == ("boy", 1.0, 0.0, 0.0)
    assert "pitch" not in casting(root)


def test_how_a_word_is_said_here_and_everywhere(root: Path, reader: Reader) -> None:
    reader.do(Say("Kepler", "KEP-ler"))
    reader.do(Say("Reed", ipa="ɹiːd", everywhere=True))
    said = [(one.word, one.say, one.ipa, one.everywhere) for one in reader.session.sayings()]
    assert said == [("Kepler", "KEP-ler", "", False), ("Reed", "", "ɹiːd", True)]
    reader.do(Say("Kepler"))
    assert "[say]" not in casting(root)


def test_pauses(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    reader.do(Pause(line.id, 2))
    reader.do(Pause(line.id, 1.5))
    assert script(root).count("[pause 1.5]") == 1 and "[pause 2]" not in script(root)
    reader.do(Pause(line.id, 3, behind=True))
    assert script(root).index("[pause 3]") > script(root).index("So I see.")
    reader.do(Pause(line.id, None))
    assert "[pause 1.5]" not in script(root)
    assert reader.row("So I see.").opens


def test_how_lines_are_said(root: Path, reader: Reader) -> None:
    reader.do(Deliver((reader.row("Not there.").id, reader.row("So I see.").id), "shouted"))
    assert script(root).count("shouted") == 2


def test_a_line_left_out_and_read_again(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    reader.do(Omit((line.id,)))
    assert reader.row("So I see.").type == "skipped"
    reader.do(Restore((line.id,), "Tom"))
    assert "Tom Reed: “So I see.”" in script(root)


def test_a_line_as_two_and_as_one_again(root: Path, reader: Reader) -> None:
    line = reader.row("Nothing happened")
    at = line.text.index("Nothing")
    changes = reader.do(Split(line.id, at))
    assert changes.chapters
    assert reader.row("Tom turned").text == "Tom turned the key twice."
    assert not reader.row("Nothing happened").opens
    reader.do(Merge(reader.row("Tom turned").id))
    assert reader.row("Tom turned").text == line.text


def test_only_a_recording_that_is_there_stands_for_a_line(root: Path, reader: Reader) -> None:
    line = reader.row("So I see.")
    with pytest.raises(CannotBeDone, match=r"no recording mine\.wav"):
        reader.do(Record(line.id, "mine.wav"))
    (root / "recordings/keys").mkdir(parents=True)
    (root / "recordings/keys/mine.wav").write_bytes(b"RIFF")
    reader.do(Record(line.id, "mine.wav"))
    assert "recording mine.wav" in script(root)
    with pytest.raises(CannotBeDone):
        reader.do(Record(line.id, "../keys/mine.wav"))


def test_nothing_is_written_where_it_is_so_already(root: Path, reader: Reader) -> None:
    line = reader.row("Thank you")
    done = reader.session.act(Assign((line.id,), line.speaker))
    assert done.remarks == ("it is so already",) and not done.history.entries


@pytest.mark.parametrize(
    "said",
    [
        "{}",
        "[]",
        '{"do": "burn"}',
        '{"do": "assign"}',
        '{"do": "assign", "lines": []}',
        '{"do": "assign", "lines": ["1"], "speaker": "A"}',
        '{"do": "assign", "lines": [1], "speaker": "  "}',
        '{"do": "assign", "lines": [1], "speaker": "A", "more": 1}',
        '{"do": "pause", "line": 1, "seconds": 601}',
        '{"do": "pause", "line": 1, "seconds": NaN}',
        '{"do": "voice", "name": "A", "rate": 9}',
        '{"do": "split", "line": 1, "at": 0}',
    ],
)
def test_what_is_no_action_is_refused(said: str) -> None:
    with pytest.raises((ValidationError, ValueError)):
        read_action(said.encode())


def test_a_line_that_is_not_there_is_told(reader: Reader) -> None:
    with pytest.raises(CannotBeDone, match="no longer there"):
        reader.do(Assign((10_000,), "Anna Bell"))


NAMES = st.sampled_from(["Anna Bell", "Tom Reed", "the old man", "Mrs. Kepler", "Narrator", "New"])


def actions(ids: list[int]) -> st.SearchStrategy[AnyAction]:
    """Anything that a person might do to a book with these rows."""
    one = st.sampled_from(ids)
    some = st.lists(one, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Assign, some, st.none() | NAMES),
        st.builds(AssignAll, NAMES, NAMES),
        st.builds(Join, NAMES, NAMES),
        st.builds(Rename, NAMES, st.sampled_from(["X: Y", "Anna Bell", "Zoë"])),
        st.builds(Part, NAMES, NAMES),
        st.builds(Person, NAMES, st.sampled_from(Gender)),
        st.builds(Voice, NAMES, st.sampled_from(["boy", "woman"]), st.floats(0.5, 2)),
        st.builds(Say, NAMES, st.sampled_from(["a b", ""]), everywhere=st.booleans()),
        st.builds(Pause, one, st.none() | st.floats(0, 600), st.booleans()),
        st.builds(Deliver, some, st.sampled_from(["", "whispered", "verse; ]"])),
        st.builds(Omit, some),
        st.builds(Restore, some, NAMES),
        st.builds(Split, one, st.integers(1, 30)),
        st.builds(Merge, one),
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_all_that_was_done_can_be_undone_and_done_again(
    data: st.DataObject, root: Path, opened: Callable[[], Reader]
) -> None:
    reader = opened()
    first, done = files_of(root), 0
    count = len(reader.session.history().entries)
    for _ in range(data.draw(st.integers(1, 8))):
        ids = [row.id for row in reader.rows()]
        try:
            changes = reader.do(data.draw(actions(ids)))
        except CannotBeDone:
            continue
        done += changes.entry > 0
    last = files_of(root)
    reader = opened()  # as after a restart
    for _ in range(done):
        assert not reader.session.undo().remarks
    assert files_of(root) == first
    reader = opened()
    for _ in range(done):
        assert not reader.session.redo().remarks
    assert files_of(root) == last
    while len([one for one in reader.session.history().entries if not one.undone]) > count:
        reader.session.undo()


def test_what_a_hand_wrote_before_voices_were_chosen_is_not_taken_back(
    root: Path, reader: Reader
) -> None:
    reader.do(Person("Mrs. Kepler", Gender.MALE))
    file = root / "voices/keys.toml"
    file.write_text(file.read_text() + '\n[say]\n"Kepler" = "kep lah"\n')
    Casting(reader.session).fill()
    chosen = casting(root)
    reader.session.undo()
    assert casting(root) != chosen and '"Kepler" = "kep lah"' in casting(root)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_that_a_hand_wrote_is_taken_back(
    data: st.DataObject, reviewed_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Words taught by hand, casts made anew and undos in any order: each word stays, and every
    file can be read."""
    root = tmp_path_factory.mktemp("hand")
    shutil.copytree(reviewed_once, root, dirs_exist_ok=True)
    reader = Reader(Session(Workspace(root), "keys"))
    casts = Casting(reader.session)
    file, taught = root / "voices/keys.toml", 0
    try:
        for what in data.draw(st.lists(st.sampled_from("aaahcuur"), min_size=3, max_size=12)):
            if what == "h":
                taught += 1
                lines = file.read_text().rstrip("\n").splitlines()
                at = lines.index("[say]") + 1 if "[say]" in lines else len(lines)
                new = [f'"word{taught}" = "werd"'] if at < len(lines) else ["", "[say]"]
                new += [f'"word{taught}" = "werd"'] if at >= len(lines) else []
                file.write_text("\n".join([*lines[:at], *new, *lines[at:]]) + "\n")
            elif what == "c":
                casts.fill()
            else:
                with contextlib.suppress(CannotBeDone):
                    if what == "a":
                        ids = [row.id for row in reader.rows()]
                        reader.do(data.draw(actions(ids)))
                    else:
                        reader.session.undo() if what == "u" else reader.session.redo()
            said = {one.written for one in read_sayings(file.read_text(), where="casting")}
            assert said >= {f"word{number}" for number in range(1, taught + 1)}
            assert not find_cast_problems(file.read_text())
        assert not any(sheet.problem for sheet in sheets(reader))
    finally:
        reader.session.close()


def test_undo_and_redo_end_where_there_is_nothing(reader: Reader) -> None:
    with pytest.raises(CannotBeDone, match="nothing to undo"):
        reader.session.undo()
    reader.do(Deliver((reader.row("So I see.").id,), "shouted"))
    reader.session.undo()
    with pytest.raises(CannotBeDone, match="nothing to undo"):
        reader.session.undo()
    reader.session.redo()
    with pytest.raises(CannotBeDone, match="nothing to redo"):
        reader.session.redo()


def test_the_list_of_what_was_done_outlives_the_session(opened: Callable[[], Reader]) -> None:
    reader = opened()
    reader.do(Deliver((reader.row("So I see.").id,), "shouted"))
    reader.do(Voice("Tom Reed", pitch=-2))
    reader.session.undo()
    told = [(one.number, one.do, one.undone) for one in opened().session.history().entries]
    assert told == [(2, "voice", True), (1, "deliver", False)]


def test_a_book_that_is_not_there(root: Path) -> None:
    from narrator.errors import NarratorError

    with pytest.raises(NarratorError, match="no book 'nothing'"):
        Session(Workspace(root), "nothing")
