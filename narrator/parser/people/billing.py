"""Names for the bill: one distinct name for every person who speaks, and what is known of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from narrator.languages import Pack
from narrator.model import NARRATOR, Age, Character

from . import gender
from .persons import Person

SOMEONE = "Someone"
"""The speaker of dialogue where nobody at all is in view."""


def bill(people: Sequence[Person], speaking: Iterable[int]) -> dict[int, str]:
    """A name for each person in `speaking`, no two alike."""
    names: dict[int, str] = {}
    taken = {SOMEONE}
    order = [(people[index].known is None, -people[index].count, index) for index in set(speaking)]
    for *_, index in sorted(order):
        name = _free_name(people[index], taken)
        names[index] = name
        taken.add(name)
    return names


def _free_name(person: Person, taken: set[str]) -> str:
    name = person.display
    if name == NARRATOR and not person.is_narrator:
        name = "the narrator"
    others = sorted(person.names, key=lambda other: (-person.names[other], other))
    for choice in [name, *others]:
        if choice not in taken and choice:
            return choice
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def characters(
    pack: Pack, people: Sequence[Person], names: Mapping[int, str], lines: Counter[str]
) -> tuple[Character, ...]:
    """Everyone with lines, most lines first; the narrator is left out."""
    known = {name: people[index] for index, name in names.items()}
    order = sorted(lines, key=lambda name: (-lines[name], name))
    return tuple(
        _character(pack, name, known.get(name), lines[name]) for name in order if name != NARRATOR
    )


def _character(pack: Pack, name: str, person: Person | None, lines: int) -> Character:
    if person is None:
        sex, age = gender.as_gender(_sex_of(pack, name)), gender.age_of(pack, _words(name))
        return Character(name, gender=sex, age=age, lines=lines)
    aliases = sorted(set(person.names) - {name}, key=lambda alias: (-person.names[alias], alias))
    words = {word for alias in person.names for word in alias.lower().split()} | person.heads
    age = person.known.age if person.known else Age.UNKNOWN
    if age is Age.UNKNOWN:
        age = gender.age_of(pack, words)
    return Character(name, tuple(aliases), gender.as_gender(person.sex), age, lines)


def _sex_of(pack: Pack, name: str) -> str:
    """The sex that a name tells by itself: `Lady Bracknell`, `Old Man`, `Cecily`."""
    words = _words(name)
    told = (gender.of_title(pack, word) or gender.of_noun(pack, word) for word in words)
    return next(filter(None, told), "") or (gender.of_given_name(pack, words[0]) if words else "")


def _words(name: str) -> list[str]:
    return [word.strip(".").lower() for word in name.split()]
