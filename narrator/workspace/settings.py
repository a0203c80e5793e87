"""`script/<book>/settings.json`: what a person asked for when the book was last made."""

import json
from collections.abc import Mapping
from pathlib import Path

from narrator.errors import BadScript
from narrator.files import Damaged, read_json

from .files import write_whole

SETTINGS = "settings.json"

Setting = str | bool
"""What follows an option on the command line, or whether a switch is on."""


def read_settings(folder: Path) -> dict[str, Setting]:
    """The settings in a book's script folder, by the names of their parameters.

    Raises:
        BadScript: the file is there but holds no settings.
    """
    path = folder / SETTINGS
    try:
        return read_json(path, dict[str, Setting])
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except Damaged as damaged:
        raise BadScript(
            f"is not what Narrator wrote ({damaged.what})",
            where=damaged.where,
            todo="mend it, or add --forget",
        ) from damaged


def write_settings(folder: Path, settings: Mapping[str, Setting]) -> None:
    """Keep `settings` in a book's script folder; none leave no file.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = folder / SETTINGS
    if not settings:
        path.unlink(missing_ok=True)
        return
    text = json.dumps(dict(sorted(settings.items())), ensure_ascii=False, indent=1) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text)
