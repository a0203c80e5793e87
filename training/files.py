"""The file of weights that the parser reads."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path


def write_weights(path: Path, weights: Mapping[str, float]) -> str:
    """Write `weights`, one a row, by name; what comes back is a digest of the file."""
    text = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, indent=0) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return hashlib.sha256(text.encode()).hexdigest()[:16]
