"""How names change by case: `Anna`, `Annas`, `Анну`."""

from msgspec import field

from ..tables import Part, Words


class Declension(Part, frozen=True):
    """How names change by case; a language whose names do not has none."""

    surely: dict[str, Words] = field(default_factory=dict)
    """For an ending that no name has in the nominative what stands there instead."""
    endings: dict[str, Words] = field(default_factory=dict)
    """For an ending what may stand in its place there, if such a name is known; `-` is nothing."""
    before_nouns: bool = False
    """Whether such a form is one only right before a noun: `Annas Hut`, and not `sagte Peters`."""
