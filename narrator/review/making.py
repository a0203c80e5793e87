"""The making of a book while it is under review: Narrator's own command in a process beside it.

So a page stops it by interrupting it, as a person would, and it goes on where it stopped.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from narrator.errors import NarratorError
from narrator.workspace import Workspace

from .shapes import Work

_SELF = (sys.executable, "-m", "narrator")
_INTERRUPTED = (130, -signal.SIGINT)
_KNOWN = 3.0, 0.02
"""Seconds, and part of a stage, after which it is known how long the rest takes."""
_OFTEN = 0.25
"""Seconds between two rows of progress that are told."""
_TOLD = 20
"""Rows of what a person should know that are kept."""


if sys.platform == "win32":
    _STOP, _FLAGS = signal.CTRL_BREAK_EVENT, subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _STOP, _FLAGS = signal.SIGINT, 0


class Making:
    """The making of one book, one run at a time."""

    def __init__(self, workspace: Workspace, tell: Callable[[Work], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._lock = threading.RLock()
        self._process: subprocess.Popen[str] | None = None
        self._work = Work("idle")
        self._began = 0.0, 0.0

    @property
    def work(self) -> Work:
        """How far it is."""
        return self._work

    def start(self, *arguments: str) -> Work:
        """Begin, or go on; nothing happens where it runs already."""
        with self._lock:
            if self._process is None:
                self._process = subprocess.Popen(
                    [*_SELF, *arguments, "-C", str(self._workspace.root.absolute())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    env={**os.environ, "NARRATOR_PROGRESS": "json"},
                    creationflags=_FLAGS,
                )
                self._work = Work("running", "parsing" if arguments[0] == "make" else "recording")
                args = (self._process,)
                threading.Thread(target=self._listen, args=args, name="making", daemon=True).start()
        return self._told()

    def stop(self) -> Work:
        """Stop soon; what is done is kept."""
        with self._lock:
            if self._process is not None and self._work.state == "running":
                self._process.send_signal(_STOP)
                self._work = Work("stopping", self._work.stage, self._work.part)
        return self._told()

    def close(self) -> None:
        """Stop now, and wait for the end."""
        process = self._process
        self.stop()
        if process is not None:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()

    def _told(self) -> Work:
        # In the order in which it happens, whichever thread says it.
        with self._lock:
            self._tell(self._work)
            return self._work

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        with process:
            said = self._told_by(process)
        code = process.returncode
        with self._lock:
            stopped = code in _INTERRUPTED or self._work.state == "stopping"
            state = "done" if code == 0 else "stopped" if stopped else "failed"
            self._work = Work(state, "", 1.0 if code == 0 else self._work.part, None, said)
            self._process = None
        self._told()

    def _told_by(self, process: "subprocess.Popen[str]") -> tuple[str, ...]:
        """Hear what a run says, to its end."""
        said: tuple[str, ...] = ()
        last = 0.0
        for row in process.stderr or ():
            progress = _progress(row)
            if progress is None:
                said = (*said, row.strip().removeprefix("narrator: "))[-_TOLD:]
            with self._lock:
                self._work = self._heard(progress, said)
            if progress is None or time.monotonic() - last > _OFTEN:
                last = time.monotonic()
                self._told()
        return said

    def _heard(self, progress: tuple[str, float] | None, said: tuple[str, ...]) -> Work:
        work, now = self._work, time.monotonic()
        stage, part = progress or (work.stage, work.part)
        if stage != work.stage or not self._began[0]:
            self._began = now, part
        seconds, done = now - self._began[0], part - self._began[1]
        known = seconds >= _KNOWN[0] and done >= _KNOWN[1]
        left = round((1 - part) * seconds / done, 1) if known else None
        return Work(work.state, stage, round(part, 4), left, said)


def _progress(row: str) -> tuple[str, float] | None:
    """The stage and how much of it is done; None where a row tells something else."""
    try:
        told = json.loads(row)
        part = told["done"] / told["total"] if told["total"] else 1.0
        return str(told["stage"]), min(max(float(part), 0.0), 1.0)
    except (ValueError, KeyError, TypeError):
        return None


def answer_of(*arguments: str) -> bytes:
    """What a command prints.

    Raises:
        NarratorError: it failed; in its own words.
    """
    done = subprocess.run(
        [*_SELF, *arguments], capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        rows = done.stderr.decode("utf-8", "replace").splitlines() or ["it failed"]
        raise NarratorError(rows[-1].removeprefix("narrator: "))
    return done.stdout
