"""`script/<book>/answers.json`: what a model was asked and said, so that nothing is asked twice."""

import json
from dataclasses import dataclass
from pathlib import Path

from narrator.files import Damaged, read_json

from .files import write_whole

FILE_NAME = "answers.json"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds."""

    model: str
    answers: dict[str, str]


class AnswerFile:
    """The answers kept beside a book's script. A file that cannot be read holds none."""

    def __init__(self, folder: Path, *, writes: bool = True) -> None:
        """Open the file in a script folder; without `writes` it is left as it is."""
        self._path = folder / FILE_NAME
        self._writes = writes
        try:
            kept = read_json(self._path, _Kept)
        except (OSError, Damaged):
            kept = _Kept("", {})
        self.model, self._answers = kept.model, kept.answers

    def recall(self, key: str) -> str | None:
        """The answer to the question `key`; None if it was never asked."""
        return self._answers.get(key)

    def keep(self, key: str, answer: str) -> None:
        """Remember an answer, on disk at once: an interrupted consultation loses none."""
        self._answers[key] = answer
        if self._writes:
            data = {"model": self.model, "answers": dict(sorted(self._answers.items()))}
            write_whole(self._path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
