"""People of a story, each with all their names: mentions of one person brought together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from . import gender, given_names, lexicon
from .names import Evidence, Name


@dataclass(slots=True)
class Person:
    """Somebody who may speak, while the parser still learns about them."""

    index: int
    names: Counter[str] = field(default_factory=Counter)
    """Every way they are written, with counts."""
    forms: list[Name] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    """Nouns that stand for them: `colonel`, `hedgehog`."""
    sexes: Counter[str] = field(default_factory=Counter)
    count: int = 0
    is_nominal: bool = False
    """Known only by a noun: `the postwoman`."""
    is_narrator: bool = False

    @property
    def sex(self) -> str:
        """F, M, N for a group, or empty."""
        female, male, group = (self.sexes[key] for key in ("F", "M", "N"))
        if group > female + male:
            return "N"
        if female == male or max(female, male) < 0.6 * (female + male):
            return ""
        return "F" if female > male else "M"

    @property
    def display(self) -> str:
        """The fullest name that is not rare."""
        if not self.names:
            return "Someone"
        floor = max(self.names.values()) * 0.1
        usual = [name for name, count in self.names.items() if count >= min(floor, 3)]
        return max(usual, key=lambda name: (_fullness(name), self.names[name], name))

    @property
    def given(self) -> set[str]:
        """First words of their full names, and of those that are single words."""
        return {form.lows[0] for form in self.forms if len(form.words) > 1 or not form.titles}

    @property
    def words(self) -> set[str]:
        """All words of their names in lower case."""
        return {word for form in self.forms for word in form.lows}

    @property
    def surnames(self) -> set[str]:
        """Words that can be their surname."""
        full = {form.lows[-1] for form in self.forms if len(form.words) > 1}
        return full or {form.lows[-1] for form in self.forms if form.titles}

    @property
    def titles(self) -> set[str]:
        """Titles they are given."""
        return {title for form in self.forms for title in form.titles}

    def take(self, name: Name, evidence: Evidence) -> None:
        """Make `name` one of theirs."""
        self.forms.append(name)
        self.names.update(evidence.surfaces)
        self.count += evidence.count
        if name.sex:
            self.sexes[name.sex] += 100
        first = name.lows[0]
        titled_surname = name.titles and len(name.words) == 1
        if not titled_surname and (sex := gender.of_given_name(first)):
            self.sexes[sex] += 6


def _fullness(name: str) -> int:
    words = name.split()
    return sum(2 if word.strip(".").lower() not in lexicon.TITLES else 1 for word in words)


def bring_together(found: Mapping[Name, Evidence]) -> tuple[list[Person], dict[Name, int]]:
    """The people behind the names that are persons' names, and who each name stands for."""
    people: list[Person] = []
    holder: dict[Name, int] = {}
    names = {name: evidence for name, evidence in found.items() if evidence.is_person}
    for name in _in_order(names):
        evidence = names[name]
        person = _holder_of(name, evidence, people, names)
        if person is None:
            person = Person(len(people))
            people.append(person)
        person.take(name, evidence)
        holder[name] = person.index
    return people, holder


def _in_order(names: Mapping[Name, Evidence]) -> list[Name]:
    """Full names first, then titled ones, then single words; the frequent before the rare."""

    def rank(name: Name) -> tuple[int, int, int, Name]:
        single = len(name.words) == 1
        group = (1 + (not name.titles)) if single else 0
        return group, -names[name].count, -len(name.words), name

    return sorted(names, key=rank)


def _holder_of(
    name: Name, evidence: Evidence, people: list[Person], names: Mapping[Name, Evidence]
) -> Person | None:
    if len(name.words) > 1:
        return _best(person for person in people if _same_full_name(name, person))
    if name.titles:
        return _titled(name, people, names)
    return _bare(name, evidence, people)


def _best(people: Iterable[Person]) -> Person | None:
    return max(people, key=lambda person: (person.count, -person.index), default=None)


def _clash(name: Name, person: Person) -> bool:
    sex = name.sex
    return bool(sex and person.sex and sex != person.sex)


def _same_full_name(name: Name, person: Person) -> bool:
    if _clash(name, person):
        return False
    return any(_full_names_agree(name, form) for form in person.forms)


def _full_names_agree(one: Name, other: Name) -> bool:
    if len(other.words) < 2:
        return False
    if {"mrs", "mme"} & set(one.titles) ^ {"mrs", "mme"} & set(other.titles) and (
        one.titles and other.titles
    ):
        return False
    shorter, longer = sorted((one.lows, other.lows), key=len)
    if _is_subsequence(shorter, longer):
        return True
    same_surname = shorter[-1] == longer[-1]
    return same_surname and _given_agree(shorter[0], longer[0])


def _is_subsequence(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _given_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one in given_names.SHORT_FORMS.get(other, ()) or other in given_names.SHORT_FORMS.get(
        one, ()
    )


def _titled(name: Name, people: list[Person], names: Mapping[Name, Evidence]) -> Person | None:
    """`Mr. X`, `Miss X`, `Colonel X`, `Lady X`: by given name, else by surname."""
    word = name.lows[0]
    fit = [person for person in people if not _clash(name, person)]
    by_given = [person for person in fit if word in person.given]
    if by_given:
        return _best(by_given)
    holders = [person for person in fit if word in person.words]
    if {"mrs", "mme", "madame", "lady", "frau", "senhora", "señora"} & set(name.titles):
        holders = [
            person
            for person in holders
            if person.sex == gender.FEMALE and not {"miss", "mlle"} & person.titles
        ]
        return holders[0] if len(holders) == 1 else None
    if "miss" in name.titles:
        return _eldest([p for p in holders if p.sex != "M"], word, names)
    if len(holders) > 1:
        male = [p for p in holders if p.sex == "M" or (name.sex == "M" and not p.sex)]
        holders = male or holders
    return _best(holders) if len(holders) == 1 or not name.sex else None


def _eldest(sisters: list[Person], surname: str, names: Mapping[Name, Evidence]) -> Person | None:
    """Of sisters the one styled by the surname alone; the younger are `Miss` and given name."""
    if len(sisters) < 2:
        return sisters[0] if sisters else None

    def styled(person: Person) -> float:
        own = person.given
        titled = sum(e.count for n, e in names.items() if "miss" in n.titles and n.lows[0] in own)
        total = sum(e.count for n, e in names.items() if n.lows[0] in own)
        return titled / (total or 1)

    ranked = sorted(sisters, key=lambda person: (styled(person), person.index))
    return ranked[0] if styled(ranked[0]) < 0.7 * styled(ranked[1]) else None


def _bare(name: Name, evidence: Evidence, people: list[Person]) -> Person | None:
    """One word: a given name, a surname, a nickname."""
    word = name.lows[0]
    by_given = [person for person in people if word in person.given]
    if by_given:
        return _best(by_given)
    holders = [person for person in people if word in person.words]
    if holders:
        men = [p for p in holders if p.sex != "F" and not {"mrs", "miss"} & p.titles]
        if men:
            return _best(men)
        if len(holders) == 1 and evidence.count <= 2 * holders[0].count:
            return holders[0]
        return None
    return _called_short(word, evidence, people)


def _called_short(word: str, evidence: Evidence, people: list[Person]) -> Person | None:
    sex = gender.of_given_name(word)
    full = [
        person
        for person in people
        if not (sex and person.sex and sex != person.sex)
        and any(word in given_names.SHORT_FORMS.get(given, ()) for given in person.given)
    ]
    if not full and evidence.vocatives * 2 > evidence.count:
        full = [
            person
            for person in people
            if person.count > 2 * evidence.count
            and any(given_names.may_be_short_for(word, given) for given in person.given)
        ]
    return full[0] if len(full) == 1 else None
