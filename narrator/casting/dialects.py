"""Words of a dialect that somebody uses again and again."""

import re
from collections import Counter, defaultdict

from .accents import ACCENTS

USED = 3
"""How many words of one dialect somebody must use, two different ones among them."""
_WORD = re.compile(r"[\w']+")
_TAGS: dict[str, set[str]] = defaultdict(set)
for _accent in ACCENTS:
    for _word in _accent.dialect:
        _TAGS[_word].add(_accent.tag)


class Dialects:
    """Who has used which words of which dialect."""

    def __init__(self) -> None:
        self._heard: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def hear(self, person: str, text: str) -> None:
        """Take note of what `person` says."""
        for word in _WORD.findall(text.casefold().replace("’", "'")):
            bare = word.strip("'").removesuffix("'s")
            for tag in _TAGS.get(word) or _TAGS.get(bare) or ():
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
