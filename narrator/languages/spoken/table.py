"""What signs, abbreviations and numbers are called: all that is said in full in most languages."""

from msgspec import field

from ..tables import Part, Words


class Inflection(Part, frozen=True):
    """How the word before a place in a row, or the one behind it, changes its ending (German)."""

    articles: Words
    """Behind these it stays as it is: `der dritte`."""
    oblique: Words
    """Behind these it ends in `n`: `am dritten`."""
    neuter: Words
    """Before these, and with nothing in front, it ends in `s`: `drittes Kapitel`; else in `r`."""


class Table(Part, frozen=True):
    """The words of a language for what is not written in words; of each there may be none."""

    point: str = ","
    """What stands before decimals; the other of point and comma stands between thousands."""
    decimal: str = ""
    """What the point is called, where num2words has another word."""
    minus: str = ""
    """What stands before a number below zero."""
    until: str = ""
    """What is said for the dash of a range."""
    clock: str = " "
    """What stands between hours and minutes."""
    behind_clock: str = ""
    """A word that is written behind a time and said inside: `10:30 Uhr`."""
    cents: str = " "
    """What stands between euros and cents."""
    joint: str = " "
    """What stands between a number and a fraction."""
    labels: Words = Words()
    """What Roman numerals stand behind; in capitals, too."""
    kings: str = ""
    """How `Louis XIV` is said: `cardinal`, `ordinal`, `the ordinal` or `low` (ordinal to ten)."""
    the: str = ""
    """What stands between a king and his number."""
    pointed_kings: bool = False
    """Whether a king's number is written with a full stop: `Ludwig XIV.`"""
    ordinal: str = ""
    """A pattern: a number, and what makes it a place in a row; a group `feminine` may be in it."""
    feminine: tuple[str, str] | None = None
    """How the end of a place in a row changes behind `feminine`: from what to what."""
    century: str = ""
    """A pattern for what stands behind, or before, the number of a century."""
    signs: dict[str, str] = field(default_factory=dict)
    """Signs, those of money among them."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Abbreviations, with their full stops."""
    units: dict[str, str] = field(default_factory=dict)
    """Measures, said of many."""
    fractions: dict[str, str] = field(default_factory=dict)
    """Fractions, in figures and as one sign."""
    before_nouns: dict[str, str] = field(default_factory=dict)
    """How the last part of a number changes before a noun: `eins` is `ein`."""
    inflection: Inflection | None = None
    """How places in a row are inflected; None where they are not."""
