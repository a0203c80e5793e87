"""Abbreviations."""

from ..tables import Part, Words


class Abbreviations(Part, frozen=True):
    """Abbreviations, said in full."""

    unpointed: Words
    """Titles that are written without a full stop, too."""
    loud: Words
    """Titles that are written in capitals, too."""
    small: Words
    """Titles, as some write them to be modern."""
    may_end: Words
    """Words whose full stop may end the sentence as well."""
    next_sentence: Words
    """What tells that it does."""
    after_initial: Words
    """What no surname is, behind an initial."""
    before_numerals: Words
    """Labels that may stand before an `I`."""
    loud_before_numerals: Words
    """Likewise, in capitals."""
    after_streets: Words
    """What stands behind the name of a street."""
    street_numbers: Words
    """What stands before `St.`, beside names."""
    french: Words
    """What stands before French surnames."""
    monsieur: str
    """What `M.` is before those."""
    doctorate: str
    """What `Ph.D.` is."""
    doctorates: str
    """Several of those."""
    phrases: dict[str, str]
    """Abbreviations that stand for several words, or for one in places of its own."""
    elders: dict[str, str]
    """What stands behind a name: `Jr.`, by its first letter."""
    american_titles: dict[str, str]
    """Titles, as they are spelled in America."""
    titles: dict[str, str]
    """What stands before a name."""
    streets: dict[str, str]
    """What stands behind the name of a street."""
    words: dict[str, str]
    """All that are written with a full stop."""
    labels: dict[str, str]
    """What stands before a number; of those in small letters the capitals, too."""
