"""Whether two names mean the same person: what a system calls somebody, and the gold list.

A name means the person who has it as a name or alias. A name nobody has means the one person whose
name it is part of, or who is part of it, titles aside (`Lizzy Bennet` and `Bennet`), unless the
titles disagree. Where that does not settle it, the aliases the system knows have a vote.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

_MEN = frozenset(
    """
    baron brother count duke earl father king lord m master mister monsieur mr prince sir uncle
    """.split()  # noqa: SIM905 - a list of words is harder to read
)
_WOMEN = frozenset(
    """
    aunt baroness countess dame duchess fraulein lady madam madame mademoiselle miss mlle mme
    mother mrs ms princess queen signora sister
    """.split()  # noqa: SIM905
)
_NEITHER = frozenset(
    """
    a admiral an capt captain col colonel constable dear detective doctor dr general inspector
    judge lieutenant little major my old poor president prof professor rev reverend secretary
    sergeant the young
    """.split()  # noqa: SIM905
)
_TITLES = _MEN | _WOMEN | _NEITHER
"""Words of a name that several people may share."""


class Named(Protocol):
    """Somebody of the gold list."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def gender(self) -> str: ...


def normal(name: str) -> str:
    """`name` without what two spellings of it may differ in.

    >>> normal("Mister Baltazar’s"), normal("MRS. _Vale_")
    ('mr baltazar', 'mrs vale')
    """
    plain = name.replace("’", "'").replace("_", " ").lower()
    plain = re.sub(r"\bmister\b", "mr", plain).strip().removesuffix("'s")
    return " ".join(re.sub(r'[.,;:!?"]', " ", plain).split())


@dataclass(frozen=True, slots=True)
class _Form:
    """A gold name taken apart."""

    owner: str
    words: frozenset[str]
    sex: str
    gender: str


class Resolver:
    """Finds who of a gold list a name means."""

    def __init__(self, people: Mapping[str, Named]) -> None:
        self._owners: dict[str, set[str]] = {}
        self._forms: list[_Form] = []
        for person in people.values():
            for alias in person.aliases:
                known = normal(alias)
                self._owners.setdefault(known, set()).add(person.name)
                if not person.name.startswith("_"):
                    words, sex = _taken_apart(known)
                    self._forms.append(_Form(person.name, words, sex, person.gender))
        self._known: dict[str, str | None] = {}

    def person(self, name: str, aliases: Iterable[str] = ()) -> str | None:
        """The gold name of who is called `name` and `aliases`; None if it is nobody for certain."""
        found = self._one(name)
        if found:
            return found
        votes = Counter(other for other in map(self._one, aliases) if other)
        first, second = (*votes.most_common(2), ("", 0), ("", 0))[:2]
        return first[0] if first[1] > second[1] else None

    def _one(self, name: str) -> str | None:
        wanted = normal(name)
        if wanted not in self._known:
            self._known[wanted] = self._find(wanted)
        return self._known[wanted]

    def _find(self, name: str) -> str | None:
        owners = self._owners.get(name) or self._owners.get(name.removeprefix("the "))
        if owners is None:
            words, sex = _taken_apart(name)
            owners = {form.owner for form in self._forms if _may_be(form, words, sex)}
        return next(iter(owners)) if len(owners) == 1 else None


def _may_be(form: _Form, words: frozenset[str], sex: str) -> bool:
    if not words or not form.words or not (words <= form.words or form.words <= words):
        return False
    if not sex:
        return True
    return form.sex in ("", sex) and (form.gender not in ("F", "M") or form.gender == sex)


def _taken_apart(name: str) -> tuple[frozenset[str], str]:
    """The words of a normal name that are no titles, and the sex that its titles tell."""
    words = name.split()
    sexes = ["M" if word in _MEN else "F" for word in words if word in _MEN | _WOMEN]
    return frozenset(words) - _TITLES, sexes[0] if sexes else ""
