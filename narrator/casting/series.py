"""A series: its people keep their voices from book to book."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from narrator.languages import every_pack
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Kind, Role

from .people import newcomers
from .result import Casting


def recalled(
    series: Cast, characters: Sequence[Character], speakers: Mapping[str, int], book: Cast
) -> tuple[Role, ...]:
    """The roles of those who speak and have no role in `book`, but one in `series`.

    Somebody is the same person when a proper name or alias is the same and the genders do not
    speak against it. Of several in the series the one with the same main name is meant; nobody if
    that leaves it open. A role of the series is one person's only.
    """
    people = newcomers(characters, speakers, book)
    taken = {role.character.name for role in book.roles}
    found = []
    for meant in (_same_name, _any_name):
        for person in people:
            if person.name in taken:
                continue
            others = [role for role in series.roles if role.character.name not in taken]
            roles = [role for role in others if meant(role.character, person)]
            if len(roles) == 1:
                found.append(_as(person, roles[0]))
                taken |= {person.name, roles[0].character.name}
    narrator = series.role(NARRATOR)
    if narrator and narrator.voice and not book.role(NARRATOR):
        found.insert(0, narrator)
    return tuple(found)


def worth_keeping(casting: Casting, series: Cast) -> Casting:
    """What of a book's cast goes into the file of its series.

    It is the narrator and all who have a proper name, unless the series knows one of their names.
    """
    known = {name for role in series.roles for name in _names(role.character)}
    known |= {role.character.name for role in series.roles}
    roles = tuple(
        role
        for role in casting.cast.roles
        if role.character.name not in known
        and (role.character.name == NARRATOR or is_proper(role.character.name))
        and not known.intersection(_names(role.character))
    )
    kept = tuple(replace(role, character=_proper_only(role.character)) for role in roles)
    return Casting(Cast(casting.cast.engine, series.roles + kept), casting.reasons)


def is_proper(name: str) -> bool:
    """Whether `name` means the same person in every book of a series.

    >>> is_proper("Mara Quill"), is_proper("the old man"), is_proper("Mother"), is_proper("Guard 2")
    (True, False, False, False)
    """
    words = name.replace(".", "").split()
    capitals = bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()
    address = every_pack().address
    if not capitals or words[0].casefold() in address.articles:
        return False
    rest = [word for word in words if word.casefold() not in address.anybody]
    return any(word[:1].isupper() and word.upper() != word for word in rest) or (
        len(words) == 1 and bool(rest) and words[0].isupper()
    )


def _names(character: Character) -> Iterator[str]:
    return (name for name in (character.name, *character.aliases) if is_proper(name))


def _proper_only(character: Character) -> Character:
    return replace(character, aliases=tuple(a for a in character.aliases if is_proper(a)))


def _same_name(known: Character, person: Character) -> bool:
    return known.name == person.name and is_proper(person.name) and _agree(known, person)


def _any_name(known: Character, person: Character) -> bool:
    return bool(set(_names(known)) & set(_names(person))) and _agree(known, person)


def _agree(known: Character, person: Character) -> bool:
    return known.name != NARRATOR and (
        Gender.UNKNOWN in (known.gender, person.gender) or known.gender is person.gender
    )


def _as(person: Character, role: Role) -> Role:
    """`person` in the voice of `role`; what the book does not tell of them the series does."""
    known = role.character
    told = replace(
        person,
        gender=known.gender if person.gender is Gender.UNKNOWN else person.gender,
        age=known.age if person.age is Age.UNKNOWN else person.age,
        kind=known.kind if person.kind is Kind.PERSON else person.kind,
        accent=person.accent or known.accent,
    )
    return replace(role, character=told)
