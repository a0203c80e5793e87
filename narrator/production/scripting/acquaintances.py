"""What a person says in the casting file about who is who, for the parser to follow."""

import json
from collections.abc import Sequence
from dataclasses import replace

from narrator.casting import read_cast
from narrator.model import NARRATOR, Character
from narrator.workspace import Workspace, digest, read_record, write_record

from ..casting_file import read_casting_file


def known_people(workspace: Workspace, book: str) -> tuple[Character, ...]:
    """The characters of the book's casting file; none where there is no file.

    A name that a person took off the aliases of somebody is somebody else's: it is among them as a
    character of its own.

    Raises:
        BadScript: the casting file has mistakes.
    """
    people = _people_of(workspace, book)
    record = read_record(workspace.script(book))
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


def _people_of(workspace: Workspace, book: str) -> tuple[Character, ...]:
    path = workspace.casting_file(book)
    return _people_in(read_casting_file(path), str(path))


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
    roles = read_cast(text, where=where).roles if text else ()
    return tuple(role.character for role in roles if role.character.name != NARRATOR)
