"""What can be taken for a quotation mark: apostrophes of all sorts, and the marks of inches."""

from ..tables import Part, Patterns, Row


class Marks(Part, frozen=True):
    """Where an apostrophe stands for letters, and what stands behind inches."""

    lost_starts: Patterns
    """Words that have lost their beginning, without the apostrophe: `tis`, `em`."""
    lost_endings: Patterns
    """Words that have lost their end, without the apostrophe: `goin`, `o`."""
    owners: Patterns
    """Words whose genitive is a mere apostrophe: `dogs'`."""
    by: Row
    """What stands between two measures besides a cross: `12" by 14"`."""
