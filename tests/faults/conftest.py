"""A workshop in which everything can go wrong: real runs, real ffmpeg, and an engine that is the
same every time, so that two books can be compared byte for byte."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ENGINE = '''
import array, hashlib, math, os
from narrator.engines import Engine
from narrator.model import Gender, Sound, Voice


class Tones(Engine):
    """A tone for every word, its pitch by the voice: the same text always sounds the same."""

    name = "tones"

    @classmethod
    def version(cls):
        return "tones 1"

    def voices(self):
        return tuple(
            Voice(self.name, f"{gender.value}-{n}", gender=gender)
            for n in range(4) for gender in (Gender.MALE, Gender.FEMALE)
        )

    def speak(self, text, voice, manner):
        if os.environ.get("TONES_LOG"):
            with open(os.environ["TONES_LOG"], "a", encoding="utf-8") as log:
                log.write(f"{voice}\\t{text}\\n")
        mood = os.environ.get("TONES_MOOD") if "a bridge" in text or "as fast" in text else ""
        if mood == "nothing":
            return Sound(b"", 22050)
        if mood == "silence":
            return Sound(bytes(44100), 22050)
        if mood == "no rate":
            return Sound(bytes(range(100)) * 100, 0)
        if mood == "half a sample":
            return Sound(b"odd", 22050)
        step = 0.02 + hashlib.sha256(voice.encode()).digest()[0] / 2000
        frames = 400 * len(text)
        wave = (round(6000 * math.sin(n * step) * (1 + math.sin(n / 700)))
                for n in range(frames))
        slow = mood == "slow" or mood == "two rates" and "as fast" in text
        # As long as ever, with fewer samples.
        wave = list(wave)[::2] if slow else wave
        return Sound(array.array("h", wave).tobytes(), 11025 if slow else 22050)
'''

STORY = """\
The Two Keys

Chapter 1

Anna Bell put the lamp on the table. “Who has the key?” she asked.

“I have it,” said Tom Reed.

“Then open the door,” said Anna. “It is cold out here.”

Tom turned the key twice. Nothing happened, and then everything did.

Chapter 2

The old man behind the door smiled. “You are late,” he said.

“We came as fast as we could,” said Tom. “There was a bridge, and it was shut.”

“There is always a bridge,” said the old man.

Anna laughed at that, and sat down without being asked.

Chapter 3

In the morning the lamp was gone, and so was Tom.

“He went to look at the bridge,” said the old man. “They all do.”

“Then I will wait,” said Anna Bell.
"""


@dataclass
class Workshop:
    """A folder, and a way to run `narrator` in it."""

    folder: Path
    zygote: Any
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What the last run printed."""
        return self._log.read_text(encoding="utf-8")

    @property
    def _log(self) -> Path:
        return self.folder.with_name(self.folder.name + ".log")

    def start(self, *arguments: str) -> int:
        """Begin a run; its process number, which is that of its group too."""
        usual = ("make", "keys.txt", "--engine", "tones", "--jobs", "2", "--format", "m4b", "-q")
        files = (Path(os.devnull), self._log, self._log)
        pid = self.zygote.start(arguments or usual, self.folder, *files, **self.environment)
        assert isinstance(pid, int)
        return pid

    def end(self) -> int:
        """Wait for the run; its exit code."""
        code = self.zygote.end()
        assert isinstance(code, int)
        return code

    def run(self, *arguments: str) -> int:
        """A run from beginning to end."""
        self.start(*arguments)
        return self.end()

    def files(self, *parts: str) -> dict[str, bytes]:
        """All whole files, by their path."""
        top = self.folder.joinpath(*parts)
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file() and not unfinished(path)
        }

    def clips(self) -> dict[str, tuple[int, int]]:
        """Every clip with what tells whether it was written again."""
        store = self.folder / "audio_out" / ".clips"
        found = {}
        for path in store.glob("??/*.wav"):
            if not unfinished(path):
                found[path.name] = (path.stat().st_ino, path.stat().st_mtime_ns)
        return found

    def told(self) -> str:
        """The one line of a run that failed."""
        lines = self.said.strip().splitlines()
        assert len(lines) == 1, lines
        assert "Traceback" not in lines[0] and "unforeseen" not in lines[0]
        return lines[0]


def unfinished(path: Path) -> bool:
    """Whether a file is, by its name, not whole, a lock, or a memory of when clips were read."""
    if path.name == "catalogue.json":
        return True
    return path.name.endswith(".part") or path.parent.name in ("unfinished", ".locks")


def helpers(pid: int) -> list[int]:
    """The workers and the ffmpeg of a run, without Python's own housekeeping."""
    return [each for each in family(pid) if "resource_tracker" not in command_of(each)]


def command_of(pid: int) -> str:
    """How a process was started."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(errors="replace")
    except OSError:
        return ""


def family(pid: int) -> list[int]:
    """The descendants of a process."""
    found: list[int] = []
    todo = [pid]
    while todo:
        member = todo.pop()
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                children = [int(each) for each in task.read_text().split()]
            except OSError:
                continue
            found += children
            todo += children
    return found


@pytest.fixture(scope="session")
def with_tones(tmp_path_factory: Any) -> dict[str, str]:
    """The environment of a process that has the engine."""
    if sys.platform != "linux":
        pytest.skip("forks, kills and looks into /proc")
    package = tmp_path_factory.mktemp("engine")
    info = package / "tones-1.dist-info"
    info.mkdir()
    (package / "tones_engine.py").write_text(textwrap.dedent(ENGINE), encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tones\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[narrator.engines]\ntones = tones_engine:Tones\n")
    paths = [str(package), str(Path(__file__).resolve().parents[2])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


@pytest.fixture(scope="session")
def zygote(new_zygote: Callable[..., Any], with_tones: dict[str, str]) -> Any:
    return new_zygote(with_tones)


@pytest.fixture
def new_workshop(zygote: Any, tmp_path: Path) -> Callable[[Path | str], Workshop]:
    def new(place: Path | str) -> Workshop:
        folder = tmp_path / place
        folder.mkdir(exist_ok=True)
        (folder / "keys.txt").write_text(STORY, encoding="utf-8")
        return Workshop(folder, zygote)

    return new


@pytest.fixture
def workshop(new_workshop: Callable[[str], Workshop]) -> Workshop:
    return new_workshop("shop")


@dataclass(frozen=True)
class Undisturbed:
    """A book as it becomes when nothing happens."""

    folder: Path
    files: dict[str, bytes]
    seconds: float


@pytest.fixture(scope="session")
def undisturbed(zygote: Any, tmp_path_factory: Any) -> Undisturbed:
    folder = tmp_path_factory.mktemp("undisturbed")
    (folder / "keys.txt").write_text(STORY, encoding="utf-8")
    shop = Workshop(folder, zygote)
    began = time.monotonic()
    assert shop.run() == 0, shop.said
    return Undisturbed(folder, shop.files(), time.monotonic() - began)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20)


@pytest.fixture
def tmpfs(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount, or mount again, a small file system with these options."""
    place = tmp_path / "small"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    mounted = False

    def mount(options: str) -> Path:
        nonlocal mounted
        options = f"remount,{options}" if mounted else options
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
        mounted = True
        return place

    yield mount
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def kill(pid: int, *, with_ffmpeg: bool) -> None:
    """End a run and its workers at once; ffmpeg has a group of its own and lives a little longer,
    unless it is to end as well, as when a machine is reset."""
    members = family(pid) if with_ffmpeg else []
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    for member in members:
        with suppress(ProcessLookupError):
            os.kill(member, signal.SIGKILL)
