"""What players and libraries show of a book that its story does not say."""

from .tables import Part


class Titles(Part, frozen=True):
    """Short texts, some with places in braces; empty ones are not shown."""

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
    storyteller: str
    """Whoever speaks what no character says."""
    someone: str
    """A speaker of whom nothing is known."""
    someone_female: str
    """One of whom it is known that she is a woman."""
    someone_male: str
    """Likewise a man."""


WITHOUT_WORDS = Titles(
    chapter="{number}",
    opening="—",
    closing="—",
    untitled="—",
    between_authors=", ",
    disclosure="",
    narrators="{engine}",
    narrator="{voice} ({engine})",
    tag="",
    read_along="",
    storyteller="—",
    someone="?",
    someone_female="? ♀",
    someone_male="? ♂",
)
"""For a language without titles: names and figures, and no word of another language."""
