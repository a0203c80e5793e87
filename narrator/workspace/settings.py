"""`script/<book>/settings.json`: what a person asked for when the book was last made."""

import json
from collections.abc import Mapping
from pathlib import Path

from narrator.errors import BadScript

from .files import write_whole

FILE_NAME = "settings.json"

Setting = str | bool
"""What follows an option on the command line, or whether a switch is on."""


def read_settings(folder: Path) -> dict[str, Setting]:
    """The settings in a book's script folder, by the names of their parameters.

    Raises:
        BadScript: the file is there but holds no settings.
    """
    path = folder / FILE_NAME
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {name: _setting(value) for name, value in kept.items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (ValueError, AttributeError, TypeError) as error:
        raise BadScript(
            "is not what Narrator wrote", where=str(path), todo="mend it, or add --forget"
        ) from error


def write_settings(folder: Path, settings: Mapping[str, Setting]) -> None:
    """Keep `settings` in a book's script folder; none leave no file.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = folder / FILE_NAME
    if not settings:
        path.unlink(missing_ok=True)
        return
    text = json.dumps(dict(sorted(settings.items())), ensure_ascii=False, indent=1) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text)


def _setting(value: object) -> Setting:
    if isinstance(value, str | bool):
        return value
    raise TypeError(f"{value!r} is neither text nor a switch")
