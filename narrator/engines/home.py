"""Where a person keeps what engines need and pip cannot bring: models, and commands that speak."""

import os
import sys
from pathlib import Path

VARIABLE = "NARRATOR_HOME"
"""The environment variable that names another folder."""


def home() -> Path:
    """The folder, shared by all books and workspaces; it need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "narrator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "narrator"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "narrator"


def models(engine: str) -> Path:
    """The folder with the models of an engine."""
    return home() / "models" / engine
