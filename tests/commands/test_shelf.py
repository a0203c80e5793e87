"""What lies in a book's folder and on its shelf after several runs."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest


def names(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir() if path.is_file()}


def test_what_earlier_runs_left_is_told_and_removed_when_asked(narrator: Any, story: Path) -> None:
    shelf = story.parent / "audio_out" / "keys"
    usual = ("make", story.name, "--engine", "silent", "--forget")
    assert narrator(*usual, "--format", "wav,flac,m4b").returncode == 0
    assert names(shelf) >= {".wav", ".flac", ".m4b"}
    said = narrator(*usual, "--format", "wav")
    assert "Left as earlier runs made them, and no longer asked for: 1 FLAC file, 1 M4B file" in (
        said.stderr
    )
    (shelf / "mine.flac").write_bytes(b"not ours")
    said = narrator(*usual, "--format", "wav", "--tidy")
    assert "Removed what earlier runs made: 1 FLAC file, 1 M4B file." in said.stderr
    assert ".m4b" not in names(shelf) and ".wav" in names(shelf)
    assert [path.name for path in shelf.glob("*.flac")] == ["mine.flac"]
    assert "Left" not in narrator(*usual, "--format", "wav").stderr


def test_a_book_without_an_author_says_how_to_name_one(narrator: Any, story: Path) -> None:
    usual = ("make", story.name, "--engine", "silent", "--format", "wav", "--library", "shelf")
    assert "say it once with --author NAME" in narrator(*usual).stderr
    assert (story.parent / "shelf" / "Unknown author" / "The Two Keys").is_dir()
    narrator(*usual, "--author", "Ann Lee")
    again = narrator(*usual)
    assert "--author" not in again.stderr
    assert (story.parent / "shelf" / "Ann Lee" / "The Two Keys").is_dir()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a terminal of one's own")
def test_an_author_is_asked_for_on_a_terminal(story: Path) -> None:
    import pty

    words = ["make", story.name, "--engine", "silent", "--format", "wav", "--library", "shelf"]
    child, terminal = pty.fork()
    if not child:
        os.chdir(story.parent)
        os.execv(sys.executable, [sys.executable, "-m", "narrator", *words])  # noqa: S606
    said = b""
    while True:
        try:
            new = os.read(terminal, 4096)
        except OSError:
            break
        said += new
        if said.endswith(b"Who wrote it? (Enter for nobody): "):
            os.write(terminal, b"Ann Lee\n")
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0, said
    assert (story.parent / "shelf" / "Ann Lee" / "The Two Keys").is_dir()
