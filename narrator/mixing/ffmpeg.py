"""The one place that runs ffmpeg: find it, feed it sound, and tell in one line why it failed."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import IO

from narrator.errors import MissingTool, NarratorError

VARIABLE = "NARRATOR_FFMPEG"
"""The environment variable that names the ffmpeg to use."""

_QUIET = ("-hide_banner", "-nostats", "-loglevel", "error")
# Ctrl-C at a terminal goes to every process of it. Ours must be the only one to decide, so that
# ffmpeg never ends a file neatly that is not whole: it has a session (on Windows a group) apart.
_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_PATIENCE = 0.1
"""Seconds between two looks at whether the caller still wants the result."""
_PIECE = 1 << 18
"""Bytes of decoded sound handed on at a time."""
_HOLLOW = ("Conversion failed", "Error while", "Error opening output file", "Last message")
"""How ffmpeg's last words begin when an earlier line says more."""

_SOURCE = re.compile(r"^(\[[^]]*\] ?)+")
"""The part of ffmpeg that a message is from: `[out#0/wav @ 0x5581]`."""


class Stopped(Exception):
    """The caller no longer wants what ffmpeg was making."""


def find() -> Path:
    """The ffmpeg to use: the one `NARRATOR_FFMPEG` names, on PATH, or installed by pip.

    Raises:
        MissingTool: there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            raise MissingTool(
                f"{named} is not a program that can be run",
                where=VARIABLE,
                todo="name the ffmpeg program there, or unset the variable",
            )
        return Path(found)
    found = shutil.which("ffmpeg")
    return Path(found) if found else _from_pip()


def _from_pip() -> Path:
    try:
        import imageio_ffmpeg

        return Path(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        raise MissingTool(
            "ffmpeg is not there", todo="install it, or run: pip install imageio-ffmpeg"
        ) from error


def version(program: Path) -> str:
    """The version as ffmpeg states it: `9.0.2`.

    Raises:
        MissingTool: the program does not run, or is not ffmpeg.
    """
    try:
        said = subprocess.run([str(program), "-version"], capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingTool(f"ffmpeg does not run: {error}", where=str(program)) from error
    words = said.stdout.decode("utf-8", "replace").split(maxsplit=3)
    if said.returncode or words[:2] != ["ffmpeg", "version"]:
        raise MissingTool("this is not ffmpeg", where=str(program))
    return words[2]


def file(path: Path) -> str:
    """`path` as an argument that ffmpeg takes for a file whatever its name looks like."""
    return f"file:{path.absolute()}"


def encode(arguments: Sequence[str], pcm: Iterable[bytes], stop: Event | None = None) -> None:
    """Run ffmpeg with `arguments`, feeding `pcm` to its standard input piece by piece.

    The child never outlives the call: an error or an interruption ends it.

    Raises:
        Stopped: `stop` was set before ffmpeg had finished.
        NarratorError: ffmpeg failed; the message is its last telling line.
    """
    _run((*_QUIET, "-y", *arguments), pcm, stop)


def report(arguments: Sequence[str], pcm: Iterable[bytes] = ()) -> str:
    """What ffmpeg says of its work, as a filter's summary; output sound is not kept.

    Raises:
        NarratorError: ffmpeg failed.
    """
    return _run(("-hide_banner", "-nostats", *arguments), pcm, None)


def describe(path: Path) -> str:
    """What ffmpeg says a file is; empty where it is nothing that ffmpeg knows."""
    command = [str(find()), "-hide_banner", "-i", file(path)]
    said = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        creationflags=_GROUP,
    )
    return said.stderr.decode("utf-8", "replace")


def decode(arguments: Sequence[str], take: Callable[[bytes], None]) -> str:
    """Give `take` what ffmpeg writes to its standard output, piece by piece; returns what it says.

    Raises:
        NarratorError: ffmpeg failed.
    """
    with tempfile.TemporaryFile() as messages:
        child = subprocess.Popen(
            [str(find()), "-hide_banner", "-nostats", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=messages,
            start_new_session=True,
            creationflags=_GROUP,
        )
        try:
            while child.stdout and (piece := child.stdout.read(_PIECE)):
                take(piece)
            code = child.wait()
        finally:
            _end(child)
            if child.stdout:
                child.stdout.close()
        messages.seek(0)
        said = messages.read().decode("utf-8", "replace")
    if code:
        raise _failure(said, code)
    return said


def convert(arguments: Sequence[str], data: bytes) -> bytes:
    """What ffmpeg writes to its standard output for `data`: for sound that fits into memory.

    Raises:
        NarratorError: ffmpeg failed.
    """
    command = [str(find()), *_QUIET, *arguments]
    done = subprocess.run(
        command, input=data, capture_output=True, start_new_session=True, creationflags=_GROUP
    )
    if done.returncode:
        raise _failure(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout


def _run(arguments: Sequence[str], pcm: Iterable[bytes], stop: Event | None) -> str:
    # Messages go to a file: a full pipe that nobody reads would stop ffmpeg for ever.
    with tempfile.TemporaryFile() as messages:
        child = _started(arguments, messages)
        try:
            _feed(child, pcm, stop)
            code = _wait(child, stop)
        finally:
            _end(child)
        messages.seek(0)
        said = messages.read().decode("utf-8", "replace")
    if code:
        raise _failure(said, code)
    return said


def _started(arguments: Sequence[str], messages: IO[bytes]) -> "subprocess.Popen[bytes]":
    program = find()
    try:
        return subprocess.Popen(
            [str(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=messages,
            start_new_session=True,
            creationflags=_GROUP,
        )
    except OSError as error:
        raise MissingTool(f"ffmpeg does not run: {error}", where=str(program)) from error


def _feed(child: "subprocess.Popen[bytes]", pcm: Iterable[bytes], stop: Event | None) -> None:
    for piece in pcm:
        _heed(stop)
        if not _give(child.stdin, piece):
            return
    if child.stdin:
        with suppress(OSError):
            child.stdin.close()


def _give(pipe: IO[bytes] | None, piece: bytes) -> bool:
    """Whether ffmpeg took `piece`; if not it has ended, and its exit code says more than we can."""
    try:
        if pipe:
            pipe.write(piece)
    except OSError:
        return False
    return True


def _wait(child: "subprocess.Popen[bytes]", stop: Event | None) -> int:
    while True:
        _heed(stop)
        with suppress(subprocess.TimeoutExpired):
            return child.wait(_PATIENCE)


def _heed(stop: Event | None) -> None:
    if stop and stop.is_set():
        raise Stopped


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.kill()
    if child.stdin:
        with suppress(OSError):
            child.stdin.close()
    child.wait()


def _failure(said: str, code: int) -> NarratorError:
    if "No space left on device" in said:
        return NarratorError("the disk is full", todo="free some space and run the same again")
    lines = [_SOURCE.sub("", line).strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(_HOLLOW)]
    ended = f"it was ended by signal {-code}" if code < 0 else f"it ended with code {code}"
    last = (telling or lines or [ended])[-1]
    return NarratorError(f"ffmpeg failed: {last}")
