"""Roman numerals."""

from ..tables import Part, Words


class Numerals(Part, frozen=True):
    """What tells that letters are Roman numerals."""

    always: tuple[str, ...]
    """What stands before a numeral, even before an `I`."""
    often: Words
    """What stands before a numeral, and before an `I` where it ends or goes on so."""
    small: Words
    """What stands before a numeral in small letters."""
    small_short: Words
    """Likewise, with full stops."""
    many: Words
    """What stands before several: `chapters I-III`."""
    one: Words
    """Likewise, with a capital."""
    after_one: Words
    """What goes on behind an `I` that is a numeral."""
    royal: Words
    """Titles before names with a numeral."""
    firsts: tuple[str, ...]
    """Kings and queens who were the first of their name."""
    became: Words
    """What kings were and became."""
    died: Words
    """What follows that they died."""
    reigned: Words
    """What else they did."""
    after_first: Words
    """What goes on behind `the reign of James I`."""
    century: str
    """How the word for a century begins."""
