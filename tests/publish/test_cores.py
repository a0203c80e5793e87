"""As many encoders as processors: each has one of its own."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from narrator.mixing import encode
from narrator.publish.cores import Cores

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for this")


@linux
def test_each_encoder_has_a_processor_when_there_are_as_many() -> None:
    usable = os.sched_getaffinity(0)
    cores = Cores(len(usable))
    for _ in range(3):
        with cores.one() as core:
            assert core in usable
    nested = Cores(len(usable) + 1)
    with nested.one() as first, nested.one() as second:
        assert first in usable and second in usable
        assert len(usable) == 1 or first != second


@linux
def test_fewer_encoders_are_left_to_the_system() -> None:
    with Cores(0).one() as core:
        assert core is None


@linux
def test_an_encoder_keeps_to_its_processor_and_we_do_not() -> None:
    usable = os.sched_getaffinity(0)
    core = max(usable)
    seen: list[str] = []

    def sound() -> Iterator[bytes]:
        # Looked at while ffmpeg waits for sound.
        task = Path(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children")
        for child in task.read_text().split():
            rows = Path(f"/proc/{child}/status").read_text().splitlines()
            seen.extend(row.split()[1] for row in rows if row.startswith("Cpus_allowed_list"))
        yield bytes(1000)

    arguments = ("-f", "s16le", "-ar", "8000", "-ac", "1", "-i", "pipe:0", "-f", "null", "-")
    encode(arguments, sound(), core=core)
    assert str(core) in seen
    assert os.sched_getaffinity(0) == usable
