"""Names brought together: which of them are one person's."""

from collections.abc import Mapping, Sequence

from narrator.languages import Pack

from . import gender
from .agreement import best, same_full_name, seems_other
from .called_short import called_short
from .evidence import Evidence
from .holders import Holders
from .names import Name
from .persons import Person
from .titled import titled


def bring_together(
    pack: Pack, found: Mapping[Name, Evidence], known: Sequence[Person] = ()
) -> tuple[list[Person], dict[Name, int]]:
    """The people behind the names that are persons' names, and who each name stands for.

    Those in `known` come first, keep the names they have, and are each a person of their own.
    """
    people = list(known)
    owners = {_folded(form): person for person in reversed(people) for form in person.forms}
    holders = Holders(pack, people)
    holder: dict[Name, int] = {}
    names = {
        name: one
        for name, one in found.items()
        if (one.is_person and not _is_letter(name)) or _folded(name) in owners
    }
    for name in sorted(_in_order(names), key=lambda name: _folded(name) not in owners):
        evidence = names[name]
        person = owners.get(_folded(name)) or _holder_of(pack, name, evidence, holders, names)
        if person is None:
            person = Person(pack, len(people))
            people.append(person)
        person.take(name, evidence)
        holders.add(name, person)
        holder[name] = person.index
    return people, holder


def _is_letter(name: Name) -> bool:
    """`T, R, A, N`: spelt out, or the end of a code; a person has more of a name."""
    return not name.titles and all(len(word) == 1 for word in name.words)


def _folded(name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return name.titles, name.lows


def _in_order(names: Mapping[Name, Evidence]) -> list[Name]:
    """Full names first, then titled ones, then single words; the frequent before the rare."""

    def rank(name: Name) -> tuple[int, int, int, Name]:
        single = len(name.words) == 1
        group = (1 + (not name.titles)) if single else 0
        return group, -names[name].count, -len(name.words), name

    return sorted(names, key=rank)


def _holder_of(
    pack: Pack, name: Name, evidence: Evidence, people: Holders, names: Mapping[Name, Evidence]
) -> Person | None:
    if len(name.words) > 1:
        return best(p for p in people.sharing(name) if same_full_name(pack, name, p))
    if name.titles:
        return titled(pack, name, evidence, people, names)
    return _bare(pack, name, evidence, people)


def _is_parent_of(pack: Pack, person: Person) -> bool:
    """`Mama Dayo`, who may be called after a child."""
    kin = {pack.kin.plain.get(title, title) for title in person.titles}
    single = all(form.titles and len(form.words) == 1 for form in person.forms)
    return single and not kin.isdisjoint(pack.kin.parents)


def _bare(pack: Pack, name: Name, evidence: Evidence, people: Holders) -> Person | None:
    """One word: a given name, a surname, a nickname."""
    word = name.lows[0]
    by_given = people.called([word])
    if by_given:
        return best(by_given)
    holders = people.of(word)
    surname = [person for person in holders if word in person.surnames]
    holders = surname or [p for p in holders if p.count * 3 >= evidence.count]
    holders = [p for p in holders if not _is_parent_of(pack, p)]
    if holders:
        men = [
            p
            for p in holders
            if not (p.sex == "F" and p.sexes["F"] > 1)
            and not pack.honorifics.plain_female & p.titles
        ]
        if men:
            return best(men)
        is_given = (
            bool(gender.of_given_name(pack, word)) and not holders[0].titles & pack.honorifics.wives
        )
        is_hers = len(holders) == 1 and not seems_other(evidence, holders[0])
        styled = holders[0].titles & pack.honorifics.female
        if is_hers and (is_given or not styled or evidence.count <= 2 * holders[0].count):
            return holders[0]
        return None
    return called_short(pack, word, evidence, people)
