"""Where people are named in a book without blanks, and who is meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from narrator.languages import Pack, either

from ..mentions import NOBODY, Kind
from ..people import Person

_CLAUSE_MARKS = frozenset("，。！？：；、…—“”「」『』（）\n \u3000")


@dataclass(slots=True)
class Cast:
    """The people of a book, by what they are called."""

    people: list[Person]
    by_surface: dict[str, int] = field(default_factory=dict)
    """The person of each name and noun."""
    nouns: frozenset[str] = frozenset()
    """Those of them that are nouns."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Words that point at somebody."""

    start: int
    """Offsets into the paragraph."""
    end: int
    kind: Kind
    person: int
    sex: str
    subject: bool


def cast_of(pack: Pack, names: Sequence[str], people: list[Person]) -> Cast:
    """Everybody who has one of `names` or is called by a noun; `people` are known already."""
    cast = Cast(people)
    for person in people:
        for name in person.names:
            cast.by_surface[name] = person.index
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if name not in cast.by_surface:
            _add(pack, cast, name)
    for title in sorted(pack.unspaced.titles):
        bearers = {cast.by_surface[name] for name in names if name.endswith(title)}
        if len(bearers) == 1 and title not in cast.by_surface:
            cast.by_surface[title] = bearers.pop()
    nouns = sorted(pack.nouns.male | pack.nouns.female | pack.nouns.neutral)
    cast.nouns = frozenset(noun for noun in nouns if noun not in cast.by_surface)
    return cast


def _add(pack: Pack, cast: Cast, name: str) -> None:
    """Give `name` to whom it means: somebody new, or one whose fuller name it is part of."""
    words = pack.unspaced
    bare = name
    for behind in sorted(words.titles, key=len, reverse=True):
        bare = bare.removesuffix(behind) or bare
    if bare[:1] in words.before_names and len(bare) > 1:
        bare = bare[1:]
    fuller = {
        index
        for known, index in cast.by_surface.items()
        if known.startswith(bare) and known != name
    }
    if len(fuller) == 1 and (bare != name or not words.surnames):
        index = fuller.pop()
    else:
        index = len(cast.people)
        cast.people.append(Person(pack, index))
    cast.people[index].names[name] += 0
    cast.by_surface[name] = index
    sex = _sex_of_name(pack, name)
    if sex:
        cast.people[index].sexes[sex] += 2


def _sex_of_name(pack: Pack, name: str) -> str:
    titles, words = pack.honorifics, pack.unspaced
    if name.endswith(tuple(titles.female)):
        return "F"
    if name.endswith(tuple(titles.male)):
        return "M"
    if name[-1] in words.women:
        return "F"
    return "M" if name[-1] in words.men else ""


def surfaces_in(pack: Pack, cast: Cast, text: str, start: int, end: int) -> Iterator[Surface]:
    """What points at somebody in a stretch of narration, in order."""
    he, she = pack.pronouns.he, pack.pronouns.she
    every = {*cast.by_surface, *cast.nouns, *he, *she}
    words = pack.unspaced
    marked = re.compile(rf"(?:{either(words.polite)})?(?:{either(words.subjects)})")
    for found in re.compile(either(every)).finditer(text, start, end):
        surface, at, behind = found[0], found.start(), found.end()
        if words.subjects:
            subject = marked.match(text, behind, end) is not None
        else:
            subject = at == start or text[at - 1] in _CLAUSE_MARKS
        if surface in he or surface in she:
            sex = "F" if surface in she else "M"
            yield Surface(at, behind, Kind.PRONOUN, NOBODY, sex, subject)
        else:
            known = surface in cast.by_surface
            kind = Kind.NAME if known else Kind.NOMINAL
            person = cast.by_surface[surface] if known else NOBODY
            yield Surface(at, behind, kind, person, _sex_of_noun(pack, surface), subject)


def _sex_of_noun(pack: Pack, noun: str) -> str:
    if noun in pack.nouns.female:
        return "F"
    return "M" if noun in pack.nouns.male else ""


def person_of_noun(pack: Pack, cast: Cast, noun: str) -> int:
    """Whom a noun means that somebody is called by: somebody of its own."""
    if noun not in cast.by_surface:
        person = Person(pack, len(cast.people))
        person.names[noun] += 0
        person.is_nominal = True
        sex = _sex_of_noun(pack, noun)
        if sex:
            person.sexes[sex] += 2
        cast.people.append(person)
        cast.by_surface[noun] = person.index
    return cast.by_surface[noun]


Sexes = Mapping[int, str]
