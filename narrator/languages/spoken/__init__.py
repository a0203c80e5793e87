"""The tables of text for speech: what is said for what is not written as it is said."""

from dataclasses import dataclass
from functools import cached_property

from ..tables import has_table, part_for, read_part
from .abbreviations import Abbreviations
from .blanks import Blanks
from .calendar import Calendar
from .capitals import Capitals
from .counts import Counts
from .emoji import Emoji
from .heteronyms import Heteronyms, Reading
from .money import Currency, Money
from .neighbours import Neighbours
from .numbers import Numbers
from .numerals import Numerals
from .past import Past
from .script import Script
from .signs import Signs
from .sounds import Sounds
from .stretched import Stretched
from .table import Inflection, Place, Table
from .times import Times
from .units import Units
from .web import Web

__all__ = [
    "Abbreviations",
    "Blanks",
    "Calendar",
    "Capitals",
    "Counts",
    "Currency",
    "Emoji",
    "Heteronyms",
    "Inflection",
    "Money",
    "Neighbours",
    "Numbers",
    "Numerals",
    "Past",
    "Place",
    "Reading",
    "Script",
    "Signs",
    "Sounds",
    "SpokenTables",
    "Stretched",
    "Table",
    "Times",
    "Units",
    "Web",
]


@dataclass(frozen=True, eq=False)
class SpokenTables:
    """The tables of one language, each read when it is first asked for.

    One that a language has not is that of English, but for `table`.
    """

    code: str
    """The language, by ISO 639-1."""

    @cached_property
    def table(self) -> Table:
        """What signs and numbers are called; empty where nobody has written it down."""
        name = "spoken.toml"
        return read_part(Table, self.code, name) if has_table(self.code, name) else Table()

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """Abbreviations, said in full."""
        return part_for(Abbreviations, self.code, "abbreviations.toml")

    @cached_property
    def blanks(self) -> Blanks:
        """What a book leaves out on purpose."""
        return part_for(Blanks, self.code, "blanks.toml")

    @cached_property
    def calendar(self) -> Calendar:
        """Dates, years and what tells them from other numbers."""
        return part_for(Calendar, self.code, "calendar.toml")

    @cached_property
    def capitals(self) -> Capitals:
        """Shouted words, and words that are letters."""
        return part_for(Capitals, self.code, "capitals.toml")

    @cached_property
    def counts(self) -> Counts:
        """What a number counts or names."""
        return part_for(Counts, self.code, "counts.toml")

    @cached_property
    def emoji(self) -> Emoji:
        """What emoji are called."""
        return part_for(Emoji, self.code, "emoji.toml")

    @cached_property
    def heteronyms(self) -> Heteronyms:
        """Words of one spelling and two sounds."""
        return part_for(Heteronyms, self.code, "heteronyms.toml")

    @cached_property
    def money(self) -> Money:
        """Sums of money."""
        return part_for(Money, self.code, "money.toml")

    @cached_property
    def neighbours(self) -> Neighbours:
        """What the words around a number tell of it."""
        return part_for(Neighbours, self.code, "neighbours.toml")

    @cached_property
    def numbers(self) -> Numbers:
        """Numbers in words."""
        return part_for(Numbers, self.code, "numbers.toml")

    @cached_property
    def numerals(self) -> Numerals:
        """What tells that letters are Roman numerals."""
        return part_for(Numerals, self.code, "numerals.toml")

    @cached_property
    def past(self) -> Past:
        """Whether `read` is what somebody did."""
        return part_for(Past, self.code, "past.toml")

    @cached_property
    def script(self) -> Script:
        """How the language is written."""
        return part_for(Script, self.code, "script.toml")

    @cached_property
    def signs(self) -> Signs:
        """What signs are called."""
        return part_for(Signs, self.code, "signs.toml")

    @cached_property
    def sounds(self) -> Sounds:
        """Sounds that are no words."""
        return part_for(Sounds, self.code, "sounds.toml")

    @cached_property
    def stretched(self) -> Stretched:
        """Words that people draw out."""
        return part_for(Stretched, self.code, "stretched.toml")

    @cached_property
    def times(self) -> Times:
        """Times of day."""
        return part_for(Times, self.code, "times.toml")

    @cached_property
    def units(self) -> Units:
        """Measures."""
        return part_for(Units, self.code, "units.toml")

    @cached_property
    def web(self) -> Web:
        """Addresses of the net."""
        return part_for(Web, self.code, "web.toml")
