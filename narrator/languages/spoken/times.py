"""Times of day, and what looks like them."""

from ..tables import Part, Row, Words


class Times(Part, frozen=True):
    """Times of day, and what else is written with a colon."""

    midnight: str
    """0:00."""
    oclock: str
    """What is said behind a full hour."""
    with_oclock: Words
    """What stands behind one that does without."""
    hours: str
    """What is said behind `0800`."""
    seconds: tuple[str, str]
    """One second, and several."""
    trains: Words
    """What follows a time with a point: `the 12.15 to`."""
    no_times: Words
    """What follows a number that is none."""
    books: Words
    """Books with chapters and verses: `John 3:16`."""
    numbered_books: Words
    """Those of which there are several: `1 Kings`."""
    places: Row
    """Those numbers."""
