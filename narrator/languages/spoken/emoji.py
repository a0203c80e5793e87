"""What emoji are called."""

from ..tables import Part


class Emoji(Part, frozen=True):
    """What the commonest emoji are called."""

    names: dict[str, str]
    """Their names."""
