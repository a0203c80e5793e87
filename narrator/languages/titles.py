"""What players and libraries show of a book that its story does not say."""

from .tables import Part


class Titles(Part, frozen=True):
    """Short texts, some with places in braces; English ones for a language that has none."""

    chapter: str
    """A chapter without a title: `{number}`."""
    opening: str
    """The chapter of the opening credits."""
    closing: str
    """The chapter of the closing credits."""
    untitled: str
    """A book without a title."""
    between_authors: str
    """Blanks included."""
    disclosure: str
    """Who reads and what made it, for a book without a description."""
    narrators: str
    """Who reads: `{engine}`."""
    narrator: str
    """One of those who read: `{voice}`, `{engine}`."""
    tag: str
    """By which a library finds books that are read so."""
    read_along: str
    """What a listener who does not see should know of a read-along book."""
