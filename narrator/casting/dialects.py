"""Words of a dialect that somebody uses again and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from narrator.languages.casting import Casting

USED = 3
"""How many words of one dialect somebody must use, two different ones among them."""
_WORD = re.compile(r"[\w']+")


@cache
def _tags(words: Casting) -> Mapping[str, tuple[str, ...]]:
    """The accents in which each word of a dialect is said."""
    tags: dict[str, tuple[str, ...]] = {}
    for accent in words.accents:
        for word in accent.dialect:
            tags[word] = (*tags.get(word, ()), accent.tag)
    return tags


class Dialects:
    """Who has used which words of which dialect."""

    def __init__(self, words: Casting) -> None:
        self._tags = _tags(words)
        self._heard: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def hear(self, person: str, text: str) -> None:
        """Take note of what `person` says."""
        for word in _WORD.findall(text.casefold().replace("’", "'")):
            bare = word.strip("'").removesuffix("'s")
            for tag in self._tags.get(word) or self._tags.get(bare) or ():
                self._heard[person][tag][word] += 1

    def spoken(self) -> dict[str, tuple[str, str]]:
        """For everyone who clearly speaks a dialect, its tag and the words that tell it."""
        found = {}
        for person, tags in self._heard.items():
            ranked = sorted(tags, key=lambda tag: (-sum(tags[tag].values()), tag))
            best, others = tags[ranked[0]], ranked[1:2]
            used = sum(best.values())
            clear = all(used > 2 * sum(tags[tag].values()) for tag in others)
            if len(best) > 1 and used >= USED and clear:
                found[person] = ranked[0], " ".join(best)
        return found
