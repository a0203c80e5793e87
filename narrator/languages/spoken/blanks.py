"""What a book leaves out."""

from ..tables import Part, Words


class Blanks(Part, frozen=True):
    """What a book leaves out on purpose."""

    titles: Words
    """Titles before a name that is left out."""
    places: Words
    """What stands before a place that is."""
    before_years: Words
    """What stands before a year of which figures are."""
    blank: str
    """What is said for it."""
    chapters: Words
    """What stands before a figure that is no mark of a note."""
    note: str
    """What stands in brackets before the number of a note."""
    masked: dict[str, str]
    """Words of which letters are, as patterns with a `{mask}`."""
