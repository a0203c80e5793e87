"""What the words around a number tell of it."""

from ..tables import Part, Words


class Neighbours(Part, frozen=True):
    """What the words around a number tell of it."""

    no_nouns: Words
    """Words that are no nouns behind a number."""
    determiners: Words
    """Words before a number that says what kind a thing is: `a $20 bill`."""
