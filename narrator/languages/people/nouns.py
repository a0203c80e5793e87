"""Nouns that people are called by, and what tells one of several so called from the others."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import field

from ..tables import Part, Row, Words


class Nouns(Part, frozen=True):
    """Nouns that people are called by, and what tells one of several so called from the others."""

    male: Words
    """Nouns for men."""
    female: Words
    """Nouns for women."""
    neutral: Words
    """Nouns for either, animals that speak among them."""
    of_any_sex: Words
    """Those of them by whose article no sex is told: `la personne`, `la víctima`."""
    animals: Words
    """Nouns for animals."""
    groups: Words
    """Nouns for several who speak as one."""
    generic: Words
    """Nouns that many people of a story may be called by."""
    kin: Words
    """Nouns that name a person by someone else."""
    beings: Words
    """Beings that `it` may stand for, as for an animal."""
    for_beasts: Words
    """Nouns by which an animal or a thing may be called besides its own."""
    no_one: Words
    """Generic nouns that nobody is brought in by."""
    not_speaking: Words
    """Nouns that come after a verb of saying but are not who says it."""
    everybody: Words
    """Pronouns for all who are there."""
    somebody: Words
    """Pronouns for one who is not known."""
    unseen: Words
    """What somebody is called who is heard and not seen."""
    numbered: Words
    """What may stand before `Four` in the name of somebody who has none."""
    compared: Words
    """Adjectives that tell one of several from the rest."""
    of_two: Words
    """Those that tell one of two."""
    several: Words
    """What `the taller of` may be followed by, a `the` aside."""
    counting: Words
    """Numbers and the like that may stand between an article and a noun."""
    voice: Words
    """What somebody is heard by."""
    name: Words
    """What somebody is called by."""
    one: Words
    """What stands for a noun that was said before."""
    rest: Words
    """What is left of a group."""
    other: Words
    """Who is left of two."""
    standing_alone: Words
    """What is a noun only where none stands behind it."""
    not_own: Words
    """Nouns that nobody is known by."""
    capitals: bool = False
    """Whether all nouns of the language have a capital, those for things too."""
    womens_endings: Row = Row()
    """Endings by which a noun not named here is one for a woman: `Glasbläserin`."""
    bare: bool = False
    """Whether a noun is a phrase without any determiner: the language has no articles."""
    alone_endings: Row = Row()
    """Endings by which a noun not named here needs none either, behind a verb of saying."""
    definite_forms: dict[str, Row] = field(default_factory=dict)
    """For a noun the forms with an article at their end, which are a phrase: `flickan`;
    somebody is named by the first."""
    with_definite_forms: Words = Words()
    """Determiners that stand before such a form; `∅` is none: `den gamla kvinnan`."""

    @cached_property
    def phrases(self) -> Mapping[str, str]:
        """The words that are a noun phrase by themselves, each with its noun."""
        alone = {noun: noun for noun in self.every} if self.bare else {}
        return alone | {form: noun for noun, all_ in self.definite_forms.items() for form in all_}

    @cached_property
    def every(self) -> frozenset[str]:
        """All nouns for people."""
        return self.male | self.female | self.neutral | self.groups | self.kin | self.animals

    def written(self, key: str, determiner: str) -> str:
        """A noun, perhaps with an adjective, as it is written behind such a determiner."""
        *described, noun = key.split()
        if noun in self.definite_forms and determiner in self.with_definite_forms:
            noun = self.definite_forms[noun][0]
        return " ".join([*described, noun.capitalize() if self.capitals else noun])
