"""The measured voices of an engine, and the file that keeps them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files

from narrator.files import Damaged, json_of

from .voiceprint import Voiceprint

SCHEMA = 2
"""Raised when voices come to be measured in another way: older files are then set aside."""


@dataclass(frozen=True, slots=True)
class Measurements:
    """What was measured of an engine's voices."""

    engine: str
    version: str
    """What the engine answered to `version()` when they were measured."""
    prints: Mapping[str, Voiceprint] = field(default_factory=dict)
    """By the id of the voice."""


@dataclass(frozen=True)
class _Kept:
    """What the file holds."""

    schema: int
    engine: str
    version: str
    voices: dict[str, Voiceprint]


def written(measurements: Measurements) -> str:
    """`measurements` as the text of a file: JSON, a row for each voice."""
    head = {"schema": SCHEMA, "engine": measurements.engine, "version": measurements.version}
    rows = (
        f" {json.dumps(id, ensure_ascii=False)}: {json.dumps(asdict(print))}"
        for id, print in sorted(measurements.prints.items())
    )
    return json.dumps(head)[:-1] + ', "voices": {\n' + ",\n".join(rows) + "\n}}\n"


def read(text: str) -> Measurements | None:
    """The measurements in `text`; None where it holds none, or of an older kind."""
    try:
        kept = json_of(text.encode("utf-8", "replace"), _Kept, where="")
    except Damaged:
        return None
    return Measurements(kept.engine, kept.version, kept.voices) if kept.schema == SCHEMA else None


_SHIPPED = ("espeak", "hibari", "kokoro")


@cache
def shipped(engine: str) -> Measurements | None:
    """What is known of an engine without measuring: the figures that come with Narrator."""
    if engine not in _SHIPPED:
        return None
    return read(files(__package__).joinpath(f"{engine}.json").read_text(encoding="utf-8"))
