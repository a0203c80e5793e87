"""A model of hibari-tts: phonemes to frames."""

import json
from pathlib import Path

import numpy as np

from .sessions import session_for
from .synthesis import Frames


class Model:
    """One voice of hibari-tts, as it was trained."""

    def __init__(self, path: Path, assets: Path) -> None:
        self._session = session_for(path)
        signs = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))
        self._numbers: dict[str, int] = signs

    def frames(self, phonemes: str, speed: float) -> Frames | None:
        """What it makes of `phonemes` at `speed`; None where nothing in them is said."""
        ids = [self._numbers[sign] for sign in phonemes if sign in self._numbers]
        if not ids:
            return None
        given = {
            "ids": np.asarray([[0, *ids, 0]], np.int64),
            "speed": np.asarray([speed], np.float32),
        }
        return Frames(*(output[0] for output in self._session.run(None, given)))
