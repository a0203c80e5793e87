"""A quotation: what marks of one family hold."""

from dataclasses import dataclass

from .marks import Family


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a paragraph between quotation marks, which are included."""

    start: int
    end: int
    family: Family
    closed: bool = True
    """Whether the closing mark is there; if not it lasts to the end of the paragraph."""
    opened: bool = True
    """Whether the opening mark is there."""
