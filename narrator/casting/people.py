"""Who needs a role: the speakers of a script, gathered into persons."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from narrator.model import NARRATOR, Cast, Character, Role


@dataclass(slots=True)
class _Person:
    """A character of whom some names speak."""

    character: Character
    speakers: list[str] = field(default_factory=list)
    lines: int = 0


def counted(cast: Cast, speakers: Mapping[str, int]) -> list[Role]:
    """The roles of `cast`, each with the number of lines it speaks."""
    lines: Counter[str] = Counter()
    for speaker, count in speakers.items():
        role = cast.role(speaker)
        if role:
            lines[role.character.name] += count
    return [
        replace(role, character=replace(role.character, lines=lines[role.character.name]))
        for role in cast.roles
    ]


def newcomers(
    characters: Sequence[Character], speakers: Mapping[str, int], cast: Cast
) -> list[Character]:
    """The persons who speak and have no role in `cast`, most lines first, then as they appear.

    A speaker whom no character knows is a person of their own. No name or alias of theirs is
    one that somebody else has.
    """
    people = _gathered(characters, speakers, cast)
    owner = {speaker: name for name, person in people.items() for speaker in person.speakers}
    taken = {NARRATOR, *people}
    for role in cast.roles:
        taken |= {role.character.name, *role.character.aliases}
    found = []
    for name, person in people.items():
        wanted = dict.fromkeys((*person.character.aliases, *person.speakers))
        aliases = tuple(a for a in wanted if a not in taken and owner.get(a, name) == name)
        taken |= set(aliases)
        found.append(replace(person.character, aliases=aliases, lines=person.lines))
    return sorted(found, key=lambda character: -character.lines)


def _gathered(
    characters: Sequence[Character], speakers: Mapping[str, int], cast: Cast
) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for speaker, count in speakers.items():
        if speaker == NARRATOR or cast.role(speaker):
            continue
        known = known_character(speaker, characters)
        # A role of that name has not this alias: the speaker needs an entry of their own.
        if known is None or known.name == NARRATOR or cast.role(known.name):
            known = replace(known or Character(speaker), name=speaker, aliases=())
        person = people.setdefault(known.name, _Person(known))
        person.speakers.append(speaker)
        person.lines += count
    return people


def known_character(speaker: str, characters: Sequence[Character]) -> Character | None:
    """The character called `speaker`: by name, else by alias."""
    by_name = (character for character in characters if character.name == speaker)
    by_alias = (character for character in characters if speaker in character.aliases)
    return next(by_name, None) or next(by_alias, None)


def earlier_role(person: Character, characters: Sequence[Character], cast: Cast) -> Role | None:
    """The role `person` already has under another of their names.

    It is so when a later chapter gives a fuller name: `Haley` turns out to be `Haley James Scott`.
    """
    known = known_character(person.name, characters)
    if known is None:
        return None
    others = {character.name for character in characters if character is not known}
    names = {known.name, *known.aliases} - others
    found = [role for role in cast.roles if role.character.name in names and role.voice]
    return found[0] if len(found) == 1 else None
