"""People of a story, each with all their names: mentions of one person brought together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from narrator.model import Character

from . import gender, given_names, lexicon
from .names import Evidence, Name

_MOST_VOTES = 8
"""Pronouns after one form of a name that count: one long chapter must not outvote a title."""

_OF_GIVEN_NAME, _OF_RARE_NAME, _OF_ENDING, _OF_EITHER = 20, 5, 2, 2
"""Votes that a given name is worth, one that few bear, how a name ends, and one of both sexes."""
_NOBLE = frozenset(["lord", "earl", "duke", "count", "baron", "viscount"])
_COMMON = frozenset(["mr", "mister"])
_CLEARLY = 2
"""How many pronouns tell a sex, and how many times as many as tell the other."""
_OF_TITLE = 100
"""Votes for the sex that a title tells."""


@dataclass(slots=True)
class Person:
    """Somebody who may speak, while the parser still learns about them."""

    index: int
    names: Counter[str] = field(default_factory=Counter)
    """Every way they are written, with counts."""
    forms: list[Name] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    """Nouns that stand for them: `colonel`, `hedgehog`."""
    sure: set[str] = field(default_factory=set)
    """Those of them that the story itself gives them: by an apposition, a title, an unveiling."""
    sexes: Counter[str] = field(default_factory=Counter)
    """Evidence of their sex; T is `they` for one person."""
    votes: Counter[str] = field(default_factory=Counter)
    """The part of it that pronouns of the narration give."""
    count: int = 0
    is_nominal: bool = False
    """Known only by a noun: `the postwoman`."""
    is_narrator: bool = False
    known: Character | None = None
    """What was said of them before the story was read; it is believed."""

    @property
    def is_group(self) -> bool:
        """Whether they are several who speak as one."""
        return self.sexes["N"] > self.sexes["F"] + self.sexes["M"]

    @property
    def is_they(self) -> bool:
        """Whether the story calls this one person `they`."""
        they, others = self.sexes["T"], self.votes["F"] + self.votes["M"]
        titled = max(self.sexes["F"], self.sexes["M"]) >= _OF_TITLE
        return not self.is_group and not titled and they > 1 and they > 2 * others

    @property
    def sex(self) -> str:
        """F, M, N for a group, or empty."""
        female, male = self.sexes["F"], self.sexes["M"]
        if self.is_group or self.is_they:
            return "N"
        if female == male or max(female, male) < 0.6 * (female + male):
            return ""
        return "F" if female > male else "M"

    @property
    def display(self) -> str:
        """The name they are known by, else the fullest that is not rare."""
        if self.known:
            return self.known.name
        if not self.names:
            return "Someone"
        floor = max(self.names.values()) * 0.1
        usual = [name for name, count in self.names.items() if count >= min(floor, 3)]
        return max(
            usual, key=lambda name: (_is_proper(name), _fullness(name), self.names[name], name)
        )

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

    @property
    def is_styled(self) -> bool:
        """Whether they mostly go by a title: `Miss Finch`."""
        usual = max(self.names, key=lambda name: (self.names[name], name), default="")
        first = usual.lower().replace(".", "").split()[:1]
        return bool(first) and first[0] in lexicon.TITLES - lexicon.EPITHETS

    def take(self, name: Name, evidence: Evidence) -> None:
        """Make `name` one of theirs."""
        if name not in self.forms:
            self.forms.append(name)
        self.names.update(evidence.surfaces)
        self.count += evidence.count
        if name.sex:
            self.sexes[name.sex] += _OF_TITLE
        for sex in ("F", "M"):
            self.sexes[sex] += min(evidence.sexes[sex], _MOST_VOTES)
        first = name.lows[0]
        if name.titles and len(name.words) == 1:
            return
        if sex := gender.of_given_name(first):
            self.sexes[sex] += _OF_EITHER if first in given_names.EITHER else _OF_GIVEN_NAME
        elif sex := gender.of_rare_name(first):
            self.sexes[sex] += _OF_RARE_NAME
        elif sex := gender.of_ending(first):
            self.sexes[sex] += _OF_ENDING


def _is_proper(name: str) -> bool:
    return not name[0].islower() or name.split()[0] in lexicon.PARTICLES


def _fullness(name: str) -> int:
    words = name.split()
    return sum(2 if word.strip(".").lower() not in lexicon.TITLES else 1 for word in words)


def bring_together(
    found: Mapping[Name, Evidence], known: Sequence[Person] = ()
) -> tuple[list[Person], dict[Name, int]]:
    """The people behind the names that are persons' names, and who each name stands for.

    Those in `known` come first, keep the names they have, and are each a person of their own.
    """
    people = list(known)
    owners = {_folded(form): person for person in reversed(people) for form in person.forms}
    holder: dict[Name, int] = {}
    names = {
        name: one
        for name, one in found.items()
        if (one.is_person and not _is_letter(name)) or _folded(name) in owners
    }
    for name in sorted(_in_order(names), key=lambda name: _folded(name) not in owners):
        evidence = names[name]
        person = owners.get(_folded(name)) or _holder_of(name, evidence, people, names)
        if person is None:
            person = Person(len(people))
            people.append(person)
        person.take(name, evidence)
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
    name: Name, evidence: Evidence, people: list[Person], names: Mapping[Name, Evidence]
) -> Person | None:
    if len(name.words) > 1:
        return _best(person for person in people if _same_full_name(name, person))
    if name.titles:
        return _titled(name, evidence, people, names)
    return _bare(name, evidence, people)


def _best(people: Iterable[Person]) -> Person | None:
    return max(people, key=lambda person: (person.count, -person.index), default=None)


def _clash(name: Name, person: Person) -> bool:
    return bool(name.sex and person.sex and name.sex != person.sex)


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
    knighted = {"sir", "lord"} & (set(one.titles) ^ set(other.titles))
    return same_surname and not knighted and _given_agree(shorter[0], longer[0])


def _is_subsequence(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _given_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one in given_names.SHORT_FORMS.get(other, ()) or other in given_names.SHORT_FORMS.get(
        one, ()
    )


def _seems_other(evidence: Evidence, person: Person) -> bool:
    """Whether the pronouns behind the name tell of another sex than the person's."""
    sexes = evidence.sexes
    told = max("FM", key=lambda sex: sexes[sex])
    clear = sexes[told] >= _CLEARLY and sexes[told] >= _CLEARLY * sum(
        sexes[sex] for sex in "FM" if sex != told
    )
    return clear and person.sex in ("F", "M") and person.sex != told


def _titled(
    name: Name, evidence: Evidence, people: list[Person], names: Mapping[Name, Evidence]
) -> Person | None:
    """`Mr. X`, `Miss X`, `Colonel X`, `Lady X`: by given name, else by surname."""
    word = name.lows[0]
    fit = [person for person in people if not _clash(name, person)]
    if not name.sex:
        fit = [person for person in fit if not _seems_other(evidence, person)]
    if _NOBLE & set(name.titles):
        fit = [person for person in fit if not _COMMON & person.titles]
    by_given = [person for person in fit if _is_given(word, name, person)]
    if by_given:
        sharing = [person for person in by_given if set(name.titles) & person.titles]
        return _best(sharing or by_given)
    holders = [person for person in fit if _holds(word, name, person, names)]
    if lexicon.MARRIED_TITLES & set(name.titles):
        return _married(holders, name, names)
    if "miss" in name.titles:
        single = [p for p in holders if p.sex != "M" and not p.titles & lexicon.MARRIED_TITLES]
        short = _called_short(word, names[name], people) if not single else None
        return short or _eldest(single, word, names)
    if not name.sex:
        holders = [p for p in holders if not _is_styled_female(p)]
    if len(holders) > 1:
        male = [p for p in holders if p.sex == "M" or (name.sex == "M" and not p.sex)]
        holders = male or holders
    return _best(holders) if len(holders) == 1 or not name.sex else None


def _is_styled_female(person: Person) -> bool:
    """Known as `Mrs. X` or `Miss X` only, so hardly `Dr. X` as well."""
    return all(form.sex == gender.FEMALE for form in person.forms)


def _is_given(word: str, name: Name, person: Person) -> bool:
    """Whether `word` after such a title is the person's given name."""
    if word not in person.given:
        return False
    nameless = all(len(form.words) == 1 for form in person.forms)
    if not lexicon.GIVEN_NAME_TITLES & set(name.titles):
        return nameless
    rivals = {"sir", "lady", "lord"} & set(name.titles)
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
    by_given = sum(
        evidence.count
        for other, evidence in names.items()
        if not other.titles and other.lows[0] in person.given and other.lows != (surname,)
    )
    usual = 2 * styled >= sum(names[form].count for form in seen)
    return usual and styled >= 3 and by_given >= 5 and count >= 2 * by_given


def _married(holders: list[Person], name: Name, names: Mapping[Name, Evidence]) -> Person | None:
    """`Mrs. X` is a woman with that surname, unless there are daughters of the name."""
    word = name.lows[0]
    women = [
        person
        for person in holders
        if person.sex == gender.FEMALE and not {"miss", "mlle"} & person.titles
    ]
    daughters = any("miss" in other.titles and word in other.lows for other in names)
    if len(women) != 1:
        return None
    by_given = sum(
        evidence.count
        for other, evidence in names.items()
        if not other.titles and len(other.words) == 1 and other.lows[0] in women[0].given
    )
    well_known = 20 * (women[0].count + by_given) >= names[name].count
    return women[0] if well_known and not (daughters and not women[0].titles) else None


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
    surname = [person for person in holders if word in person.surnames]
    holders = surname or [p for p in holders if p.count * 3 >= evidence.count]
    if holders:
        men = [p for p in holders if p.sex != "F" and not {"mrs", "miss"} & p.titles]
        if men:
            return _best(men)
        is_given = bool(gender.of_given_name(word)) and not holders[0].titles & {"mrs", "mme"}
        is_hers = len(holders) == 1 and not _seems_other(evidence, holders[0])
        styled = holders[0].titles & lexicon.FEMALE_TITLES
        if is_hers and (is_given or not styled or evidence.count <= 2 * holders[0].count):
            return holders[0]
        return None
    return _called_short(word, evidence, people)


def _called_short(word: str, evidence: Evidence, people: list[Person]) -> Person | None:
    sex = gender.of_given_name(word)
    full = [
        person
        for person in people
        if not (sex and person.sex and sex != person.sex)
        and any(
            word in given_names.SHORT_FORMS.get(given, ()) or given_names.is_pet_form(word, given)
            for given in person.given
        )
    ]
    if not full and evidence.vocatives * 2 > evidence.count:
        full = [
            person
            for person in people
            if person.count > 2 * evidence.count
            and any(given_names.may_be_short_for(word, given) for given in person.given)
        ]
    chief = _best(full)
    rest = sum(person.count for person in full if person is not chief)
    return chief if chief and chief.count > 5 * rest else None
