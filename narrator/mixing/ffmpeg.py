"""The one place that runs ffmpeg: find it, feed it sound, and tell in one line why it failed."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from typing import IO

from narrator.errors import MissingTool
from narrator.processes import ending

from .complaints import failure

VARIABLE = "NARRATOR_FFMPEG"
"""The environment variable that names the ffmpeg to use."""

# Every message is marked with its level, so that an error can be told from chatter.
_QUIET = ("-hide_banner", "-nostats", "-loglevel", "level+error")
_TALKING = ("-hide_banner", "-nostats", "-loglevel", "level+info")
# Ctrl-C at a terminal goes to every process of it. Ours must be the only one to decide, so that
# ffmpeg never ends a file neatly that is not whole: it has a session (on Windows a group) apart.
_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_PIECE = 1 << 18
"""Bytes of decoded sound handed on at a time."""


class Stopped(Exception):
    """The caller no longer wants what ffmpeg was making."""


class Stop:
    """Once it is set, nobody wants any more what is being made: every ffmpeg that makes it ends.

    An ffmpeg that is suspended, or whose disk does not answer, takes no more sound, and whoever
    feeds it waits. So it is ended from outside.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_set = False
        self._children: set[subprocess.Popen[bytes]] = set()

    def is_set(self) -> bool:
        """Whether it was set."""
        return self._is_set

    def set(self) -> None:
        """End them all."""
        with self._lock:
            self._is_set = True
            for child in self._children:
                child.kill()

    @contextmanager
    def ending(self, child: "subprocess.Popen[bytes]") -> Iterator[None]:
        """In this context `child` is one of those that are ended."""
        with self._lock:
            self._children.add(child)
            if self._is_set:
                child.kill()
        try:
            yield
        finally:
            with self._lock:
                self._children.remove(child)


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
    except ImportError as error:
        raise _missing() from error
    # The package runs the program to see whether it is one, and remembers for good that it was
    # not where that run was killed: so what lies in it is taken as it is.
    brought = sorted(Path(imageio_ffmpeg.__file__).with_name("binaries").glob("ffmpeg-*"))
    if brought and "IMAGEIO_FFMPEG_EXE" not in os.environ:
        return brought[0]
    try:
        return Path(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise _missing() from error


def _missing() -> MissingTool:
    return MissingTool("ffmpeg is not there", todo="install it, or run: pip install imageio-ffmpeg")


def version(program: Path) -> str:
    """The version as ffmpeg states it: `9.0.2`.

    Raises:
        MissingTool: the program does not run, or is not ffmpeg.
    """
    try:
        said = subprocess.run([str(program), "-version"], capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingTool(f"ffmpeg does not run: {error}", where=str(program)) from error
    if said.returncode < 0:
        raise MissingTool(f"ffmpeg {ending(said.returncode)}", where=str(program))
    words = said.stdout.decode("utf-8", "replace").split(maxsplit=3)
    if said.returncode or words[:2] != ["ffmpeg", "version"]:
        raise MissingTool("this is not ffmpeg", where=str(program))
    return words[2]


@cache
def is_older_than(major: int, program: Path) -> bool:
    """Whether a release is older than the first of this number; versions without one are new.

    Raises:
        MissingTool: see `version`.
    """
    number = re.match(r"n?(\d+)\.", version(program))
    return number is not None and int(number[1]) < major


def file(path: Path) -> str:
    """`path` as an argument that ffmpeg takes for a file whatever its name looks like."""
    return f"file:{path.absolute()}"


def encode(
    arguments: Sequence[str],
    pcm: Iterable[bytes],
    stop: Stop | None = None,
    core: int | None = None,
) -> None:
    """Run ffmpeg with `arguments`, feeding `pcm` to its standard input piece by piece.

    The child never outlives the call: an error or an interruption ends it. With a `core` it runs
    on that processor alone, where the system can do that.

    Raises:
        Stopped: `stop` was set before ffmpeg had finished.
        NarratorError: ffmpeg failed or was killed; the message says why.
    """
    _run((*_QUIET, "-y", *arguments), pcm, stop, core)


def report(arguments: Sequence[str], pcm: Iterable[bytes] = (), stop: Stop | None = None) -> str:
    """What ffmpeg says of its work, as a filter's summary; output sound is not kept.

    Raises:
        Stopped: `stop` was set before ffmpeg had finished.
        NarratorError: ffmpeg failed.
    """
    return _run((*_TALKING, *arguments), pcm, stop)


def describe(path: Path) -> str:
    """What ffmpeg says a file is; empty where it is nothing that ffmpeg knows.

    Raises:
        NarratorError: ffmpeg was killed.
    """
    done = _called(("-hide_banner", "-i", file(path)), b"")
    said = done.stderr.decode("utf-8", "replace")
    # It always fails, for nothing was asked of it.
    if done.returncode < 0:
        raise failure(said, done.returncode)
    return said


def decode(arguments: Sequence[str], take: Callable[[bytes], None]) -> str:
    """Give `take` what ffmpeg writes to its standard output, piece by piece; returns what it says.

    Raises:
        NarratorError: ffmpeg failed.
    """
    child = _started((*_TALKING, *arguments), stdout=subprocess.PIPE)
    messages = _Messages(child)
    try:
        if child.stdin:
            child.stdin.close()
        while child.stdout and (piece := child.stdout.read(_PIECE)):
            take(piece)
        code = child.wait()
    finally:
        _end(child)
        if child.stdout:
            child.stdout.close()
        said = messages.all()
    if code:
        raise failure(said, code)
    return said


def convert(arguments: Sequence[str], data: bytes) -> bytes:
    """What ffmpeg writes to its standard output for `data`: for sound that fits into memory.

    Raises:
        NarratorError: ffmpeg failed.
    """
    done = _called((*_QUIET, *arguments), data)
    if done.returncode:
        raise failure(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout


def _run(
    arguments: Sequence[str], pcm: Iterable[bytes], stop: Stop | None, core: int | None = None
) -> str:
    stop = stop or Stop()
    child = _started(arguments)
    messages = _Messages(child)
    _keep_to(child.pid, core)
    try:
        with stop.ending(child):
            _feed(child, pcm, stop)
            code = child.wait()
    finally:
        _end(child)
        said = messages.all()
    _heed(stop)
    if code:
        raise failure(said, code)
    return said


def _called(arguments: Sequence[str], data: bytes) -> "subprocess.CompletedProcess[bytes]":
    with _running() as program:
        return subprocess.run(
            [program, *arguments],
            input=data,
            capture_output=True,
            start_new_session=True,
            creationflags=_GROUP,
        )


def _started(
    arguments: Sequence[str], stdout: int = subprocess.DEVNULL
) -> "subprocess.Popen[bytes]":
    with _running() as program:
        return subprocess.Popen(
            [program, *arguments],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=_GROUP,
        )


class _Messages:
    """What a running ffmpeg says. A full pipe that nobody reads would stop it for ever."""

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        self._said = b""
        self._reader = Thread(target=self._read, args=(child.stderr,), daemon=True)
        self._reader.start()

    def all(self) -> str:
        """All of it; ffmpeg must have ended."""
        self._reader.join()
        return self._said.decode("utf-8", "replace")

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            self._said = pipe.read()


@contextmanager
def _running() -> Iterator[str]:
    """The program to start; that it cannot be started is told."""
    program = find()
    try:
        yield str(program)
    except OSError as error:
        raise MissingTool(f"ffmpeg does not run: {error}", where=str(program)) from error


def _keep_to(process: int, core: int | None) -> None:
    """Let a process that has just started run on `core` only; a wish, not a need."""
    if core is not None and sys.platform == "linux":
        with suppress(OSError):
            os.sched_setaffinity(process, {core})


def _feed(child: "subprocess.Popen[bytes]", pcm: Iterable[bytes], stop: Stop) -> None:
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


def _heed(stop: Stop) -> None:
    if stop.is_set():
        raise Stopped


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.kill()
    if child.stdin:
        with suppress(OSError):
            child.stdin.close()
    child.wait()
