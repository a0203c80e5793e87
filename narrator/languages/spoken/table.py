"""What signs, abbreviations and numbers are called: all that is said in full in most languages.

Where a word has several forms, parted by `|`, `plural` tells which stands by which number.
"""

from msgspec import field

from ..tables import Part, Patterns, Words


class Inflection(Part, frozen=True):
    """How the word before a place in a row, or the one behind it, changes its ending (German)."""

    articles: Words
    """Behind these it stays as it is: `der dritte`."""
    oblique: Words
    """Behind these it ends in `n`: `am dritten`."""
    neuter: Words
    """Before these, and with nothing in front, it ends in `s`: `drittes Kapitel`; else in `r`."""


class Agreement(Part, frozen=True):
    """How a number changes before some nouns: `une femme`, `две минуты`."""

    before: Patterns
    """The nouns, in any case."""
    endings: dict[str, str]
    """What the number ends in, and what stands for that."""


class Place(Part, frozen=True):
    """A number that is a place in a row by what stands around it: `3 мая`, `w 1985 roku`."""

    pattern: str
    """With a group `number` or, of a Roman numeral, `numeral`; all else stays as it is."""
    endings: dict[str, str] = field(default_factory=dict)
    """How the ordinal of num2words changes its ending, the first that fits."""
    every_word: bool = False
    """Whether each of its words does."""


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
    plural: str = ""
    """Which form stands by which number: `ru` and `pl` as in those languages, else one and more."""
    clock: str = ""
    """What stands between hours and minutes, with its forms; times are read if it is given."""
    full_hour: str = ""
    """What stands behind a full hour, if that is something else."""
    behind_clock: str = ""
    """A word that is written behind a time and said inside: `10:30 Uhr`."""
    before_clock: Words = Words()
    """Words behind which figures with a point are a time: `klockan 14.30`."""
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
    the_queen: str = ""
    """What stands between a queen and hers, if that is something else."""
    pointed_kings: bool = False
    """Whether a king's number is written with a full stop: `Ludwig XIV.`"""
    queens: str = ""
    """A pattern for the names of queens."""
    queens_endings: dict[str, str] = field(default_factory=dict)
    """How the end of their ordinals changes."""
    ordinal: str = ""
    """A pattern: a number, and what makes it a place in a row; a group `feminine` may be in it."""
    feminine: tuple[str, str] | None = None
    """How the end of a place in a row changes behind `feminine`: from what to what."""
    century: str = ""
    """A pattern for what stands behind, or before, the number of a century."""
    hundreds: str = ""
    """With which years before 2000 are said, where num2words does not know: `hundra`."""
    said: dict[str, str] = field(default_factory=dict)
    """What num2words says, and what is said."""
    signs: dict[str, str] = field(default_factory=dict)
    """Signs, those of money among them."""
    before_number: dict[str, str] = field(default_factory=dict)
    """Signs by a number, and what is said for them before it: `百分之`."""
    in_figures: bool = False
    """Whether its numbers are left to the engine, for engines read figures better than words."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Abbreviations, with their full stops."""
    units: dict[str, str] = field(default_factory=dict)
    """Measures."""
    fractions: dict[str, str] = field(default_factory=dict)
    """Fractions, in figures and as one sign."""
    before_nouns: dict[str, str] = field(default_factory=dict)
    """How the last part of a number changes before a noun: `eins` is `ein`."""
    agreeing: tuple[Agreement, ...] = ()
    """Likewise before some nouns."""
    places: tuple[Place, ...] = ()
    """Numbers that are places in a row without a sign of it."""
    inflection: Inflection | None = None
    """How places in a row are inflected; None where they are not."""
