"""ffmpeg is found, fed, listened to and ended, whatever happens."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from narrator.errors import MissingTool, NarratorError
from narrator.mixing import Stop, Stopped, convert, encode, find, version
from narrator.mixing.ffmpeg import VARIABLE, report

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
PCM = ("-f", "s16le", "-ar", "8000", "-ac", "1", "-i", "pipe:0")


def program(folder: Path, body: str, name: str = "ffmpeg") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def endless() -> Iterator[bytes]:
    while True:
        yield bytes(8000)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@posix
def test_the_variable_wins_then_path_then_pip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = program(tmp_path / "named", "exit 0", "my ffmpeg")
    on_path = program(tmp_path / "path", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv(VARIABLE, str(named))
    assert find() == named
    monkeypatch.delenv(VARIABLE)
    assert find() == on_path
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "imageio_ffmpeg" in str(find())


def test_a_wrong_variable_is_told_and_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no-such-program")
    with pytest.raises(MissingTool, match=r"NARRATOR_FFMPEG: no-such-program"):
        find()


def test_without_any_ffmpeg_the_cure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(MissingTool, match="pip install imageio-ffmpeg"):
        find()


def test_version_is_a_number() -> None:
    assert any(char.isdigit() for char in version(find()))


@posix
@pytest.mark.parametrize("body", ["echo something else", "exit 1"])
def test_another_program_is_not_taken_for_ffmpeg(tmp_path: Path, body: str) -> None:
    with pytest.raises(MissingTool, match="not ffmpeg"):
        version(program(tmp_path, body))


def test_a_program_that_does_not_run_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingTool, match="does not run"):
        version(tmp_path / "nothing")


def test_encode_writes_all_that_it_is_fed(tmp_path: Path) -> None:
    pieces = [bytes([n]) * 1000 for n in range(50)]
    out = tmp_path / "it's 100% 'odd'.raw"
    encode((*PCM, "-f", "s16le", f"file:{out}"), pieces)
    assert out.read_bytes() == b"".join(pieces)


def test_a_failure_is_its_last_telling_line(tmp_path: Path) -> None:
    out = tmp_path / "no such folder" / "x.wav"
    with pytest.raises(NarratorError, match=r"ffmpeg failed: .*No such file or directory"):
        encode((*PCM, f"file:{out}"), [bytes(1000)] * 500)


def test_convert_tells_failures_too() -> None:
    with pytest.raises(NarratorError, match="ffmpeg failed"):
        convert(("-f", "no-such-format", "-i", "pipe:0", "pipe:1"), b"")


@posix
def test_a_flood_of_messages_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flood = "i=0; while [ $i -lt 20000 ]; do echo 'a message of some length' >&2; i=$((i+1)); done"
    stand_in = program(tmp_path, f"{flood}; cat >/dev/null; echo 'the reason' >&2; exit 3")
    monkeypatch.setenv(VARIABLE, str(stand_in))
    with pytest.raises(NarratorError, match="ffmpeg failed: the reason"):
        encode((), [bytes(1 << 16)] * 20)


@posix
def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = program(tmp_path, "echo 'av_write: No space left on device' >&2; exit 228")
    monkeypatch.setenv(VARIABLE, str(stand_in))
    with pytest.raises(NarratorError, match="the disk is full; free some space"):
        encode((), [bytes(1 << 16)] * 20)


@posix
@pytest.mark.parametrize("run", [encode, report])
def test_one_that_takes_nothing_any_more_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., object]
) -> None:
    monkeypatch.setenv(VARIABLE, str(program(tmp_path / "bin", "exec sleep 600")))
    stop = Stop()
    Timer(0.3, stop.set).start()
    with pytest.raises(Stopped):
        run(PCM, endless(), stop=stop)
    with pytest.raises(Stopped):
        run(PCM, [], stop=stop)


@posix
@pytest.mark.parametrize("how", ["interrupted", "stopped"])
def test_the_child_never_outlives_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    real = shutil.which(find()) or ""
    pid_file = tmp_path / "pid"
    stand_in = program(tmp_path / "bin", f'echo $$ >"{pid_file}"; exec "{real}" "$@"')
    monkeypatch.setenv(VARIABLE, str(stand_in))
    stop = Stop()

    def feed() -> Iterator[bytes]:
        for number, piece in enumerate(endless()):
            if number == 50 and how == "interrupted":
                raise KeyboardInterrupt
            if number == 50:
                stop.set()
            yield piece

    with pytest.raises(KeyboardInterrupt if how == "interrupted" else Stopped):
        encode((*PCM, f"file:{tmp_path / 'x.wav'}"), feed(), stop)
    assert not is_alive(int(pid_file.read_text()))
