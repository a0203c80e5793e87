"""Who has which words in their names: people are looked up, not gone through one by one."""

from collections import defaultdict
from collections.abc import Iterable

from narrator.languages import Pack

from .names import Name
from .nicknames import SHORTEST_STEM, full_forms, stem_of
from .persons import Person


class Holders:
    """The people who have names so far, by what these are made of."""

    def __init__(self, pack: Pack, people: Iterable[Person]) -> None:
        self._pack = pack
        self._by_word: defaultdict[str, dict[int, Person]] = defaultdict(dict)
        self._by_start: defaultdict[str, dict[int, Person]] = defaultdict(dict)
        self._by_ends: defaultdict[tuple[str, str], dict[int, Person]] = defaultdict(dict)
        """By given name, or its initial with a stop, and surname."""
        for person in people:
            for form in person.forms:
                self.add(form, person)

    def add(self, name: Name, person: Person) -> None:
        """Note that `name` is one of theirs."""
        lows = name.lows
        for word in lows:
            self._by_word[word][person.index] = person
        self._by_start[lows[0][:SHORTEST_STEM]][person.index] = person
        if len(lows) > 1:
            for given in (lows[0], f"{lows[0][0]}."):
                self._by_ends[given, lows[-1]][person.index] = person

    def of(self, word: str) -> list[Person]:
        """All with `word` in their names, in order."""
        return _in_order(self._by_word.get(word, {}))

    def called(self, names: Iterable[str]) -> list[Person]:
        """All who have one of these given names, in order."""
        found = {
            index: person
            for name in names
            for index, person in self._by_word.get(name, {}).items()
            if name in person.given
        }
        return _in_order(found)

    def beginning(self, word: str) -> list[Person]:
        """All with a given name that `word` may be the beginning of, and perhaps others."""
        start = stem_of(word)[:SHORTEST_STEM]
        found = {**self._by_start.get(start, {})} if len(start) == SHORTEST_STEM else {}
        for full in full_forms(self._pack).get(word, ()):
            found.update(self._by_word.get(full, {}))
        return _in_order(found)

    def sharing(self, name: Name) -> list[Person]:
        """All whose full names may be forms of the full name `name`, and perhaps others.

        Two such names share two words, so that the word which most people have need not be looked
        up; or they share the surname, and the given name but for its length.
        """
        lows = name.lows
        words = sorted(set(lows), key=lambda word: (len(self._by_word.get(word, ())), word))
        rare = words[:-1] or words
        found = {i: person for word in rare for i, person in self._by_word.get(word, {}).items()}
        for given in self._other_lengths(lows[0]):
            found.update(self._by_ends.get((given, lows[-1]), {}))
        return _in_order(found)

    def _other_lengths(self, given: str) -> list[str]:
        """What is looked up for a given name besides itself."""
        if len(given) == 1:
            return [f"{given}."]
        short_forms = self._pack.names.short_forms.get(given, ())
        return [given[0], *short_forms, *full_forms(self._pack).get(given, ())]


def _in_order(found: dict[int, Person]) -> list[Person]:
    return [found[index] for index in sorted(found)]
