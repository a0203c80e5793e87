"""What a person says in the casting file about who is who, for the parser to follow."""

import json
from collections.abc import Sequence
from dataclasses import replace

from narrator.casting import read_cast
from narrator.languages.tags import same_language
from narrator.model import NARRATOR, Character, Role
from narrator.workspace import BookRecord, Workspace, digest, read_record, write_record

from ..casting_file import read_casting_file

_SHORT = 16
"""Digits of a digest that tell one role from another."""


def known_people(workspace: Workspace, book: str, language: str) -> tuple[Character, ...]:
    """The characters of the casting file of a book in `language`; none where there is no file.

    Those whom Narrator found when it took the book for one in another language are not believed.
    A name that a person took off the aliases of somebody is somebody else's: it is among them as a
    character of its own.

    Raises:
        BadScript: the casting file has mistakes.
    """
    record = read_record(workspace.script(book))
    roles = _roles_of(workspace, book)
    if record and record.cast_language and not same_language(record.cast_language, language):
        ours = roles_of_narrator(record, roles)
        return tuple(role.character for role in roles if role not in ours)
    people = tuple(role.character for role in roles)
    taken = {name for one in people for name in (one.name, *one.aliases)}
    apart: dict[str, None] = {}
    for one in people:
        given = record.given.get(one.name, ()) if record else ()
        apart.update(dict.fromkeys(name for name in given if name not in taken))
    return (*people, *map(Character, apart))


def casting_digest(workspace: Workspace, book: str) -> str:
    """Names what the casting file says of people; empty where it says nothing.

    It changes with names, genders and ages, not with voices.

    Raises:
        BadScript: the casting file has mistakes.
    """
    return _digest_of(_people_of(workspace, book))


def roles_of_narrator(record: BookRecord, roles: Sequence[Role]) -> list[Role]:
    """Those of `roles` that are as Narrator wrote them, and that nobody locked."""
    written = record.cast
    return [
        role
        for role in roles
        if not role.locked and written.get(role.character.name) == digest_of_role(role)
    ]


def digest_of_role(role: Role) -> str:
    """Names all that a casting file says of a role."""
    person = replace(role.character, lines=0)
    return digest(repr((person, role.voice, role.manner, role.gain)).encode())[:_SHORT]


def _people_of(workspace: Workspace, book: str) -> tuple[Character, ...]:
    return tuple(role.character for role in _roles_of(workspace, book))


def _roles_of(workspace: Workspace, book: str) -> tuple[Role, ...]:
    path = workspace.casting_file(book)
    return _roles_in(read_casting_file(path), str(path))


def _digest_of(people: Sequence[Character]) -> str:
    if not people:
        return ""
    said = sorted((one.name, sorted(one.aliases), one.gender, one.age) for one in people)
    return digest(json.dumps(said).encode())


def follow_casting(workspace: Workspace, book: str, before: str | None, after: str) -> None:
    """Remember that the casting file was changed by Narrator, so its script is still up to date.

    It is not where a person had changed the people of the file `before`.
    """
    folder = workspace.script(book)
    record = read_record(folder)
    where = str(workspace.casting_file(book))
    if record and record.people == _digest_of(_people_in(before, where)):
        people = _people_in(after, where)
        given = {one.name: one.aliases for one in people}
        write_record(folder, replace(record, people=_digest_of(people), given=given))


def _people_in(text: str | None, where: str) -> tuple[Character, ...]:
    return tuple(role.character for role in _roles_in(text, where))


def _roles_in(text: str | None, where: str) -> tuple[Role, ...]:
    roles = read_cast(text, where=where).roles if text else ()
    return tuple(role for role in roles if role.character.name != NARRATOR)
