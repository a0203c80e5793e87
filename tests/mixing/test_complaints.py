"""Why ffmpeg failed: what is told is what is wrong, never a line of its chatter."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrator.errors import MissingTool, NarratorError
from narrator.mixing import convert, encode, find, inspect, measure, version
from narrator.mixing.complaints import failure
from narrator.mixing.ffmpeg import VARIABLE, decode, describe, report

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
PCM = ("-f", "s16le", "-ar", "8000", "-ac", "1", "-i", "pipe:0")
SOUND = ("-f", "lavfi", "-re", "-i", "sine=duration=600")
"""As slow as it is heard, so that there is time to end it."""
METER = ("-map", "0:a:0", "-af", "ebur128=framelog=verbose", "-f", "null", "-")


@pytest.fixture
def pid_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the real ffmpeg says what its process number is."""
    pid = tmp_path / "pid"
    stand_in = tmp_path / "ffmpeg"
    stand_in.write_text(f'#!/bin/sh\necho $$ >"{pid}.part"; mv "{pid}.part" "{pid}"\n')
    with stand_in.open("a") as script:
        script.write(f'exec "{find()}" "$@"\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(stand_in))
    return pid


class Killer:
    """Sends a signal to ffmpeg a little after it has begun."""

    def __init__(self, pid_file: Path, number: int) -> None:
        self._file, self._number = pid_file, number
        self._thread = threading.Thread(target=self._send)
        self._thread.start()

    def _send(self) -> None:
        pause = threading.Event()
        while not self._file.exists():
            pause.wait(0.01)
        # By now it has told of its streams; if it has not, that is as well.
        pause.wait(0.4)
        os.kill(int(self._file.read_text()), self._number)


def endless() -> Iterator[bytes]:
    while True:
        yield bytes(8000)


RUNS: dict[str, Callable[[Path], object]] = {
    "encode": lambda out: encode((*PCM, f"file:{out}"), endless()),
    "report": lambda out: report((*PCM, *METER), endless()),
    "decode": lambda out: decode((*SOUND, "-f", "s16le", "pipe:1"), lambda piece: None),
    "convert": lambda out: convert((*SOUND, "-f", "s16le", "pipe:1"), b""),
}


@posix
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_ffmpeg_is_told_as_killed(
    pid_file: Path, tmp_path: Path, run: str, number: signal.Signals
) -> None:
    Killer(pid_file, number)
    with pytest.raises(NarratorError) as told:
        RUNS[run](tmp_path / "x.wav")
    message = str(told.value)
    assert f"ffmpeg was killed by signal {number:d} ({number.name})" in message
    assert "run the same again" in message and "--jobs 1" in message


@posix
@pytest.mark.parametrize("run", RUNS)
def test_an_ffmpeg_told_to_end_says_so(pid_file: Path, tmp_path: Path, run: str) -> None:
    Killer(pid_file, signal.SIGTERM)
    with pytest.raises(NarratorError, match="ffmpeg was told to end; run the same again"):
        RUNS[run](tmp_path / "x.wav")


@posix
@pytest.mark.parametrize("ask", [lambda path: describe(path), lambda path: version(find())])
def test_it_may_be_killed_while_it_is_only_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Path], object]
) -> None:
    stand_in = tmp_path / "ffmpeg"
    stand_in.write_text("#!/bin/sh\nkill -9 $$\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(stand_in))
    with pytest.raises(NarratorError, match=r"killed by signal 9 \(SIGKILL\)"):
        ask(tmp_path / "x.mp3")


@posix
@pytest.mark.parametrize("run", RUNS)
def test_an_ffmpeg_that_cannot_be_started_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: str
) -> None:
    stand_in = tmp_path / "ffmpeg"
    stand_in.write_bytes(b"\x7fELF nothing")
    stand_in.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(stand_in))
    with pytest.raises(MissingTool, match="ffmpeg does not run"):
        RUNS[run](tmp_path / "x.wav")


def test_the_line_that_is_told_is_an_error(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.mp3"
    with pytest.raises(NarratorError, match=r"^ffmpeg failed: .*No such file or directory$"):
        measure(nothing)
    nothing.write_bytes(b"no sound" * 1000)
    with pytest.raises(NarratorError, match=r"^ffmpeg failed: [^\[]*$") as told:
        measure(nothing)
    assert "Stream" not in str(told.value)
    with pytest.raises(NarratorError, match="holds no sound"):
        inspect(nothing)
    with pytest.raises(NarratorError, match=r"ffmpeg failed: .*'no-such-filter'"):
        report((*PCM, "-af", "no-such-filter", "-f", "null", "-"), [bytes(8000)])


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        ("[info]   Stream #0:0 -> #0:0 (pcm_s16le)\n", -9, "killed by signal 9 (SIGKILL)"),
        ("[mp3 @ 0x1] [error] Header missing\n", -11, "killed by signal 11 (SIGSEGV)"),
        ("[info]   Stream #0:0 -> #0:0 (pcm_s16le)\n", 1, "ffmpeg ended with exit code 1"),
        ("[info] Stream mapping:\n[aac @ 0x1] [error] Broken\n[info] size=1", 1, "failed: Broken"),
        ("[fatal] Broken\n[error] Conversion failed!\n", 1, "failed: Broken"),
        ("[error] Conversion failed!\n", 1, "failed: Conversion failed!"),
        ("sh: libx.so: no such file\n", 127, "failed: sh: libx.so: no such file"),
        ("[info] size=1\n  Integrated loudness:\n    I: -70\n", 3, "ended with exit code 3"),
        ("[out#0 @ 0x1] [error] x: No space left on device\n", 228, "the disk is full"),
        ("", -77, "killed by signal 77;"),
    ],
)
def test_the_choice_of_the_line(said: str, code: int, told: str) -> None:
    assert told in str(failure(said, code))
