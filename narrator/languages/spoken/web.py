"""Addresses of the net."""

from ..tables import Part, Words


class Web(Part, frozen=True):
    """Addresses, names and tags of the net."""

    endings: Words
    """Endings of addresses."""
    bare_endings: Words
    """Endings that are talked about: `.uk`."""
    hashtag: str
    """What is said before a tag."""
    backslash: str
    """What is said in a path."""
    signs: dict[str, str]
    """What the signs of an address are called."""
    files: dict[str, str]
    """Endings of files, and how they are said."""
    letters: dict[str, str]
    """Endings of addresses that an engine would not spell out."""
