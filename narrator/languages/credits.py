"""What is said around a story: the sentences of its opening and closing credits."""

from .tables import Part


class Credits(Part, frozen=True):
    """Sentences with places in braces; an empty one is not said."""

    by: str
    """After the title, which opens the book: `{author}`."""
    read_by: str
    """Who reads, behind that."""
    was: str
    """At the end: `{title}`."""
    was_by: str
    """Likewise, where the author is known: `{title}`, `{author}`."""
    was_read_by: str
    """Who has read."""
    role: str
    """Who was who: `{name}`, `{voice}`."""
    end: str
    """The last words."""


NAMES_ALONE = Credits(
    by="{author}.",
    read_by="",
    was="{title}.",
    was_by="{title}. {author}.",
    was_read_by="",
    role="",
    end="",
)
"""For a language without credits: names, and no word of another language."""
