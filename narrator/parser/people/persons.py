"""A person of the story, as far as the parser knows them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from narrator.languages import Pack
from narrator.model import Character

from . import gender
from .evidence import Evidence
from .names import Name

_MOST_VOTES = 8
"""Pronouns after one form of a name that count: one long chapter must not outvote a title."""
_OF_GIVEN_NAME, _OF_RARE_NAME, _OF_ENDING, _OF_EITHER = 20, 5, 2, 2
"""Votes that a given name is worth, one that few bear, how a name ends, and one of both sexes."""
_MANY, _SOME = 5, 3
"""How many pronouns outweigh any title, if they are as many times those of the other sex, and how
many a name."""
_OF_SURNAME = 10
"""Votes that the ending of a surname is worth: `Ivanova`."""
_OF_TITLE = 100
"""Votes for the sex that a title tells."""


@dataclass(slots=True)
class Person:
    """Somebody who may speak, while the parser still learns about them."""

    pack: Pack
    """The words of the language that they are told of in."""
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
    _words: "_Words | None" = None
    """What their forms are made of, as long as there are no more of them."""

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
        told = max("FM", key=lambda sex: self.votes[sex])
        other = self.votes["F"] + self.votes["M"] - self.votes[told]
        titled = max(self.sexes["F"], self.sexes["M"]) >= _OF_TITLE
        enough = _MANY if titled else _SOME
        if self.votes[told] >= max(enough, _MANY * other) and not self.known:
            return told
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
            usual,
            key=lambda name: (
                _is_proper(self.pack, name),
                _fullness(self.pack, name),
                self.names[name],
                name,
            ),
        )

    @property
    def given(self) -> frozenset[str]:
        """First words of their full names, and of those that are single words."""
        return self._made_of.given

    @property
    def words(self) -> frozenset[str]:
        """All words of their names in lower case."""
        return self._made_of.words

    @property
    def surnames(self) -> frozenset[str]:
        """Words that can be their surname."""
        return self._made_of.surnames

    @property
    def titles(self) -> frozenset[str]:
        """Titles they are given."""
        return self._made_of.titles

    @property
    def _made_of(self) -> "_Words":
        if self._words is None or self._words.forms != len(self.forms):
            self._words = _words_of(self.forms)
        return self._words

    @property
    def is_styled(self) -> bool:
        """Whether they mostly go by a title: `Miss Finch`."""
        usual = max(self.names, key=lambda name: (self.names[name], name), default="")
        titles = self.pack.honorifics
        first = usual.lower().replace(".", "").split()[:1]
        return bool(first) and first[0] in titles.every and first[0] not in titles.epithets

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
        if sex := gender.of_surname(self.pack, name.lows[-1]):
            self.sexes[sex] += _OF_SURNAME
        if name.titles and len(name.words) == 1:
            return
        if sex := gender.of_given_name(self.pack, first):
            self.sexes[sex] += _OF_EITHER if first in self.pack.names.either else _OF_GIVEN_NAME
        elif sex := gender.of_rare_name(self.pack, first):
            self.sexes[sex] += _OF_RARE_NAME
        elif sex := gender.of_ending(self.pack, first):
            self.sexes[sex] += _OF_ENDING


class _Words(NamedTuple):
    """What the forms of a person's name are made of."""

    forms: int
    """How many there were."""
    given: frozenset[str]
    words: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]


def _words_of(forms: Sequence[Name]) -> _Words:
    full = frozenset(form.lows[-1] for form in forms if len(form.words) > 1)
    return _Words(
        len(forms),
        frozenset(form.lows[0] for form in forms if len(form.words) > 1 or not form.titles),
        frozenset(word for form in forms for word in form.lows),
        full or frozenset(form.lows[-1] for form in forms if form.titles),
        frozenset(title for form in forms for title in form.titles),
    )


def _is_proper(pack: Pack, name: str) -> bool:
    words = name.split()
    if pack.nouns.capitals and words[-1].lower() in pack.nouns.every:
        return False
    return not name[0].islower() or (
        words[0] in pack.names.particles and any(word[0].isupper() for word in words)
    )


def _fullness(pack: Pack, name: str) -> int:
    words = name.split()
    return sum(2 if word.strip(".").lower() not in pack.honorifics.every else 1 for word in words)
