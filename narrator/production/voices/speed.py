"""How fast each engine speaks on this machine: measured once, and kept for all books."""

import contextlib
import json
import platform
from dataclasses import asdict
from pathlib import Path
from typing import Any

from narrator.engines import engine_class
from narrator.engines.home import home
from narrator.files import Damaged, read_json
from narrator.studio import Speed, speed_of, voices_of
from narrator.workspace import write_whole

FILE = "speeds.json"


def known_speed(engine: str) -> Speed:
    """The speed of `engine` here; it is made to speak if that is not known yet.

    Raises:
        MissingTool: the engine cannot start, or has no voices.
        NarratorError: it failed, crashed or hung.
    """
    version, path = engine_class(engine).version(), home() / FILE
    kept = _read(path)
    here = kept.setdefault(platform.node() or "here", {})
    entry = here.get(engine)
    if isinstance(entry, dict) and entry.get("version") == version:
        try:
            return Speed(float(entry["line"]), float(entry["character"]))
        except (KeyError, TypeError, ValueError):
            pass  # written by something else: measured anew
    speed = speed_of(engine, voices_of(engine, "en")[0].id)
    here[engine] = {"version": version, **asdict(speed)}
    _keep(path, kept)
    return speed


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_json(path, dict[str, dict[str, Any]])
    except (OSError, Damaged):
        return {}


def _keep(path: Path, kept: dict[str, Any]) -> None:
    """Whoever may not write there has it measured in each run."""
    with contextlib.suppress(OSError):
        write_whole(path, json.dumps(kept, indent=1, sort_keys=True) + "\n")
