"""What a person says in the casting file about who is who, for the parser to follow."""

import json
from collections.abc import Sequence
from dataclasses import replace

from narrator.casting import read_cast
from narrator.model import NARRATOR, Character
from narrator.workspace import Workspace, digest, read_record, write_record

from .casting_file import read_casting_file


def known_people(workspace: Workspace, book: str) -> tuple[Character, ...]:
    """The characters of the book's casting file; none where there is no file.

    Raises:
        BadScript: the casting file has mistakes.
    """
    path = workspace.casting_file(book)
    return _people_in(read_casting_file(path), str(path))


def digest_of(people: Sequence[Character]) -> str:
    """Names what is said of `people`; it changes with names, genders and ages, not with voices."""
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
    if record and record.people == digest_of(_people_in(before, where)):
        people = digest_of(_people_in(after, where))
        if people != record.people:
            write_record(folder, replace(record, people=people))


def _people_in(text: str | None, where: str) -> tuple[Character, ...]:
    roles = read_cast(text, where=where).roles if text else ()
    return tuple(role.character for role in roles if role.character.name != NARRATOR)
