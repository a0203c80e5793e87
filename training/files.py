"""The files of weights that the parser reads."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from narrator.errors import BadSource


def write_weights(path: Path, weights: Mapping[str, float]) -> str:
    """Write `weights`, one a row, by name; what comes back is a digest of the file."""
    text = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, indent=0) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_weights(path: Path) -> dict[str, float]:
    """The weights in the file `path`.

    Raises:
        BadSource: it is missing, or holds no weights.
    """
    try:
        weights: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSource("holds no weights", where=str(path)) from error
    if not isinstance(weights, dict):
        raise BadSource("holds no weights", where=str(path))
    return {str(name): float(weight) for name, weight in weights.items()}
