"""Whichever ffmpeg somebody has, a book is made with it in every format, and is as it should be."""

import json
import os
from pathlib import Path
from typing import Any

import av
import pytest

PROGRAMS = os.environ.get("NARRATOR_TEST_FFMPEGS", "").split(os.pathsep)
"""Programs besides the one that all other tests use; CI has ffmpeg 4.2 and 7.0."""
FORMATS = "m4b,m4a,mp3,opus,flac,wav,mp3-book,opus-book,flac-book,epub"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_book_is_made_with_any_ffmpeg(
    narrator: Any, missing: Any, tmp_path: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not program:
        missing("another ffmpeg, named in NARRATOR_TEST_FFMPEGS,")
    monkeypatch.setenv("NARRATOR_FFMPEG", program)
    text = "“Who has the key?” Anna asked. “It is cold out here.”\n\n“I have it,” said Tom.\n\n"
    (tmp_path / "keys.md").write_text(f"# One\n\n{text * 3}# Two\n\n{text}", "utf-8")

    # With voices whose bytes are always the same: espeak-ng's vary, and with them what is measured.
    made = narrator("make", "keys.md", "--engine", "hibari", "--format", FORMATS, "-q", "--json")
    assert made.returncode == 0, made.stderr
    checked = narrator("check", "--audio", "keys")
    assert checked.returncode == 0, checked.stdout
    files = {Path(file["path"]): file["seconds"] for file in json.loads(made.stdout)["files"]}
    lasts = sum(seconds for path, seconds in files.items() if path.suffix == ".m4a")
    whole = [path for path in files if " - " not in path.name]
    assert {path.suffix for path in whole} == {".m4b", ".mp3", ".opus", ".flac"}
    for path in whole:
        with av.open(str(tmp_path / path)) as sound:
            # ffmpeg 4.2 does not tell players what of an MP3 is to be skipped: two frames.
            assert sound.duration / 1e6 == pytest.approx(lasts, abs=0.25), path.name
            marks = [mark["start"] * mark["time_base"] for mark in sound.chapters()]
        assert marks == [0, pytest.approx(files[path.with_name("01 - One.wav")], abs=0.1)]

    for path in files:
        (tmp_path / path).unlink()
    special = ("--stereo", "--room-tone", "--credits", "--profile", "acx")
    assert narrator("record", "keys", "--forget", "--format", "mp3", *special).returncode == 0
    lines = narrator("check", "--audio", "keys").stdout.splitlines()
    assert lines[-1].startswith("4 files by the profile acx")
    # What lasts a few seconds is for a third silence, which counts for the RMS.
    assert not [line for line in lines[:-1] if "LUFS" not in line and "RMS" not in line]
