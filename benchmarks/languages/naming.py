"""Whom a name means that the program gave to somebody, in any language."""

import re
from collections.abc import Iterable, Sequence

from .scenes import Person

_ARTICLES = """
the a an le la les l un une der die das ein eine el los las il lo i gli o os as de het een den det
en ett η ο το
"""


def meant(name: str, aliases: Sequence[str], people: Iterable[Person]) -> str | None:
    """Who of `people` is meant by a `name`, and the other names the program has for them.

    Whoever is called so; else the one person of whose names it is a part, or which are a part of
    it; else whom most of the other names mean. Articles and case make no difference.
    """
    by_name = {_words(each): one.name for one in people for each in (one.name, *one.aliases)}
    for each in (name, *aliases):
        found = _owners(_words(each), by_name)
        if len(found) == 1:
            return found.pop()
    return None


def _owners(words: frozenset[str], by_name: dict[frozenset[str], str]) -> set[str]:
    if not words or words in by_name:
        return {by_name[words]} if words else set()
    return {name for other, name in by_name.items() if other and (words <= other or other <= words)}


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())).difference(_ARTICLES.split())
