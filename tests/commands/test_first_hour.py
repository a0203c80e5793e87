"""What a person meets in the first hour: mistakes, terminals, pipes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from narrator.commands.console import Console
from narrator.production import Progress


def test_a_narrator_that_is_not_there_leaves_nothing_behind(narrator: Any, story: Path) -> None:
    refused = narrator("make", story.name, "--narrator", "old-mna")
    assert refused.returncode == 2 and "--narrator" in refused.stderr
    assert not (story.parent / "voices" / "keys.toml").exists()
    made = narrator("make", story.name, "--narrator", "old-man", "--format", "wav", "--json")
    assert made.returncode == 0, made.stderr
    casting = (story.parent / "voices" / "keys.toml").read_text(encoding="utf-8")
    assert 'voice = "old-man"' in casting


def test_a_plan_follows_the_casting_file_of_its_workspace(narrator: Any, story: Path) -> None:
    folder = story.parent / "elsewhere"
    folder.mkdir()
    assert narrator("parse", story.name, "-C", folder).returncode == 0
    assert narrator("cast", "keys", "-C", folder).returncode == 0
    casting = folder / "voices" / "keys.toml"
    told = casting.read_text(encoding="utf-8")
    old = '[cast."the old man"]'
    assert old in told
    start = told.index('[cast."Tom Reed"]')
    end = told.index("[cast.", start + 1)
    rest = (told[:start] + told[end:]).replace(old, f'{old}\naliases = ["Tom Reed", "Tom"]')
    casting.write_text(rest, encoding="utf-8")
    plain = json.loads(narrator("plan", story.name, "--json").stdout)["characters"]
    followed = json.loads(narrator("plan", story.name, "-C", folder, "--json").stdout)["characters"]
    assert "Tom Reed" in plain and "Tom Reed" not in followed
    assert followed["the old man"] == plain["the old man"] + plain["Tom Reed"]


def test_a_plan_as_json_has_the_doubtful_lines(narrator: Any, story: Path) -> None:
    story.write_text("“Who is it?”\n\n“Nobody,” said Tom Reed, or Anna.\n", encoding="utf-8")
    plan = json.loads(narrator("plan", story.name, "--json").stdout)
    assert plan["doubtful"] == len(plan["doubtful_lines"]) >= 1
    first = plan["doubtful_lines"][0]
    assert set(first) == {"speaker", "text", "confidence", "why"} and 0 < first["confidence"] < 1


@pytest.mark.skipif(sys.platform != "linux", reason="a folder in which nobody can write")
def test_a_folder_that_cannot_be_worked_in_is_told(narrator: Any, story: Path) -> None:
    said = narrator("parse", story.name, "-C", "/proc/sys")
    assert said.returncode == 1
    assert said.stderr.splitlines()[-1] == (
        "narrator: /proc/sys/script: cannot be used (No such file or directory); see that it is "
        "there and that you may write to it; -C chooses another folder to work in"
    )


def test_what_was_said_is_told_as_json(narrator: Any, tmp_path: Path) -> None:
    said = json.loads(narrator("say", "Good evening.", "-o", "a.wav", "--json").stdout)
    assert said["path"] == "a.wav" and said["seconds"] > 0.3
    assert (tmp_path / "a.wav").stat().st_size > 10_000


def test_extras_that_nobody_added_are_no_fault(narrator: Any) -> None:
    said = narrator("doctor")
    assert said.returncode == 0, said.stdout
    assert "missing" not in said.stdout.casefold().replace("is missing", "")
    assert "not used  engine kokoro" in said.stdout


@pytest.mark.parametrize("command", [["voices"], ["plan", "keys.txt"], ["voices", "--json"]])
def test_a_reader_who_leaves_is_no_fault(story: Path, command: list[str]) -> None:
    gone, ours = os.pipe()
    os.close(gone)
    words = [sys.executable, "-m", "narrator", *command]
    said = subprocess.run(words, stdout=ours, stderr=subprocess.PIPE, cwd=story.parent, check=False)
    os.close(ours)
    assert said.stderr == b""


class Terminal:
    """What a terminal of some columns shows, of what is written to it."""

    def __init__(self, columns: int) -> None:
        self.columns, self.rows, self.written = columns, 1, ""

    def write(self, text: str) -> int:
        self.written += text
        for row in text.replace("\r", "\n\r").split("\n"):
            seen = row.replace("\r", "").replace("\x1b[?25l", "").replace("\x1b[?25h", "")
            self.rows += max(0, len(seen) - 1) // self.columns
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [36, 80])
def test_progress_stays_in_its_row(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    clock = iter(range(0, 100_000, 4))
    watch = SimpleNamespace(monotonic=lambda: float(next(clock)))
    monkeypatch.setattr("narrator.commands.console.time", watch)
    monkeypatch.setenv("COLUMNS", str(columns))
    terminal = Terminal(columns)
    monkeypatch.setattr(sys, "stderr", terminal)
    with Console() as console:
        for done in range(0, 101, 5):
            console.listen(Progress("recording", done, 100))
    assert terminal.rows == 1
    shown = terminal.written.split("\r")
    assert "left" not in "".join(shown[:3])
    assert "1:48 left" in terminal.written  # a tenth took 12 s
    assert ("[" in terminal.written.replace("\x1b[", "")) == (columns == 80)
