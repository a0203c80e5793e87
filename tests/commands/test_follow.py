"""A person settles lines of the script, and the next `narrator make` has the others follow."""

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

STORY = """\
The Quay

Olga and Bernard stood on the quay.

“Is the boat here?”

“Not yet.”

“Then we must wait.”

“I hate to wait.”

“Nobody likes it.”

“The tide does.”

Nothing moved. A gull cried over the water, and the lamps went out one after the other.
"""


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    (tmp_path / "quay.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def make(narrator: Run, *options: str) -> str:
    done = narrator("make", "quay.txt", "--engine", "silent", *options)
    assert done.returncode == 0, done.stderr
    return done.stderr


def script_file(folder: Path) -> Path:
    (path,) = folder.glob("script/quay/*.txt")
    return path


def speakers(folder: Path) -> list[str]:
    """Who speaks the lines of dialogue."""
    rows = script_file(folder).read_text("utf-8").splitlines()
    return [row.partition(":")[0].partition(" [")[0] for row in rows if "“" in row]


def edit(folder: Path, words: str, head: str) -> None:
    """Write another beginning for the row with these words."""
    path = script_file(folder)
    rows = path.read_text("utf-8").splitlines(keepends=True)
    at = next(at for at, row in enumerate(rows) if words in row)
    rows[at] = f"{head}: {rows[at].partition(':')[2].lstrip()}"
    path.write_text("".join(rows), encoding="utf-8")


def settle_two(folder: Path) -> None:
    edit(folder, "Is the boat", "Olga")
    edit(folder, "Not yet", "Bernard")


TURNS = ["Olga", "Bernard"] * 3
"""Who speaks once two lines are settled; the first guess is the reverse."""


def test_lines_around_a_correction_follow_and_are_told(narrator: Run, quay: Path) -> None:
    make(narrator)
    before = speakers(quay)
    clips = {path for path in (quay / "audio_out/.clips").rglob("*") if path.is_file()}
    settle_two(quay)
    edit(quay, "Nothing moved", "Narrator [?50 mine]")
    path = script_file(quay)
    path.write_text("# my note\n" + path.read_text("utf-8"), encoding="utf-8")
    told = make(narrator)
    assert speakers(quay) == TURNS
    followed = sum(now != was for now, was in zip(TURNS[2:], before[2:], strict=True))
    assert followed
    assert f"{followed} lines follow your corrections" in told
    assert path.read_text("utf-8").startswith("# my note\n")
    assert "\nNarrator [?50 mine]: Nothing moved." in path.read_text("utf-8")
    new = {path for path in (quay / "audio_out/.clips").rglob("*") if path.is_file()} - clips
    changed = sum(now != was for now, was in zip(TURNS, before, strict=True))
    assert len(new) <= changed
    text = path.read_bytes()
    assert "follow" not in make(narrator)  # nothing is left to be done
    assert path.read_bytes() == text


def test_a_guess_that_is_confirmed_counts_and_is_never_marked_again(
    narrator: Run, quay: Path
) -> None:
    make(narrator)
    first = speakers(quay)
    edit(quay, "Is the boat", first[0])
    make(narrator)
    assert f"{first[0]}: “Is the boat here?”" in script_file(quay).read_text("utf-8")


def test_who_is_who_is_followed_after_the_script_was_edited(narrator: Run, quay: Path) -> None:
    make(narrator)
    settle_two(quay)
    make(narrator)
    cast = quay / "voices/quay.toml"
    text = cast.read_text("utf-8")
    assert "[cast.Olga]\n" in text
    named = '[cast."Olga Brandt"]\naliases = ["Olga"]\n'
    cast.write_text(text.replace("[cast.Olga]\n", named), encoding="utf-8")
    told = make(narrator)
    assert "does not follow" not in told
    assert speakers(quay) == ["Olga", "Bernard", *["Olga Brandt", "Bernard"] * 2]
    edit(quay, "Then we", "Bernard")
    make(narrator)
    assert speakers(quay)[:3] == ["Olga", "Bernard", "Bernard"]


def test_a_gender_is_followed_after_the_script_was_edited(narrator: Run, quay: Path) -> None:
    make(narrator)
    settle_two(quay)
    cast = quay / "voices/quay.toml"
    text = cast.read_text("utf-8")
    head, entry, rest = text.partition("[cast.Olga]\n")
    assert 'gender = "female"' in rest
    cast.write_text(
        head + entry + rest.replace('gender = "female"', 'gender = "male"', 1), encoding="utf-8"
    )
    make(narrator)
    known = json.loads((quay / "script/quay/book.json").read_text("utf-8"))["characters"]
    assert {one["name"]: one["gender"] for one in known}["Olga"] == "male"
    assert speakers(quay) == TURNS


def test_a_new_name_is_somebody(narrator: Run, quay: Path) -> None:
    make(narrator)
    settle_two(quay)
    edit(quay, "Not yet", "Old Piet")
    make(narrator)
    assert speakers(quay)[:2] == ["Olga", "Old Piet"]
    assert '[cast."Old Piet"]' in (quay / "voices/quay.toml").read_text("utf-8")


def test_lines_split_joined_and_rewritten_stay_as_they_are(narrator: Run, quay: Path) -> None:
    make(narrator)
    path = script_file(quay)
    text = path.read_text("utf-8")
    rows = [row for row in text.splitlines() if "“" in row]
    text = text.replace(rows[0], "Olga: “Is the\n\nOlga: boat here?”")
    text = text.replace(rows[1], "Bernard: “Not before noon.”")
    path.write_text(text, encoding="utf-8")
    make(narrator)
    now = path.read_text("utf-8")
    assert "Olga: “Is the\n\nOlga: boat here?”\n\nBernard: “Not before noon.”\n" in now
    assert speakers(quay)[-4:] == ["Olga", "Bernard"] * 2


def test_other_words_alone_settle_nothing(narrator: Run, quay: Path) -> None:
    make(narrator)
    path = script_file(quay)
    edited = path.read_text("utf-8").replace("The tide does", "The tide never does")
    path.write_text(edited, encoding="utf-8")
    (quay / "quay.txt").touch()
    make(narrator)
    assert path.read_text("utf-8") == edited
    assert json.loads((path.parent / "parsed.json").read_text("utf-8"))["learnt"] == ""


def test_it_can_be_turned_off(narrator: Run, quay: Path) -> None:
    make(narrator)
    settle_two(quay)
    text = script_file(quay).read_bytes()
    assert "follow your" not in make(narrator, "--no-follow")
    assert script_file(quay).read_bytes() == text
    refused = narrator("parse", "quay.txt", "--no-follow")
    assert refused.returncode != 0
    assert "edited by hand" in refused.stderr
    done = narrator("parse", "quay.txt")
    assert done.returncode == 0, done.stderr
    assert speakers(quay) == TURNS


def test_cut_short_it_goes_on(narrator: Run, quay: Path) -> None:
    make(narrator)
    folder = quay / "script/quay"
    settle_two(quay)
    before = {name: (folder / name).read_bytes() for name in ("book.json", "parsed.json")}
    make(narrator)
    wanted = script_file(quay).read_bytes()
    after = json.loads((folder / "parsed.json").read_text("utf-8"))
    # As if it had ended before the last file of the records was written.
    coming = json.loads(before["parsed.json"])
    (name,) = after["chapters"]
    coming["coming"] = {hashlib.sha256(wanted).hexdigest(): after["chapters"][name]}
    (folder / "parsed.json").write_text(json.dumps(coming), encoding="utf-8")
    (folder / "book.json").write_bytes(before["book.json"])
    make(narrator)
    assert script_file(quay).read_bytes() == wanted
    edit(quay, "Not yet", "Olga")
    edit(quay, "Is the boat", "Bernard")
    make(narrator)
    assert speakers(quay) == ["Bernard", "Olga"] * 3  # what followed was nobody's
