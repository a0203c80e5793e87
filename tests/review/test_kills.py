"""Whenever the machine stops: what was confirmed is in the files, and can be taken back."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from narrator.review import Session
from narrator.workspace import Workspace, load_script, read_parsed

from .conftest import files_of

KILLS = 30


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed differently there")
def test_killed_at_random_moments(root: Path) -> None:
    random.seed(15)
    first = files_of(root)
    last = 0
    for _ in range(KILLS):
        last = killed_once(root, last + 1, random.random() * 0.4)
    session = Session(Workspace(root), "keys")
    entries = session.history().entries
    assert len(entries) >= KILLS
    for _ in entries:
        assert not session.undo().remarks
    session.close()
    assert files_of(root) == first


def killed_once(root: Path, number: int, seconds: float) -> int:
    """Kill a session after so many seconds of work; the last number that it confirmed."""
    command = [sys.executable, str(Path(__file__).with_name("killed.py")), str(root), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        confirmed = [row for row in process.stdout.read().split("\n")[:-1] if "\t" in row]
    session = Session(Workspace(root), "keys")
    parsed = read_parsed(root / "script/keys")
    session.close()
    assert parsed and not parsed.coming
    lines = [
        line for chapter in load_script(root / "script/keys").chapters for line in chapter.lines
    ]
    said: dict[str, str] = {}
    for row in confirmed:
        at, text = row.split("\t")
        said[text], number = at, int(at)
    for text, at in said.items():
        (line,) = [line for line in lines if line.text == text]
        # The one that was about to be confirmed may be there as well.
        assert int(line.delivery.removeprefix("number ")) >= int(at)
    return number
