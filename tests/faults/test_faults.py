"""What the world does to a run: one clear line, nothing lost, and the next run goes on."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from narrator.mixing import find

from .conftest import Undisturbed, Workshop

PAGE = 4096
"""Bytes."""

MakeShop = Callable[[Path | str], Workshop]


def goes_on(shop: Workshop, undisturbed: Undisturbed) -> None:
    """The next run speaks only what is missing, and ends with the undisturbed book."""
    clips = shop.clips()
    assert shop.run() == 0, shop.said
    assert clips.items() <= shop.clips().items(), "a clip was spoken twice"
    assert shop.files() == undisturbed.files


@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
def test_a_full_disk(
    new_workshop: MakeShop,
    tmpfs: Callable[[str], Path],
    undisturbed: Undisturbed,
    share: float,
) -> None:
    # A file takes whole pages of a tmpfs, and clips are small.
    needed = sum(-(-len(data) // PAGE) * PAGE for data in undisturbed.files.values())
    shop = new_workshop(tmpfs(f"size={round(needed * share / 1024)}k"))
    assert shop.run() == 1
    told = shop.told()
    assert "No space left on device" in told or "the disk is full" in told
    assert str(shop.folder) in told or "audio_out" in told or "free some space" in told
    books = {name: data for name, data in shop.files().items() if name.endswith(".m4b")}
    assert books.items() <= undisturbed.files.items(), "what has its final name is whole"
    kept = shop.clips()
    assert kept
    tmpfs("size=64m")
    goes_on(shop, undisturbed)


def test_a_place_that_cannot_be_written_to(
    new_workshop: MakeShop, tmpfs: Callable[[str], Path], undisturbed: Undisturbed
) -> None:
    shop = new_workshop(tmpfs("size=64m"))
    tmpfs("ro")
    assert shop.run() == 1
    assert "ead-only file system" in shop.told()
    tmpfs("rw")
    goes_on(shop, undisturbed)


def test_an_output_folder_that_cannot_be_written_to(
    new_workshop: MakeShop, tmpfs: Callable[[str], Path], undisturbed: Undisturbed
) -> None:
    shop = new_workshop("shop")
    (shop.folder / "audio_out").symlink_to(tmpfs("size=64m"), target_is_directory=True)
    tmpfs("ro")
    assert shop.run() == 1
    assert "ead-only file system" in shop.told() and "audio_out" in shop.told()
    assert list((shop.folder / "script" / "keys").glob("*.txt")), "what was parsed is kept"
    tmpfs("rw")
    assert shop.run() == 0, shop.said
    assert shop.files("script") == {
        name: data for name, data in undisturbed.files.items() if name.startswith("script/")
    }


def test_ffmpeg_is_missed_before_anything_is_recorded(
    workshop: Workshop, undisturbed: Undisturbed
) -> None:
    workshop.environment = {"NARRATOR_FFMPEG": "/nowhere/ffmpeg"}
    assert workshop.run() == 4
    assert "/nowhere/ffmpeg is not a program" in workshop.told()
    assert not workshop.clips()
    workshop.environment = {"NARRATOR_FFMPEG": str(find())}
    goes_on(workshop, undisturbed)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("kill -9 $$", "signal 9"),
        ("echo 'no such codec' >&2; exit 1", "no such codec"),
        ("exit 3", "code 3"),
    ],
)
def test_an_ffmpeg_that_fails(
    workshop: Workshop, undisturbed: Undisturbed, tmp_path: Path, script: str, told: str
) -> None:
    broken = tmp_path / "ffmpeg"
    broken.write_text(f"#!/bin/sh\n{script}\n")
    broken.chmod(0o755)
    workshop.environment = {"NARRATOR_FFMPEG": str(broken)}
    assert workshop.run() == 1
    assert told in workshop.told()
    workshop.environment = {"NARRATOR_FFMPEG": str(find())}
    goes_on(workshop, undisturbed)


def test_two_runs_at_once(
    new_workshop: MakeShop, undisturbed: Undisturbed, with_tones: dict[str, str]
) -> None:
    shop = new_workshop("shop")
    pid = shop.start()
    lock = shop.folder / "audio_out" / ".locks" / "keys"
    until(lambda: lock.exists() and lock.read_text() == str(pid), pid)
    os.kill(pid, signal.SIGSTOP)
    try:
        told = refused(shop, with_tones)
        assert f"'keys' is being made by another run (process {pid})" in told
    finally:
        os.kill(pid, signal.SIGCONT)
    assert shop.end() == 0, shop.said
    goes_on(shop, undisturbed)


def refused(shop: Workshop, environment: dict[str, str]) -> str:
    """What a run says that may not begin, run by itself."""
    done = subprocess.run(
        [sys.executable, "-m", "narrator", "record", "keys", "--engine", "tones", "--quiet"],
        cwd=shop.folder,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def until(true: Callable[[], object], pid: int) -> None:
    """Wait for what a run does while it runs."""
    while not true():
        assert Path(f"/proc/{pid}").exists(), "it ended before that"
        time.sleep(0.01)


def test_interrupted_while_publishing(workshop: Workshop, undisturbed: Undisturbed) -> None:
    pid = workshop.start()
    pieces = workshop.folder / "audio_out" / "keys" / ".pieces"
    until(lambda: list(pieces.glob("*.aac")), pid)
    os.kill(pid, signal.SIGINT)
    assert workshop.end() == 130
    assert len(workshop.said.strip().splitlines()) == 1
    made = {path.name: path.stat().st_ino for path in pieces.glob("*.aac")}
    assert made
    goes_on(workshop, undisturbed)
    assert made.items() <= {path.name: path.stat().st_ino for path in pieces.iterdir()}.items()


@pytest.fixture
def finished(workshop: Workshop, undisturbed: Undisturbed) -> Workshop:
    shutil.copytree(undisturbed.folder, workshop.folder, dirs_exist_ok=True)
    assert workshop.files() == undisturbed.files
    return workshop


def test_a_clock_set_back_or_forward(finished: Workshop, undisturbed: Undisturbed) -> None:
    for number, path in enumerate(sorted(finished.folder.rglob("*"))):
        moment = 4_000_000_000 if number % 2 else 0
        os.utime(path, (moment, moment))
    inodes = {path: path.stat().st_ino for path in finished.folder.rglob("*.??[3v4]*")}
    clips = finished.clips()
    assert finished.run() == 0
    assert finished.clips() == clips
    assert inodes == {path: path.stat().st_ino for path in inodes}
    assert finished.files() == undisturbed.files


@pytest.mark.parametrize("moment", ["1985-10-26 01:21:00", "2037-12-31 23:59:50"])
def test_a_wrong_clock_changes_nothing(
    new_workshop: MakeShop, undisturbed: Undisturbed, with_tones: dict[str, str], moment: str
) -> None:
    """What is made decades ago or ahead has the same bytes, and nothing is made anew after."""
    faketime = shutil.which("faketime")
    if not faketime:
        pytest.skip("faketime is not there")
    shop = new_workshop("shop")
    command = [faketime, moment, sys.executable, "-m", "narrator", "make", "keys.txt"]
    told = subprocess.run(
        [*command, "--engine", "tones", "--jobs", "2", "--format", "m4b", "--quiet"],
        cwd=shop.folder,
        env={**with_tones, "SOURCE_DATE_EPOCH": "1"},
        capture_output=True,
        text=True,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert shop.files() == undisturbed.files
    clips = shop.clips()
    assert shop.run() == 0
    assert shop.clips() == clips
    assert shop.files() == undisturbed.files


def test_a_damaged_clip_is_spoken_again_and_no_other(
    finished: Workshop, undisturbed: Undisturbed
) -> None:
    clips = finished.clips()
    name = sorted(clips)[3]
    (path,) = (finished.folder / "audio_out" / ".clips").glob(f"??/{name}")
    path.write_bytes(path.read_bytes()[:-100])
    assert finished.run() == 0
    after = finished.clips()
    assert {key for key in clips if after[key] != clips[key]} == {name}
    assert finished.files() == undisturbed.files


@pytest.mark.parametrize("name", [".published.json", ".loudness.json"])
@pytest.mark.parametrize("left", [0, 40])
def test_a_damaged_record_of_what_is_there(
    finished: Workshop, undisturbed: Undisturbed, name: str, left: int
) -> None:
    path = finished.folder / "audio_out" / "keys" / name
    path.write_bytes(path.read_bytes()[:left])
    goes_on(finished, undisturbed)


def test_a_damaged_piece_is_encoded_again(finished: Workshop, undisturbed: Undisturbed) -> None:
    pieces = sorted((finished.folder / "audio_out" / "keys" / ".pieces").iterdir())
    pieces[0].write_bytes(pieces[0].read_bytes()[:-5])
    pieces[1].unlink()
    goes_on(finished, undisturbed)


def test_one_edited_line_is_one_clip_and_one_chapter(finished: Workshop) -> None:
    pieces = finished.folder / "audio_out" / "keys" / ".pieces"
    clips, before = finished.clips(), {path.name for path in pieces.iterdir()}
    changed = 0
    for script in (finished.folder / "script" / "keys").glob("*.txt"):
        text = script.read_text(encoding="utf-8")
        changed += text.count("a bridge, and")
        script.write_text(text.replace("a bridge, and", "a river, and"), encoding="utf-8")
    assert changed == 1
    finished.run("record", "keys", "--jobs", "2", "--format", "m4b", "--json", "--quiet")
    result = json.loads(finished.said)
    assert result["spoken"] == 1
    assert len(finished.clips().keys() - clips.keys()) == 1
    after = {path.name for path in pieces.iterdir()}
    assert len(after - before) == 1 and len(after) == len(before)
