"""Whose name a title and one word are: `Mr. X`, `Miss X`, `Colonel X`, `Lady X`."""

from collections.abc import Mapping

from narrator.languages import Pack

from . import gender
from .agreement import best, clash, seems_other
from .called_short import called_short
from .evidence import Evidence
from .holders import Holders
from .names import Name
from .persons import Person


def titled(
    pack: Pack, name: Name, evidence: Evidence, people: Holders, names: Mapping[Name, Evidence]
) -> Person | None:
    """`Mr. X`, `Miss X`, `Colonel X`, `Lady X`: by given name, else by surname."""
    word = name.lows[0]
    fit = [person for person in people.of(word) if not clash(name, person)]
    if not name.sex:
        fit = [person for person in fit if not seems_other(evidence, person)]
    if pack.honorifics.noble & set(name.titles):
        fit = [person for person in fit if not pack.honorifics.common & person.titles]
    by_given = [person for person in fit if _is_given(pack, word, name, person)]
    if by_given:
        sharing = [person for person in by_given if set(name.titles) & person.titles]
        return best(sharing or by_given)
    holders = [person for person in fit if _holds(word, name, person, names)]
    if pack.honorifics.married & set(name.titles):
        return _married(pack, holders, name, names)
    if pack.honorifics.single & set(name.titles):
        single = [p for p in holders if p.sex != "M" and not p.titles & pack.honorifics.married]
        short = called_short(pack, word, names[name], people) if not single else None
        return short or _eldest(pack, single, word, names)
    if not name.sex:
        holders = [p for p in holders if not _is_styled_female(p)]
    if len(holders) > 1:
        male = [p for p in holders if p.sex == "M" or (name.sex == "M" and not p.sex)]
        holders = male or holders
    return best(holders) if len(holders) == 1 or not name.sex else None


def _is_styled_female(person: Person) -> bool:
    """Known as `Mrs. X` or `Miss X` only, so hardly `Dr. X` as well."""
    return all(form.sex == gender.FEMALE for form in person.forms)


def _is_given(pack: Pack, word: str, name: Name, person: Person) -> bool:
    """Whether `word` after such a title is the person's given name."""
    if word not in person.given:
        return False
    nameless = all(len(form.words) == 1 for form in person.forms)
    if not pack.honorifics.before_given_names & set(name.titles):
        return nameless
    rivals = pack.honorifics.honours & set(name.titles)
    return nameless or not rivals or bool(rivals & person.titles)


def _holds(word: str, name: Name, person: Person, names: Mapping[Name, Evidence]) -> bool:
    """Whether `word` is a surname of the person, in use beside their full name."""
    count = names[name].count
    if word in person.surnames:
        return not _is_elder_brother(word, person, count, names)
    maiden = name.sex == gender.FEMALE and word in person.words - person.given
    return maiden and count <= 3 * person.count


def _is_elder_brother(
    surname: str, person: Person, count: int, names: Mapping[Name, Evidence]
) -> bool:
    """`Mr. Knightley` is not `Mr. John Knightley` where John goes by his given name."""
    seen = [form for form in person.forms if form in names]
    styled = sum(names[form].count for form in seen if form.titles and len(form.words) > 1)
    usual = 2 * styled >= sum(names[form].count for form in seen)
    if not usual or styled < 3:
        return False
    by_given = sum(
        evidence.count
        for other, evidence in names.items()
        if not other.titles and other.lows[0] in person.given and other.lows != (surname,)
    )
    return by_given >= 5 and count >= 2 * by_given


def _married(
    pack: Pack, holders: list[Person], name: Name, names: Mapping[Name, Evidence]
) -> Person | None:
    """`Mrs. X` is a woman with that surname, unless there are daughters of the name."""
    word = name.lows[0]
    women = [
        person
        for person in holders
        if person.sex == gender.FEMALE and not pack.honorifics.unmarried & person.titles
    ]
    if len(women) != 1:
        return None
    daughters = any(
        pack.honorifics.single & set(other.titles) and word in other.lows for other in names
    )
    by_given = sum(
        evidence.count
        for other, evidence in names.items()
        if not other.titles and len(other.words) == 1 and other.lows[0] in women[0].given
    )
    well_known = 20 * (women[0].count + by_given) >= names[name].count
    return women[0] if well_known and not (daughters and not women[0].titles) else None


def _eldest(
    pack: Pack, sisters: list[Person], surname: str, names: Mapping[Name, Evidence]
) -> Person | None:
    """Of sisters the one styled by the surname alone; the younger are `Miss` and given name."""
    if len(sisters) < 2:
        return sisters[0] if sisters else None

    def styled(person: Person) -> float:
        own = person.given
        titled = sum(
            e.count
            for n, e in names.items()
            if pack.honorifics.single & set(n.titles) and n.lows[0] in own
        )
        total = sum(e.count for n, e in names.items() if n.lows[0] in own)
        return titled / (total or 1)

    ranked = sorted(sisters, key=lambda person: (styled(person), person.index))
    return ranked[0] if styled(ranked[0]) < 0.7 * styled(ranked[1]) else None
