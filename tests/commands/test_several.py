"""Several books with one command, and a folder that is watched."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ONE = "The Lamp\n\n“Who has it?” said Anna Bell.\n\n“I have,” said Tom Reed.\n"
TWO = "“And the key?” said Tom Reed.\n\n“Ask Mara,” said Anna Bell.\n\n“No,” said Mara Finch.\n"
HOW = ("--engine", "silent", "--format", "wav", "--jobs", "1")


def test_each_story_is_a_book_and_one_that_fails_stops_no_other(
    narrator: Any, tmp_path: Path
) -> None:
    shelf = tmp_path / "shelf"
    (shelf / "serial").mkdir(parents=True)
    (tmp_path / "lamp.txt").write_text(ONE, encoding="utf-8")
    (shelf / "empty.txt").write_bytes(b"")
    (shelf / "serial" / "1.txt").write_text(ONE, encoding="utf-8")
    (shelf / "notes.xyz").write_bytes(b"not a story")
    said = narrator("batch", "lamp.txt", "shelf", *HOW)
    assert said.returncode == 3
    assert said.stdout.splitlines()[-1] == "2 books made, 1 failed"
    assert "empty: failed; to see it alone: narrator make shelf/empty.txt" in said.stdout
    assert {path.name for path in (tmp_path / "audio_out").iterdir() if path.name[0] != "."} == {
        "lamp",
        "serial",
    }
    again = json.loads(narrator("batch", "lamp.txt", *HOW, "--json").stdout)
    assert [(each["book"], each["spoken"], each["error"]) for each in again] == [("lamp", 0, None)]


def test_a_new_chapter_joins_its_book(narrator: Any, tmp_path: Path) -> None:
    serial = tmp_path / "inbox" / "serial"
    serial.mkdir(parents=True)
    (serial / "1.txt").write_text(ONE, encoding="utf-8")
    usual = ("watch", "inbox", "--once", *HOW, "--feed", "https://example.org/books/")
    assert narrator(*usual).returncode == 0
    casting = tmp_path / "voices" / "serial.toml"
    first = casting.read_text(encoding="utf-8")
    feed = tmp_path / "audio_out" / "serial" / "feed.xml"
    assert feed.read_text(encoding="utf-8").count("<item>") == 1
    (serial / "2.txt").write_text(TWO, encoding="utf-8")
    said = narrator(*usual, "--json")
    assert said.returncode == 0, said.stderr
    assert casting.read_text(encoding="utf-8").startswith(first)
    told = feed.read_text(encoding="utf-8")
    assert told.count("<item>") == 2 and "https://example.org/books/serial/" in told


def test_what_is_put_into_a_watched_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    words = ["watch", "inbox", "--every", "0.2", *HOW]
    command = [sys.executable, "-m", "narrator", *words]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as watching:
        try:
            (tmp_path / "inbox" / "lamp.txt").write_text(ONE, encoding="utf-8")
            assert watching.stdout
            row = watching.stdout.readline()
            assert Path(row.strip()).name == "lamp"
            (tmp_path / "inbox" / "key.txt").write_text(TWO, encoding="utf-8")
            assert Path(watching.stdout.readline().strip()).name == "key"
        finally:
            watching.terminate()
    assert (tmp_path / "audio_out" / "key" / "index.html").is_file()
