"""Who is who in a book: what a person should look at, before two are spoken by one voice."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from narrator.casting import voice_line
from narrator.languages import Pack, pack_for
from narrator.model import NARRATOR, Cast, Character, Script

from ..casting import unspoken_roles
from .finding import Finding

FEW = 1
"""Lines of somebody who may be somebody else."""
_ALIKE = 0.8
"""Of two names that may be one."""
_NUMBERED = re.compile(r"(.*\D) \d+")
"""A stranger beside another who is called the same."""


def look_at_people(
    script: Script, cast: Cast, *, book: str, where: str, text: str
) -> tuple[Finding, ...]:
    """What to look at in the casting file `text`; of each kind the least certain first."""
    pack = pack_for(script.info.language)
    spoken = _spoken(script, cast)
    found = (
        *_aliases(spoken, pack),
        *_doubles(spoken, pack),
        *_strangers(spoken, pack),
        *_of_few_lines(spoken),
    )
    rows = [Finding(where, voice_line(text, name), told) for name, told in found]
    rows += [
        Finding(
            where,
            voice_line(text, role.character.name),
            f"{role.character.name} speaks no line any more; "
            f"`narrator cast {book} --tidy` removes the entry",
        )
        for role in unspoken_roles(script, cast)
    ]
    return tuple(rows)


def _spoken(script: Script, cast: Cast) -> dict[str, tuple[Character, int]]:
    """Everybody of the casting file who speaks, with how many lines."""
    found: dict[str, tuple[Character, int]] = {}
    for line in (line for chapter in script.chapters for line in chapter.lines):
        role = cast.role(line.speaker)
        if role and role.character.name != NARRATOR:
            one = role.character
            found[one.name] = one, found.get(one.name, (one, 0))[1] + 1
    return found


def _aliases(spoken: dict[str, tuple[Character, int]], pack: Pack) -> Iterator[tuple[str, str]]:
    """Names of somebody that have no word of their own in common: the less of a name, the first."""
    rows = []
    for name, (one, _) in spoken.items():
        words = _words(name, pack)
        for alias in one.aliases:
            own = _words(alias, pack)
            if not own & words and not _is_short_for(alias, name):
                rows.append((alias[:1].isupper(), -len(alias.split()), name, alias))
    for _, _, name, alias in sorted(rows):
        yield name, f"{name} is also called {alias!r}, which no word of the name says"


def _doubles(spoken: dict[str, tuple[Character, int]], pack: Pack) -> Iterator[tuple[str, str]]:
    """Two who may be one: their names are alike, or all of one is in the other."""
    for one, two in combinations(spoken, 2):
        if _NUMBERED.fullmatch(one) or _NUMBERED.fullmatch(two):
            continue
        words = _words(one, pack), _words(two, pack)
        alike = SequenceMatcher(None, one.casefold(), two.casefold()).ratio()
        within = words[0] and words[1] and (words[0] <= words[1] or words[1] <= words[0])
        if within or alike >= _ALIKE:
            yield one, f"{one} and {two} may be one person"


def _strangers(spoken: dict[str, tuple[Character, int]], pack: Pack) -> Iterator[tuple[str, str]]:
    """Speakers who are told apart by a number, or whose name is that of a place."""
    for name, (_, lines) in spoken.items():
        if numbered := _NUMBERED.fullmatch(name):
            yield name, f"{name} may be {numbered[1]}, or somebody with a name"
        words = name.casefold().split()
        if len(words) > 1 and words[-1] in pack.grammar.place_nouns:
            yield name, f"{name} sounds like a place, and speaks {_lines(lines)}"


def _of_few_lines(spoken: dict[str, tuple[Character, int]]) -> Iterator[tuple[str, str]]:
    few = [name for name, (_, lines) in spoken.items() if lines <= FEW]
    if few:
        yield few[0], f"of one line each: {', '.join(few)}"


def _words(name: str, pack: Pack) -> frozenset[str]:
    """The words of a name that tell whom it means."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return frozenset(words) - pack.grammar.determiners - pack.grammar.articles


def _is_short_for(alias: str, name: str) -> bool:
    """Whether a word of one begins like one of the other: `Liz` and `Elizabeth Bennet` do not."""
    starts: Sequence[str] = [word[:3] for word in name.casefold().split()]
    return any(word[:3] in starts for word in alias.casefold().split() if len(word) > 2)


def _lines(number: int) -> str:
    return f"{number:,} line{'s' if number != 1 else ''}"
