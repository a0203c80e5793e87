"""What a person says about a book is shown by players, now and the next time."""

from pathlib import Path
from typing import Any

import av


def tags(folder: Path) -> dict[str, str]:
    (path,) = folder.glob("*.m4b")
    with av.open(str(path)) as audio:
        return dict(audio.metadata)


def test_details_are_kept(narrator: Any, story: Path, tmp_path: Path) -> None:
    told = ("--series", "Doors", "--series-index", "2", "--year", "2021", "--description", "Keys.")
    made = narrator(
        "make", story.name, "--engine", "silent", "--format", "m4b", "--author", "Jane Doe", *told,
        "--library", "shelf", "--credits",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines()[-1] == "shelf/Jane Doe/Doors/Vol 2 - The Two Keys"
    folder = tmp_path / "audio_out" / "keys"
    found = tags(folder)
    assert (found["show"], found["episode_id"], found["date"]) == ("Doors", "2", "2021")
    assert (found["description"], found["artist"]) == ("Keys.", "Jane Doe")
    again = narrator(
        "record", "keys", "--engine", "silent", "--format", "m4b", "--title", "One Key",
        "--series-index", "3", "--language", "en-GB",
    )  # fmt: skip
    assert again.returncode == 0, again.stderr
    found = tags(folder)
    assert (found["title"], found["show"], found["episode_id"]) == ("One Key", "Doors", "3")


def test_what_players_would_not_understand_is_refused(narrator: Any, story: Path) -> None:
    said = narrator("make", story.name, "--year", "last year")
    assert (said.returncode, said.stderr) == (
        2,
        "narrator: --year: 'last year' is no year; write it as 2021 or 2021-03-04\n",
    )
    said = narrator("make", story.name, "--series", "Doors", "--series-index", "two")
    assert "--series-index: 'two' is no number; write it as 2 or 1.5" in said.stderr


def test_a_newcomer_sees_sections(narrator: Any) -> None:
    said = narrator("make", "--help").stdout
    for heading in ("The story:", "What it sounds like:", "What is written:", "Options:"):
        assert f"\n{heading}\n" in said
