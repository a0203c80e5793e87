"""The command line as a person runs it: a process of its own, in a folder of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

STORY = """\
The Two Keys

Anna Bell put the lamp on the table. “Who has the key?” she asked.

“I have it,” said Tom Reed.

“Then open the door,” said Anna. “It is cold out here.”

Tom turned the key twice. Nothing happened, and then everything did.

* * *

The old man behind the door smiled. “You are late,” he said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A short story in a workspace of its own."""
    path = tmp_path / "keys.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def zygote(new_zygote: Callable[..., Any]) -> Any:
    """What the runs of this room are forked from, where there are forks."""
    return new_zygote(surroundings()) if hasattr(os, "fork") else None


def surroundings() -> dict[str, str]:
    """The environment of a run, with nothing inherited that could matter."""
    return {**os.environ, "PYTHONWARNINGS": "error", "COLUMNS": "100"}


@pytest.fixture(scope="session")
def narrator_in(tmp_path_factory: pytest.TempPathFactory, zygote: Any) -> Callable[[Path], Run]:
    """Run `narrator ARGUMENTS` in a folder, to its end."""

    def in_folder(folder: Path) -> Run:
        said = tmp_path_factory.mktemp("said")

        def run(
            *arguments: object, input: str = "", stdin: Any = None
        ) -> "subprocess.CompletedProcess[str]":
            entry, *exits = (said / name for name in ("in", "out", "errors"))
            entry.write_bytes(stdin.read() if stdin else input.encode())
            words = tuple(map(str, arguments))
            if zygote:
                zygote.start(words, folder, entry, *exits, **surroundings())
                code = zygote.end()
            else:
                code = forkless(words, folder, entry, *exits)
            heard = (path.read_text(encoding="utf-8") for path in exits)
            return subprocess.CompletedProcess(words, code, *heard)

        return run

    return in_folder


@pytest.fixture
def narrator(narrator_in: Callable[[Path], Run], tmp_path: Path) -> Run:
    """Run `narrator ARGUMENTS` in the test's folder."""
    return narrator_in(tmp_path)


@pytest.fixture(scope="session")
def made_once(
    narrator_in: Callable[[Path], Run], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    """A workspace with the short story made into a book, and what was said of it."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "keys.txt").write_text(STORY, encoding="utf-8")
    said = narrator_in(folder)("make", "keys.txt", "--json", "--jobs", "2")
    assert said.returncode == 0, said.stderr
    return folder, json.loads(said.stdout)


@pytest.fixture
def made_story(made_once: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """The short story in a workspace where it has been made into a book: a copy for this test."""
    shutil.copytree(made_once[0], tmp_path, dirs_exist_ok=True)
    return tmp_path / "keys.txt"


def forkless(arguments: tuple[str, ...], folder: Path, *files: Path) -> int:
    """The same by a new process."""
    with files[0].open("rb") as entry, files[1].open("wb") as out, files[2].open("wb") as errors:
        command = [sys.executable, "-m", "narrator", *arguments]
        return subprocess.call(
            command, cwd=folder, env=surroundings(), stdin=entry, stdout=out, stderr=errors
        )
