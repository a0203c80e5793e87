"""The casting file, with what is missing added and nothing else touched."""

import json
import re
from collections.abc import Iterator, Mapping

import tomlkit
from tomlkit.exceptions import TOMLKitError

from narrator.errors import BadScript
from narrator.files import Malformed, plain_toml, table_of
from narrator.model import Age, Cast, Character, Gender, Kind, Manner, Role

from .format import (
    ACCENT,
    AGE,
    ALIASES,
    CAST,
    ENGINE,
    GAIN,
    GENDER,
    KIND,
    PITCH,
    RATE,
    SERIES,
    VOICE,
)
from .lines import header_path
from .reading import read_cast
from .result import Casting

_BARE_KEY = re.compile("[A-Za-z0-9_-]+")
_NOT_IN_COMMENTS = re.compile("[\x00-\x1f\x7f]+")


def extend_cast_file(
    text: str | None, casting: Casting, *, title: str = "", where: str = ""
) -> str:
    """The casting file `text` with the voices and roles of `casting` that it has not.

    Every row of `text` stays as it is. Without `text` it is a new file, for the book `title`.

    Raises:
        BadScript: `text` has mistakes, or is written so that nothing can be added to it.
    """
    text = text or ""
    if _says_nothing(text):
        text = _joined(text, _head(casting.cast, title))
    else:
        text = _in_series(text, casting.cast.series, where)
    known = {role.character.name: role for role in read_cast(text, where=where).roles}
    reasons = casting.reasons
    for role in casting.cast.roles:
        name = role.character.name
        if role.voice and name in known and not known[name].voice:
            rows = _voice_rows(role, known[name], reasons.get(name, ""))
            text = _with_voice(text, role, rows, where)
    new = [role for role in casting.cast.roles if role.character.name not in known]
    return _with_roles(text, new, reasons, where) if new else text


def _says_nothing(text: str) -> bool:
    rows = (row.strip() for row in plain_toml(text).split("\n"))
    return all(not row or row.startswith("#") for row in rows)


def _in_series(text: str, series: str, where: str) -> str:
    """`text` with the row that names the series, below the one that names the engine."""
    if not series or read_cast(text, where=where).series == series:
        return text
    row = f"{SERIES} = {_string(series)}"
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if re.match(rf"\ufeff?\s*{ENGINE}\s*=", line):
            lines.insert(at + 1, row + ("\r" if line.endswith("\r") else ""))
            extended = "\n".join(lines)
            if _loads(extended) is not None and read_cast(extended).series == series:
                return extended
    raise BadScript(f"the series {series} cannot be added", where=where, todo=f"write  {row}")


def _head(cast: Cast, title: str) -> str:
    book = f" in {_string(title)}" if title else ""
    return (
        f"{_comment(f'Who speaks with which voice{book}.')} Change a voice here and only that\n"
        "# character is recorded again. `narrator voices` lists the voices. Behind a name\n"
        "# stands how far its voice is: from 1.5 on two are seldom taken for each other.\n"
        f"{ENGINE} = {_string(cast.engine)}\n"
        + (f"{SERIES} = {_string(cast.series)}\n" if cast.series else "")
    )


def _with_roles(text: str, roles: list[Role], reasons: Mapping[str, str], where: str) -> str:
    """`text` with a table for each of `roles` at its end."""
    rows = (_table(role, reasons.get(role.character.name, "")) for role in roles)
    extended = _joined(text, "\n".join("\n".join(table) + "\n" for table in rows))
    if _loads(extended) is None:
        raise BadScript(
            f"{roles[0].character.name} has no role, and none can be added behind cast = {{...}}",
            where=where,
            todo="write each role as a table that begins with  [cast.Name]",
        )
    return extended


def _table(role: Role, reason: str) -> Iterator[str]:
    character = role.character
    yield f"[{CAST}.{_key(character.name)}]"
    yield from _voice_rows(role, Role(Character(character.name), ""), reason)
    if role.gain:
        yield f"{GAIN} = {role.gain:g}"
    if character.gender is not Gender.UNKNOWN:
        yield f"{GENDER} = {_string(character.gender.value)}"
    if character.age is not Age.UNKNOWN:
        yield f"{AGE} = {_string(character.age.value)}"
    if character.kind is not Kind.PERSON:
        yield f"{KIND} = {_string(character.kind.value)}"
    if character.accent:
        yield f"{ACCENT} = {_string(character.accent)}"
    if character.aliases:
        yield f"{ALIASES} = [{', '.join(_string(alias) for alias in character.aliases)}]"


def _voice_rows(role: Role, known: Role, reason: str) -> list[str]:
    """The rows that give `role` its voice, and its manner where `known` has none."""
    comment = f"  {_comment(reason)}" if reason else ""
    rows = [f"{VOICE} = {_string(role.voice)}{comment}"]
    if known.manner == Manner():
        numbers = {RATE: role.manner.rate, PITCH: role.manner.pitch}
        plain = {RATE: known.manner.rate, PITCH: known.manner.pitch}
        rows += [f"{key} = {value:g}" for key, value in numbers.items() if value != plain[key]]
    return rows


def _with_voice(text: str, role: Role, rows: list[str], where: str) -> str:
    """`text` with `rows` in the entry for `role`, which has no voice yet."""
    for extended in (_below_header(text, role, rows), _in_place(text, role)):
        if extended and _gives(extended, role):
            return extended
    raise BadScript(
        f"{role.character.name} has no voice, and none can be added to the way it is written",
        where=where,
        todo=f"write  {VOICE} = {_string(role.voice)}",
    )


def _below_header(text: str, role: Role, rows: list[str]) -> str | None:
    """`text` with `rows` right below the row `[cast.Name]`, if there is one."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        path = header_path(line.removeprefix("\ufeff"))
        if len(path) == 2 and path[0] == CAST and " ".join(path[1].split()) == role.character.name:
            end = "\r" if line.endswith("\r") else ""
            lines[at + 1 : at + 1] = [row + end for row in rows]
            if at + 1 + len(rows) == len(lines):
                lines.append("")
            return "\n".join(lines)
    return None


def _in_place(text: str, role: Role) -> str | None:
    """`text` with a voice in an entry that is an inline table or dotted keys."""
    try:
        document = tomlkit.parse(text)
        for name, table in document[CAST].items():
            if " ".join(name.split()) == role.character.name:
                table[VOICE] = role.voice
        return tomlkit.dumps(document)
    except (TOMLKitError, TypeError, AttributeError):
        return None


def _gives(text: str, role: Role) -> bool:
    """Whether `text` is a casting file that gives `role` its voice."""
    if _loads(text) is None:
        return False
    found = read_cast(text).role(role.character.name)
    return found is not None and found.voice == role.voice


def _loads(text: str) -> dict[str, object] | None:
    try:
        return table_of(text)
    except Malformed:
        return None


def _joined(text: str, addition: str) -> str:
    """`addition` behind `text`, a blank row between them, with the line ends of `text`."""
    end = "\r\n" if "\r\n" in text else "\n"
    if text.strip("\ufeff \t\r\n"):
        text += end if text.endswith("\n") else end * 2
    return text + addition.replace("\n", end)


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    """`text` as a TOML string: as in JSON, but that TOML escapes one sign more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return "# " + _NOT_IN_COMMENTS.sub(" ", text)
