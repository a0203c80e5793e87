"""What tells a language from others that are written in the same script.

It may stand alone in a folder: a language can be known by it that has no pack.
"""

from .tables import Part, Words


class Function(Part, frozen=True):
    """Function words: articles, pronouns, prepositions, auxiliaries."""

    words: Words
    """Words that hardly a sentence is without, in small letters; what stands before an apostrophe
    is one, too: `l` of `l'eau`."""
    script: str = "Latin"
    """The script, by the first word of the names that Unicode gives its letters."""
