"""What a person should look at in a cast."""

from collections.abc import Iterator, Mapping, Sequence, Set

from narrator.model import NARRATOR, Cast, Character, Manner, Role

from .names import nearest_name
from .people import known_character
from .result import Remark


def remarks_on(
    cast: Cast,
    old: Cast,
    recast: Set[str],
    characters: Sequence[Character],
) -> tuple[Remark, ...]:
    """All remarks on `cast`, in the order of its roles; `recast` are those who got a voice now."""
    seen: dict[tuple[str, Manner], str] = {}
    found: list[Remark] = []
    for role in cast.roles:
        if role.character.name in recast:
            found.extend(_near_name(role, cast, old, characters))
            found.extend(_shared(role, seen))
        seen.setdefault((role.voice, role.manner), role.character.name)
    return tuple(found)


def _near_name(
    role: Role, cast: Cast, old: Cast, characters: Sequence[Character]
) -> Iterator[Remark]:
    name = role.character.name
    if name == NARRATOR or old.role(name) or known_character(name, characters):
        return
    # Of two new names that are alike, the one with fewer lines is the slip.
    others = sorted(
        (other for other in cast.roles if other is not role),
        key=lambda other: (not old.role(other.character.name), -other.character.lines),
    )
    known = [
        spelling
        for other in others
        if old.role(other.character.name)
        or known_character(other.character.name, characters)
        or other.character.name == NARRATOR
        or other.character.lines > role.character.lines
        for spelling in (other.character.name, *other.character.aliases)
    ]
    near = nearest_name(name, known)
    if near:
        todo = f"if {near} is meant, correct the script"
        yield Remark(name, f"{name} is new and has a voice of their own now", todo)


def _shared(role: Role, seen: Mapping[tuple[str, Manner], str]) -> Iterator[Remark]:
    other = seen.get((role.voice, role.manner))
    name = role.character.name
    if other:
        what = f"{name} and {other} cannot be told apart: all voices are used up"
        yield Remark(name, what, "give one of them another pitch or rate in the casting file")
