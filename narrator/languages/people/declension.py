"""How names change by case: `Anna`, `Annas`, `Анну`."""

from msgspec import field

from ..tables import Part, Words


class Declension(Part, frozen=True):
    """How names change by case; a language whose names do not has none."""

    endings: dict[str, Words] = field(default_factory=dict)
    """For an ending what may stand in its place in the nominative; `-` is nothing."""
