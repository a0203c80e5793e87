"""How people are addressed and called. It is recognised in any language: see `every_pack`."""

from .tables import Part, Words


class Address(Part, frozen=True):
    """Words before a name."""

    titles: Words = Words()
    """Two names that differ in one of these are two persons."""
    articles: Words = Words()
    """A name that begins with one describes somebody: `the old man`."""
    anybody: Words = Words()
    """What is part of a name, and by itself means another person in another book."""
