"""A run whose output leads nowhere makes its book all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name != "posix", reason="there is no shell that closes what a run prints to")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, closed: str) -> None:
    (tmp_path / "s.txt").write_text("The Key\n\n“No,” said Mara.\n", encoding="utf-8")
    make = "-m narrator make s.txt --engine silent --format mp3 --jobs 1"
    paths = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    command = f'"{sys.executable}" {make} {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, env={**os.environ, **paths}, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "audio_out/s").glob("*.mp3"))
