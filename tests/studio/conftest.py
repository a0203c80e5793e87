"""Engines that misbehave, registered as another package would register its own."""

import importlib
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULE = '''
import ctypes, math, os, re, signal, struct, sys, time
from narrator.engines import Engine
from narrator.errors import MissingTool
from narrator.model import Sound, Voice

LOG = os.environ["MOODY_LOG"]


def tone(text):
    frames = 220 * (len(text) + 5)
    wave = (round(9000 * math.sin(i / 9)) for i in range(frames))
    return Sound(struct.pack(f"<{frames}h", *wave), 22050)


def note(what):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(f"{os.getpid()}\\t{what}\\n")


class Moody(Engine):
    """Does what the text says."""

    name = "moody"

    @classmethod
    def version(cls):
        return "moody 1"

    def voices(self):
        return (Voice(self.name, "only"),)

    def speak(self, text, voice, manner):
        if voice != "only":
            raise MissingTool(f"no voice {voice!r}")
        note(text)
        words = re.findall("[a-z]+", text.lower())
        if "once" in words and not os.path.exists(LOG + ".once"):
            open(LOG + ".once", "w").close()
            words.append("die")
        if "slow" in words:
            time.sleep(0.5)
        if "hang" in words:
            while True:
                time.sleep(1)
        if "die" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "segfault" in words:
            ctypes.string_at(0)
        if "leave" in words:
            sys.exit(3)
        if "raise" in words:
            raise ValueError("out of breath")
        if "print" in words:
            print("chatter")
            os.write(1, b"chatter")
            os.write(2, b"chatter")
        if "empty" in words:
            return Sound(b"", 22050)
        if "silence" in words:
            return Sound(bytes(20000), 22050)
        return tone(text)


class Unable(Moody):
    name = "unable"

    def __init__(self):
        note("start")
        raise MissingTool("the model is not there", todo="fetch it")


class Faulty(Moody):
    name = "faulty"

    def __init__(self):
        raise RuntimeError("bad model")


class Dying(Moody):
    name = "dying"

    def __init__(self):
        note("start")
        os._exit(7)


class Stuck(Moody):
    name = "stuck"

    def __init__(self):
        time.sleep(600)
'''
NAMES = ("moody", "unable", "faulty", "dying", "stuck")


@dataclass(frozen=True)
class Moods:
    """Where the engines are and what they have written down."""

    folder: Path
    log: Path

    def notes(self) -> list[tuple[int, str]]:
        """The process and the text of everything spoken so far, in order."""
        if not self.log.exists():
            return []
        rows = self.log.read_text(encoding="utf-8").splitlines()
        return [(int(pid), text) for pid, text in (row.split("\t", 1) for row in rows)]

    def said(self) -> list[str]:
        return [text for _, text in self.notes()]


@pytest.fixture
def moods(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Moods:
    folder = tmp_path / "package"
    info = folder / "moody-1.dist-info"
    info.mkdir(parents=True)
    (folder / "moody_engines.py").write_text(textwrap.dedent(MODULE), encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: moody\nVersion: 1\n")
    points = "\n".join(f"{name} = moody_engines:{name.title()}" for name in NAMES)
    (info / "entry_points.txt").write_text(f"[narrator.engines]\n{points}\n")
    monkeypatch.setenv("MOODY_LOG", str(tmp_path / "log"))
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()
    return Moods(folder, tmp_path / "log")
