"""How people are addressed and told apart. It is recognised in any language: see `every_pack`."""

from .tables import Part, Words


class Address(Part, frozen=True):
    """Words before a name."""

    titles: Words = Words()
    """Two names that differ in one of these are two persons."""
