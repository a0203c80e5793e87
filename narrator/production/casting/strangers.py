"""Speakers whose names a person may have misspelt, and roles that nobody speaks any more."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from narrator.model import NARRATOR, Cast, Character, Role, Script
from narrator.parser import SOMEONE

_ALIKE = 0.75
"""Of two spellings of one name."""
_DIGITS = re.compile(r"\d+")


def misspelt(script: Script, cast: Cast) -> dict[str, str]:
    """Speakers of `script` who are neither in its `cast` nor known to the parser but are spelt much
    like somebody who is: each with whom they may mean."""
    people = (*script.characters, *(role.character for role in cast.roles))
    known = _names(people)
    found = {}
    for line in (line for chapter in script.chapters for line in chapter.lines):
        if line.speaker not in known and line.speaker not in found:
            near = nearest(line.speaker, known)
            if near:
                found[line.speaker] = near
    return found


def nearest(name: str, known: Sequence[str]) -> str:
    """Whom of `known` a misspelt `name` may mean; empty where it is like none."""
    folded = {each.casefold(): each for each in reversed(known)}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=_ALIKE)
    # `the lady 3` beside `the lady 2` is meant.
    if not near or _DIGITS.sub("", near[0]) == _DIGITS.sub("", name.casefold()):
        return ""
    return folded[near[0]]


def unspoken_roles(script: Script, cast: Cast) -> tuple[Role, ...]:
    """The roles of `cast` that have no line of `script`; stand-ins for doubtful lines may wait."""
    speakers = {line.speaker for chapter in script.chapters for line in chapter.lines}
    heard = {role.character.name for role in map(cast.role, speakers) if role}
    waiting = (NARRATOR, SOMEONE)
    return tuple(
        role
        for role in cast.roles
        if role.character.name not in heard and not role.character.name.startswith(waiting)
    )


def _names(people: Sequence[Character]) -> list[str]:
    return [NARRATOR, *(name for one in people for name in (one.name, *one.aliases))]
