"""Titles, and words that stand before a name without being part of it."""

from functools import cached_property

from ..tables import Part, Row, Words


class Honorifics(Part, frozen=True):
    """Titles, and words that stand before a name without being part of it.

    They are in lower case, without their stops.
    """

    male: Words
    """Titles of men."""
    female: Words
    """Titles of women."""
    ranks: Words
    """Ranks, trades and epithets that stand before the names of men and women."""
    have_small_letters: bool
    """Whether titles begin with a small letter before a name: `doña Ana`, `le docteur Morel`."""
    for_children: Words
    """Titles that children have, too."""
    epithets: Words
    """Adjectives that may stand before a name without being part of who it is."""
    offices: Words
    """Ranks and trades that stand for a name when they have a capital and no article."""
    abbreviated: Words
    """Titles that are written short: a stop behind them ends no sentence."""
    initials: Words
    """Titles that are such only in capitals: `DI Mann` has one, and `Di` is a name."""
    spelled_out: dict[str, str]
    """What short titles stand for."""
    behind: Words
    """Titles that stand behind the name."""
    beginning: Words
    """Titles that, like those of women, begin another name even behind a word of one."""
    married: Words
    """Titles that a woman has with her husband's surname."""
    wives: Words
    """Those of them that hardly a given name goes with."""
    single: Words
    """Titles of a woman who has her father's surname, the eldest by surname alone."""
    unmarried: Words
    """The same, in other languages, too."""
    plain_female: Words
    """Titles that tell of a bearer of the surname that she is no man."""
    before_given_names: Words
    """Titles that may stand before a given name; the others want a surname."""
    noble: Words
    """Titles of noblemen, whom nobody calls by a common one."""
    common: Words
    """Titles of any man."""
    knightly: Words
    """Titles that a namesake has not."""
    honours: Words
    """Titles that tell namesakes apart."""
    styles: Words
    """Titles that are no ranks: nobody is `the miss`."""
    of_orders: Words
    """Titles of monks and nuns that are those of children, too."""
    same_office: dict[str, Row]
    """Nouns for people, and the titles that go with them."""
    ending_compounds: Row = Row()
    """Titles that other titles end in, where words are written as one: `Hauptkommissarin`."""

    @cached_property
    def every(self) -> frozenset[str]:
        """All titles, those of men and women and ranks."""
        return self.male | self.female | self.ranks

    @cached_property
    def of_grown_people(self) -> frozenset[str]:
        """Titles that no child has."""
        return self.every - self.epithets - self.for_children - self.of_orders

    @cached_property
    def standing_alone(self) -> frozenset[str]:
        """Ranks that may stand for somebody without a name: `the Colonel`."""
        return self.every - self.epithets - self.abbreviated - self.styles
