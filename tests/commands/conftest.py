"""The command line as a person runs it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

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


@pytest.fixture
def narrator(tmp_path: Path) -> Run:
    """Run `narrator ARGUMENTS` in the test's folder, with nothing inherited that could matter."""

    def run(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.run(
            [sys.executable, "-m", "narrator", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONWARNINGS": "error", "COLUMNS": "100"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            **options,  # type: ignore[call-overload]
        )

    return run
