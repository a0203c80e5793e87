"""Bad input is one clear line and an exit code, never a traceback."""

from pathlib import Path
from typing import Any

import pytest

CASES = {
    "missing story": (["make", "nowhere.txt"], 3, "nowhere.txt"),
    "a folder without a story": (["make", "bare"], 3, "folder"),
    "a folder with a bad file": (["make", "."], 3, "blank.txt"),
    "empty": (["make", "empty.txt"], 3, "empty.txt"),
    "white space": (["make", "blank.txt"], 3, "blank.txt"),
    "binary": (["make", "noise.bin"], 3, "noise.bin"),
    "an EPUB": (["make", "book.epub"], 3, "book.epub"),
    "a PDF": (["make", "book.pdf"], 3, "book.pdf"),
    "unknown encoding": (["make", "keys.txt", "--encoding", "klingon"], 2, "klingon"),
    "wrong encoding": (["make", "cafe.txt", "--encoding", "ascii"], 3, "cafe.txt"),
    "unknown engine": (["make", "keys.txt", "--engine", "espeek"], 2, "espeak"),
    "unknown format": (["make", "keys.txt", "--format", "mp4a"], 2, "mp3"),
    "no format": (["make", "keys.txt", "--format", ","], 2, "format"),
    "missing cover": (["make", "keys.txt", "--engine", "silent", "--cover", "no.jpg"], 2, "no.jpg"),
    "missing chime": (["make", "keys.txt", "--chime", "no.ogg"], 2, "no.ogg"),
    "no year": (["make", "keys.txt", "--year", "MMXX"], 2, "MMXX"),
    "no number": (["make", "keys.txt", "--series-index", "two"], 2, "two"),
    "no address": (["make", "keys.txt", "--feed", "example"], 2, "example"),
    "no such chapter": (["parse", "keys.txt", "--skip", "9"], 2, "plan"),
    "no server": (["parse", "keys.txt", "--ask", "ftp://x"], 2, "ftp://x"),
    "no narrator": (["make", "keys.txt", "--narrator", "nobody"], 2, "nobody"),
    "an address": (["make", "https://example.org/a.txt"], 3, "download it first"),
    "no workspace to be made": (["make", "keys.txt", "-C", "keys.txt"], 2, "keys.txt"),
    "no such book": (["check", "nothing"], 3, "narrator make"),
    "no such command": (["mak"], 2, "mak"),
    "no such voice": (["say", "Hello", "--voice", "en-us+nobody"], 2, "nobody"),
    "nothing to say": (["say", "..."], 1, "words"),
    "nowhere to say it": (["say", "Hello", "-o", "no/where.wav"], 1, "name a file in a folder"),
    "no jobs": (["make", "keys.txt", "--jobs", "0"], 2, "jobs"),
}


@pytest.fixture(autouse=True)
def files(story: Path) -> None:
    folder = story.parent
    (folder / "bare").mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n\t\n")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 9)
    (folder / "book.epub").write_bytes(b"PK\x03\x04" + bytes(99))
    (folder / "book.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(99))
    (folder / "cafe.txt").write_bytes("Café".encode())


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_clear_line(narrator: Any, case: str) -> None:
    arguments, code, mention = CASES[case]
    said = narrator(*arguments)
    assert said.returncode == code, said.stderr
    assert mention in said.stderr
    assert "Traceback" not in said.stderr
    told = said.stderr.splitlines() if code != 2 else said.stderr.splitlines()[-1:]
    assert len(told) == 1
    assert not said.stdout


def test_all_mistakes_of_a_script_are_told_at_once(narrator: Any, story: Path) -> None:
    narrator("parse", story.name)
    (script,) = (story.parent / "script" / "keys").glob("*.txt")
    text = script.read_text(encoding="utf-8")
    script.write_text(text + "\nno speaker here\n[pause long]\n", encoding="utf-8")
    number = len(text.splitlines())
    said = narrator("record", "keys")
    assert said.returncode == 3
    assert [f" line {number + 2}" in said.stderr, f" line {number + 3}" in said.stderr] == [
        True
    ] * 2
    checked = narrator("check", "keys")
    assert checked.returncode == 3
    assert f":{number + 2}:" in checked.stdout


def test_a_misspelt_speaker_is_pointed_out(narrator: Any, story: Path) -> None:
    assert narrator("make", story.name, "--engine", "silent").returncode == 0
    (script,) = (story.parent / "script" / "keys").glob("*.txt")
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("Tom Reed:", "Tom Read:", 1), encoding="utf-8")
    checked = narrator("check", "keys")
    assert "did you mean Tom Reed" in checked.stdout
    recorded = narrator("record", "keys")
    assert recorded.returncode == 3
    assert "Tom Read: did you mean Tom Reed?" in recorded.stderr
    file = story.parent / "voices" / "keys.toml"
    assert "Tom Read" not in file.read_text(encoding="utf-8")
    assert narrator("cast", "keys").returncode == 0
    assert narrator("record", "keys", "--engine", "silent").returncode == 0


def test_a_mistake_in_the_casting_file_has_its_line(narrator: Any, story: Path) -> None:
    narrator("parse", story.name)
    narrator("cast", "keys")
    file = story.parent / "voices" / "keys.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "volume = 3\n", encoding="utf-8")
    said = narrator("record", "keys")
    assert said.returncode == 3
    assert f"line {len(text.splitlines()) + 1}" in said.stderr


def test_a_voice_that_is_not_there_is_told_before_anything_is_spoken(
    narrator: Any, story: Path
) -> None:
    narrator("parse", story.name)
    narrator("cast", "keys")
    file = story.parent / "voices" / "keys.toml"
    text = file.read_text(encoding="utf-8")
    first = text.index('voice = "') + len('voice = "')
    file.write_text(text[:first] + "x" + text[first:], encoding="utf-8")
    said = narrator("record", "keys")
    assert said.returncode == 4
    assert "Traceback" not in said.stderr
    assert not (story.parent / "audio_out" / "keys").exists()
