"""How a language is written."""

from ..tables import Part, Words


class Script(Part, frozen=True):
    """How a language is written: letter case, hyphens, the ends of sentences."""

    small_words: Words
    """Words that stay small inside a title."""
    keeps_hyphen: Words
    """First parts of words that keep their hyphen at the end of a line."""
    word_endings: Words
    """What is no word, so that `kind-` and `ness` are one that was broken."""
    after_lost_apostrophe: Words
    """What stands behind an apostrophe that a conversion could not read."""
    spaced_endings: Words
    """What old print sets a space before: `you 'll`."""
    never_end: Words
    """Abbreviations whose full stop ends no sentence."""
    sometimes_end: Words
    """Those whose full stop may."""
    roads: Words
    """Likewise, of streets."""
    before_figures: Words
    """Those whose full stop ends none before a figure."""
    places_before: Words
    """What follows a place in a row that is written with a full stop: `am 3. Mai`."""
    starters: Words
    """Words that begin a sentence rather than go on behind an abbreviation."""
    clipped: dict[str, str]
    """What an apostrophe leaves out at the end of a word: `a cup o' tea`."""
    more_ends: str = ""
    """Marks that end a sentence besides those of all languages: `;` asks in Greek."""
