"""The casting file and the lexicon with one thing changed, and everything else as it is written."""

import json
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import Any, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from narrator.errors import BadScript
from narrator.model import Character, Role

from .extending import extend_cast_file
from .format import ALIASES, CAST, ENGINE, SAY
from .lines import header_path
from .reading import read_cast, read_sayings
from .result import Casting

Value = str | float | bool | Sequence[str]
Table = MutableMapping[str, Any]

_BOM = "\ufeff"


def with_role_keys(
    text: str, name: str, values: Mapping[str, Value | None], *, where: str = ""
) -> str:
    """The casting file `text` with keys of the role of `name`, who has one from now on.

    A value of None takes its key away.

    Raises:
        BadScript: `text` has mistakes, or would have then.
    """

    def change(document: Table) -> None:
        table = _role(document, name)
        for key, value in values.items():
            if value is None:
                table.pop(key, None)
            elif table.get(key) != value:
                table[key] = (
                    list(value) if isinstance(value, Sequence) and key == ALIASES else value
                )

    return _edited(_with_role(text, name, where), change, where)


def with_engine(text: str, engine: str, *, where: str = "") -> str:
    """The casting file `text` for another engine.

    Raises:
        BadScript: as of `with_role_keys`.
    """

    def change(document: Table) -> None:
        document[ENGINE] = engine

    return _edited(text, change, where)


def without_role(text: str, name: str, *, where: str = "") -> str:
    """The casting file `text` without the role of `name`.

    Raises:
        BadScript: as of `with_role_keys`.
    """

    def change(document: Table) -> None:
        del document[CAST][_key_of(document, name)]

    return _edited(text, change, where) if _has_role(text, name, where) else text


def with_role_called(text: str, name: str, to: str, *, where: str = "") -> str:
    """The casting file `text` with the role of `name` called `to`.

    Raises:
        BadScript: as of `with_role_keys`, or the role is no table of its own.
    """
    if not _has_role(text, name, where):
        return text
    rows = text.split("\n")
    for at, row in enumerate(rows):
        path = header_path(row.removeprefix(_BOM))
        if len(path) == 2 and path[0] == CAST and _folded(path[1]) == name:
            head, tail = row[: row.index("[")], row[row.rindex("]") + 1 :]
            rows[at] = f"{head}[{CAST}.{json.dumps(to, ensure_ascii=False)}]{tail}"
            renamed = "\n".join(rows)
            read_cast(renamed, where=where)
            return renamed
    todo = f"write it as a table that begins with  [{CAST}.{json.dumps(name, ensure_ascii=False)}]"
    raise BadScript(f"{name} cannot be renamed there", where=where, todo=todo)


def with_saying(text: str, word: str, say: str, ipa: str, *, where: str = "") -> str:
    """The file `text` with how `word` is said, or without, where neither is given.

    Raises:
        BadScript: `text` has mistakes, or would have then.
    """
    word = _folded(word)

    def change(document: Table) -> None:
        table = document.get(SAY)
        if table is None:
            document[SAY] = table = tomlkit.table()
        for key in [key for key in table if _folded(key) == word]:
            del table[key]
        if say and ipa:
            both = tomlkit.inline_table()
            both.update({"say": say, "ipa": ipa})
            table[word] = both
        elif say or ipa:
            table[word] = say or f"/{ipa.strip().strip('/')}/"
        elif not table:
            del document[SAY]

    extended = _parsed_with(text, change, where)
    read_sayings(extended, where=where)
    return extended


def _with_role(text: str, name: str, where: str) -> str:
    if _has_role(text, name, where):
        return text
    found = read_cast(text, where=where)
    new = Role(Character(name), "")
    return extend_cast_file(text, Casting(replace(found, roles=(*found.roles, new))), where=where)


def _has_role(text: str, name: str, where: str) -> bool:
    return any(role.character.name == name for role in read_cast(text, where=where).roles)


def _edited(text: str, change: Callable[[Table], None], where: str) -> str:
    edited = _parsed_with(text, change, where)
    read_cast(edited, where=where)
    return edited


def _parsed_with(text: str, change: Callable[[Table], None], where: str) -> str:
    mark = _BOM if text.startswith(_BOM) else ""
    try:
        document = tomlkit.parse(text.removeprefix(_BOM))
        change(document)
        dumped = tomlkit.dumps(document)
        rows = dumped.replace("\r\n", "\n")
        return mark + (rows.replace("\n", "\r\n") if "\r\n" in text else rows)
    except (TOMLKitError, TypeError, AttributeError, KeyError, ValueError) as error:
        raise BadScript(
            f"cannot be changed as it is written ({error})", where=where, todo="change it by hand"
        ) from error


def _role(document: Table, name: str) -> Table:
    return cast(Table, document[CAST][_key_of(document, name)])


def _key_of(document: Table, name: str) -> str:
    keys: list[str] = list(document[CAST])
    return next(key for key in keys if _folded(key) == name)


def _folded(name: str) -> str:
    return " ".join(name.split())
