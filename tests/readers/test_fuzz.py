"""Every reader against damaged files, each in a process of its own: see `fuzz.py`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from narrator.errors import BadSource
from narrator.readers.registry import READERS

from . import fuzz

TIMES = int(os.environ.get("NARRATOR_TEST_DAMAGED", "150"))
NAMES = [type(reader).__name__ for reader in READERS]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured differently there")
@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_are_books_or_one_line(name: str) -> None:
    said = subprocess.run(
        [sys.executable, str(Path(fuzz.__file__)), name, "--times", str(TIMES)],
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    found = re.search(r"(\d+) files, 0 faults, slowest [\d.]+ s, (\d+) MB", said.stdout)
    assert found is not None, said.stdout
    assert int(found[1]) == TIMES
    assert 10 < int(found[2]) < 300


@pytest.mark.parametrize("reader", READERS, ids=NAMES)
def test_whole_files_are_read_and_damage_is_done(reader: fuzz.Reader) -> None:
    seeds = fuzz.seeds_of(reader)
    assert seeds
    assert [fuzz.fault_of(name, data) for name, data in seeds] == [""] * len(seeds)
    whole = {data for _, data in seeds}
    damaged = [data for _, data in fuzz.files_of(reader, 40, 1)]
    assert sum(data not in whole for data in damaged) > 20
    assert damaged == [data for _, data in fuzz.files_of(reader, 40, 1)]


def test_faults_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("spine")

    monkeypatch.setattr(fuzz, "read_story", broken)
    assert fuzz.fault_of("a.txt", b"x") == "KeyError: 'spine'"

    def unhelpful(*_: object) -> None:
        raise BadSource("is wrong", where="a")

    monkeypatch.setattr(fuzz, "read_story", unhelpful)
    assert fuzz.fault_of("a.txt", b"x").startswith("an error without advice")
