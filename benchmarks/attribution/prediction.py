"""What a system says about a novel, and the file it may be kept in.

{"quotes": [{"start": 12, "end": 30, "speaker_name": "Olga", "confidence": 0.9, "why": "..."}],
 "characters": {"Olga": ["Miss Brandt"]},
 "genders": {"Olga": "female"}}

Only the quotes with their first three keys are needed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of text and who is said to speak it; quotation marks may be part of it or not."""

    start: int
    end: int
    speaker_name: str
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The quotes and people a system found in a novel."""

    quotes: tuple[Quote, ...]
    """In the order of the text."""
    characters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each speaker the other names."""
    genders: Mapping[str, str] = field(default_factory=dict)
    """For each speaker `female`, `male` or something else."""
    seconds: float = 0.0
    """Of one core, from the file to the script."""
    peak_mb: float = 0.0


def load(path: Path) -> Prediction:
    """The prediction in the file `path`; a bare list of quotes will do."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(data, list):
        data = {"quotes": data}
    quotes = (
        Quote(
            quote["start"],
            quote["end"],
            quote["speaker_name"],
            quote.get("confidence", 1.0),
            quote.get("why", ""),
        )
        for quote in data["quotes"]
    )
    characters = {name: tuple(others) for name, others in data.get("characters", {}).items()}
    return Prediction(
        tuple(sorted(quotes, key=lambda quote: quote.start)),
        characters,
        data.get("genders", {}),
        data.get("seconds", 0.0),
        data.get("peak_mb", 0.0),
    )


def save(path: Path, prediction: Prediction) -> None:
    """Write `prediction` into the file `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(prediction), ensure_ascii=False), encoding="utf-8")
