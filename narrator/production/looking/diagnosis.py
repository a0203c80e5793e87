"""Whether this machine has what Narrator needs, and the command that mends what is missing."""

import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from narrator.engines import default_engine, engine_class, engine_names
from narrator.errors import NarratorError
from narrator.mixing import find, is_older_than, version
from narrator.model import Manner
from narrator.studio import speak_once, utterance_for, voices_of
from narrator.workspace import Workspace

from ..voices import known_speed
from .planning import CHARACTERS_PER_SECOND

HOUR = 3_600 * CHARACTERS_PER_SECOND
"""Written characters that are heard in an hour."""
CHARACTERS_A_LINE = 90
"""Of novels, in the mean."""
ENOUGH_SPACE = 2e9
"""Bytes: what a ten-hour book takes while it is made."""
_OLDEST_FFMPEG = 4
"""The first release with all filters and options that are used."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something Narrator uses, as it was found."""

    name: str
    found: str
    """What is there; empty when it is missing or does not work."""
    wrong: str = ""
    """What is wrong with it."""
    remedy: str = ""
    """What to type or do to mend it."""
    needed: bool = True
    """Whether Narrator cannot work without it."""

    @property
    def is_well(self) -> bool:
        """Whether it is there and works."""
        return not self.wrong


def diagnose(workspace: Workspace) -> tuple[Part, ...]:
    """Look at everything Narrator uses; every engine is made to speak."""
    return (
        Part("Python", f"{platform.python_version()} ({sys.executable})"),
        *(_engine(name) for name in engine_names()),
        _try(
            "ffmpeg",
            _ffmpeg,
            remedy=f"{_pip()} install imageio-ffmpeg, or name another in NARRATOR_FFMPEG",
        ),
        _try(
            "workspace", lambda: _writable(workspace.root), remedy="choose another folder with -C"
        ),
        _try("disk space", lambda: _space(workspace.root), remedy="free some space"),
    )


def _engine(name: str) -> Part:
    needed = name in (default_engine(), default_engine("und"))
    package = {"hibari": "hibari-tts", "espeak": "espeakng-loader", "pyttsx3": "pyttsx3"}.get(name)
    remedy = f"{_pip()} install --upgrade {package}" if package else ""
    return _try(f"engine {name}", lambda: _speaks(name), remedy=remedy, needed=needed)


def _try(name: str, look: Callable[[], str], *, remedy: str, needed: bool = True) -> Part:
    try:
        return Part(name, look(), needed=needed)
    except (NarratorError, OSError) as error:
        return Part(name, "", wrong=str(error), remedy=remedy, needed=needed)


def _speaks(name: str) -> str:
    version_ = engine_class(name).version()
    voices = voices_of(name)
    utterance = utterance_for(
        "Good evening.", engine=name, version=version_, voice=voices[0].id, manner=Manner()
    )
    if utterance is None or not sum(sound.frames for sound in speak_once(utterance)):
        raise NarratorError("it speaks, but nothing is heard")
    pace = _pace(name)
    remarks = engine_class(name).remarks()
    return f"{version_}, {len(voices)} voices{pace}" + (f"; {remarks}" if remarks else "")


def _pace(engine: str) -> str:
    """How long an hour of sound takes, unless it is silence."""
    kind = engine_class(engine)
    if getattr(kind, "mute", False):
        return ""
    lines = HOUR / CHARACTERS_A_LINE
    minutes = known_speed(engine).seconds(round(lines), round(HOUR)) / 60
    whose = "if lines are asked for one by one" if kind.waits else "of a core"
    return f", an hour of sound in {minutes:.1f} min {whose}"


def _ffmpeg() -> str:
    program = find()
    found = f"{version(program)} ({program})"
    if is_older_than(_OLDEST_FFMPEG, program):
        raise NarratorError(f"{found} is older than {_OLDEST_FFMPEG}")
    return found


def _writable(folder: Path) -> str:
    nearest = folder.resolve()
    while not nearest.exists():
        nearest = nearest.parent
    if not os.access(nearest, os.W_OK):
        raise NarratorError("cannot be written to", where=str(nearest))
    return str(folder.resolve())


def _space(folder: Path) -> str:
    nearest = folder.resolve()
    while not nearest.exists():
        nearest = nearest.parent
    free = shutil.disk_usage(nearest).free
    if free < ENOUGH_SPACE:
        raise NarratorError(f"only {free / 1e9:.1f} GB are free")
    return f"{free / 1e9:.0f} GB free"


def _pip() -> str:
    return f'"{sys.executable}" -m pip'
