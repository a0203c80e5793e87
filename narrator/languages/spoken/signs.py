"""What signs are called."""

from ..tables import Part


class Signs(Part, frozen=True):
    """What signs are called."""

    said: dict[str, str]
    """Signs, and what is said for them between or behind what they stand by."""
