"""The voices of the hibari engine: a table of figures, and what they make."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from narrator.model import Age, Gender, Kind, Voice

from .shape import Shape

FROM = "heart"
"""The voice that all others are made from."""
SCHEMA = 2
"""Part of every clip's key: raise it when a voice of the table changes its sound."""
LICENCE = "Apache-2.0"
"""Of the package and its models."""


class Row(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of the table: who it is, and the figures of its shape."""

    sex: Gender
    age: Age
    description: str
    hertz: float
    kind: Kind = Kind.PERSON


@dataclass(frozen=True, slots=True)
class MadeVoice:
    """A voice of ours and what makes it."""

    voice: Voice
    shape: Shape


@cache
def catalogue() -> dict[str, MadeVoice]:
    """All voices by their ids, the best suited to narrate first."""
    text = files(__package__).joinpath("voices.toml").read_bytes()
    rows = msgspec.toml.decode(text, type=dict[str, Row])
    return {id: MadeVoice(_voice(id, row), _shape(row)) for id, row in rows.items()}


def _voice(id: str, row: Row) -> Voice:
    return Voice(
        engine="hibari",
        id=id,
        language="en-US",
        gender=row.sex,
        age=row.age,
        description=row.description,
        pitch_hz=row.hertz,
        licence=LICENCE,
        kind=row.kind,
    )


def _shape(row: Row) -> Shape:
    return Shape(**{name: getattr(row, name) for name in Shape.__struct_fields__})
