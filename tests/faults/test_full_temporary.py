"""A folder for temporary files with no room in it is named, or does no harm."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.files.temporary import temporary_room


def test_it_is_named() -> None:
    with pytest.raises(NarratorError) as told, temporary_room():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert str(told.value.where) == tempfile.gettempdir()
    assert "full" in told.value.what


def test_other_failures_stay_what_they_are() -> None:
    with pytest.raises(PermissionError), temporary_room():
        raise PermissionError(errno.EACCES, "Permission denied")


def test_a_book_is_made_beside_a_tiny_one(tmp_path: Path) -> None:
    """With room for a few kilobytes everything is made or the folder is named: no defect."""
    tiny = tmp_path / "tiny"
    tiny.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(tiny)]
    if sys.platform != "linux" or subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        story = tmp_path / "s.txt"
        command = [sys.executable, "-m", "narrator", "make", str(story), "--engine", "espeak"]
        for run in range(4):  # fuller with each
            (tiny / f"x{run}").write_bytes(bytes(3000))
            story.write_text(f"“Hello {run},” said Tom.\n\n“How are you?” asked Ann.\n", "utf-8")
            done = subprocess.run(
                command,
                cwd=tmp_path,
                env=os.environ | {"TMPDIR": str(tiny)},
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0 or str(tiny) in done.stderr, done.stderr
            assert "unforeseen" not in done.stderr
    finally:
        subprocess.run(["umount", str(tiny)], check=True)
