"""`script/<book>/retakes.json`: the lines that were heard to be better said in another way."""

import json
from collections.abc import Mapping
from pathlib import Path

from narrator.errors import BadScript
from narrator.files import Damaged, read_json

from .files import write_whole

RETAKES = "retakes.json"


def read_retakes(folder: Path) -> dict[str, str]:
    """By the key of a line's first take, the way in which it is said.

    Raises:
        BadScript: the file is damaged.
    """
    try:
        return read_json(folder / RETAKES, dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, Damaged) as error:
        todo = "delete it, and `narrator check --listen --mend` finds them again"
        raise BadScript(str(error), where=str(folder / RETAKES), todo=todo) from error


def write_retakes(folder: Path, retakes: Mapping[str, str]) -> None:
    """Remember them."""
    write_whole(folder / RETAKES, json.dumps(dict(retakes), indent=1, sort_keys=True) + "\n")
