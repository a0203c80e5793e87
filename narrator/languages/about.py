"""What a language is called, and how well its books are read."""

from .tables import Part


class About(Part, frozen=True):
    """The table that makes a folder of tables a pack."""

    name: str
    """What the language calls itself."""
    tested: str = ""
    """In English, on what its reading was tested, and how well it did; empty where nobody did."""
