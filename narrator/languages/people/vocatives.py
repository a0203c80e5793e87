"""How people call upon one another."""

from ..tables import Part, Words


class Vocatives(Part, frozen=True):
    """How people call upon one another."""

    forms: Words
    """Words that people call one another by instead of names."""
    to_men: Words
    """Those for a man who is no friend."""
    to_women: Words
    """Those for such a woman."""
    before: Words
    """Words that may stand right before whoever is called."""
    dear: Words
    """Words that such a form may have with it."""
    endearing: Words
    """Words that are no part of a name that they stand before."""
