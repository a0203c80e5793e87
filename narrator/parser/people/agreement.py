"""Whether a name may be one of a person's: sexes, full names and given names that agree."""

from collections.abc import Iterable

from narrator.languages import Pack

from .evidence import Evidence
from .names import Name
from .persons import Person

_CLEARLY = 2
"""How many pronouns tell a sex, and how many times as many as tell the other."""


def best(people: Iterable[Person]) -> Person | None:
    """The one whose names are written most often."""
    return max(people, key=lambda person: (person.count, -person.index), default=None)


def clash(name: Name, person: Person) -> bool:
    """Whether title and person are of two sexes."""
    return bool(name.sex and person.sex and name.sex != person.sex)


def same_full_name(pack: Pack, name: Name, person: Person) -> bool:
    """Whether a full name may be another form of the person\'s."""
    if clash(name, person):
        return False
    return any(_full_names_agree(pack, name, form) for form in person.forms)


def _full_names_agree(pack: Pack, one: Name, other: Name) -> bool:
    if len(other.words) < 2:
        return False
    wives, knightly = pack.honorifics.wives, pack.honorifics.knightly
    if wives & set(one.titles) ^ wives & set(other.titles) and (one.titles and other.titles):
        return False
    shorter, longer = sorted((one.lows, other.lows), key=len)
    if _is_subsequence(shorter, longer):
        return True
    same_surname = shorter[-1] == longer[-1]
    knighted = knightly & (set(one.titles) ^ set(other.titles))
    return same_surname and not knighted and _given_agree(pack, shorter[0], longer[0])


def _is_subsequence(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _given_agree(pack: Pack, one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one in pack.names.short_forms.get(other, ()) or other in pack.names.short_forms.get(
        one, ()
    )


def seems_other(evidence: Evidence, person: Person) -> bool:
    """Whether the pronouns behind the name tell of another sex than the person's."""
    sexes = evidence.sexes
    told = max("FM", key=lambda sex: sexes[sex])
    clear = sexes[told] >= _CLEARLY and sexes[told] >= _CLEARLY * sum(
        sexes[sex] for sex in "FM" if sex != told
    )
    return clear and person.sex in ("F", "M") and person.sex != told
