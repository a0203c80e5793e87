"""People who are known before the story is read: from a casting file, or a list of characters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from narrator.languages import Pack
from narrator.model import NARRATOR, Character, Gender

from . import gender
from .billing import SOMEONE
from .evidence import Evidence
from .names import name_in
from .nominals import noun_phrase
from .persons import Person

_SURE = 10**6
"""Votes for a sex that no pronoun of the story can outweigh."""


@dataclass(frozen=True, slots=True)
class Known:
    """The people somebody told us about, and the nouns that stand for them."""

    people: Sequence[Person] = ()
    """Not yet seen in the story, so all their counts are nought."""
    nouns: Mapping[str, int] = field(default_factory=dict)
    """Keys of noun phrases (`postwoman`, `old man`), each with the person it means."""
    only: bool = False
    """Whether nobody else speaks."""

    @property
    def heads(self) -> frozenset[str]:
        """The nouns of the phrases."""
        return frozenset(key.split()[-1] for key in self.nouns)


def introduce(pack: Pack, characters: Sequence[Character], *, only: bool = False) -> Known:
    """`characters` as people to look for. All names of one are one person's, and nobody else's."""
    people: list[Person] = []
    nouns: dict[str, int] = {}
    for character in characters:
        if character.name in (NARRATOR, SOMEONE):
            continue
        person = _person(pack, len(people), character)
        people.append(person)
        for key in _keys(pack, character):
            nouns.setdefault(key, person.index)
            person.heads.update((key, key.split()[-1]))
    return Known(people, nouns, only)


def _person(pack: Pack, index: int, character: Character) -> Person:
    person = Person(pack, index, known=character)
    for name in _names(character):
        person.names[name] += 0
        form = name_in(pack, name)
        if form and form not in person.forms:
            person.forms.append(form)
    person.sexes.update(_votes(pack, character))
    return person


def newcomer(pack: Pack, index: int, name: str) -> Person:
    """Somebody of whom nothing is known but what a person calls them."""
    person = _person(pack, index, Character(name))
    if form := name_in(pack, name):
        person.take(form, Evidence())
    elif phrase := noun_phrase(pack, name):
        person.sexes[gender.of_noun(pack, phrase.key.split()[-1])] += 1
    return person


def _names(character: Character) -> Iterator[str]:
    yield character.name
    yield from character.aliases


def _keys(pack: Pack, character: Character) -> Iterator[str]:
    for name in _names(character):
        phrase = noun_phrase(pack, name)
        if phrase and phrase.determiner not in pack.grammar.possessives:
            yield phrase.key


def _votes(pack: Pack, character: Character) -> dict[str, int]:
    if character.gender is Gender.FEMALE:
        return {gender.FEMALE: _SURE}
    if character.gender is Gender.MALE:
        return {gender.MALE: _SURE}
    if character.gender is Gender.NEUTRAL:
        words = {word for name in _names(character) for word in name.lower().split()}
        several = words & (pack.nouns.groups | pack.grammar.whole | pack.grammar.conjunctions)
        return {gender.GROUP if several else "T": _SURE}
    return {}
