"""What a shell is offered while a command is typed."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def offered(folder: Path, line: str) -> list[str]:
    words = line.split(" ")
    environment = {
        **os.environ,
        "_NARRATOR_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    code = "from narrator.cli import main; main()"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert not said.stderr
    return [row.partition(",")[2] for row in said.stdout.splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_commands_books_engines_and_voices_are_offered(narrator: Any, story: Path) -> None:
    assert narrator("parse", story.name, "--name", "Keys of Old").returncode == 0
    folder = story.parent
    assert offered(folder.parent, f"narrator cast -C {folder} k") == ["keys-of-old"]
    assert offered(folder, "narrator make a.txt --engine es") == ["espeak"]
    assert "old-man" in offered(folder, "narrator say x --voice old")
