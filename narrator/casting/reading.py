"""The casting file to a Cast; every mistake in it is found in one go."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from narrator.errors import BadScript, Problem
from narrator.files import Malformed, plain_toml, table_of
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Kind, Manner, Pauses, Role
from narrator.text import Pronunciation

from .accents import known_accents, near_names, tag_of
from .format import (
    ACCENT,
    AGE,
    ALIASES,
    CAST,
    ENGINE,
    GAIN,
    GENDER,
    KIND,
    LOCKED,
    NUMBERS,
    PAUSES,
    PITCH,
    RATE,
    ROLE_KEYS,
    SAY,
    SERIES,
    TOP_KEYS,
    VOICE,
    shown,
)
from .lines import Path, line_numbers
from .sayings import sayings
from .silences import silences

Word = TypeVar("Word", bound=StrEnum)
_NO_NAMES = frozenset("/\\:")
"""What no name of a file has."""


@dataclass(slots=True)
class _Reading:
    """What has been understood of a file so far."""

    lines: dict[Path, int]
    problems: list[Problem] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    """The role that has each name or alias."""

    def report(self, path: Path, what: str, todo: str) -> None:
        """Note a mistake in the entry at `path`."""
        places = (self.lines.get(path[:depth]) for depth in range(len(path), 0, -1))
        line = next((place for place in places if place), None)
        self.problems.append(Problem(line, what, todo))


def read_cast(text: str, *, where: str = "") -> Cast:
    """The cast in the casting file `text`; a role without a voice is yet to be cast.

    Raises:
        BadScript: there are mistakes; the message lists them all.
    """
    cast, problems = _read(text)
    if problems:
        raise BadScript.listing(problems, where)
    return cast


def find_cast_problems(text: str) -> tuple[Problem, ...]:
    """Every mistake in the casting file `text`, in the order of its lines."""
    return _read(text)[1]


def voice_line(text: str, character: str) -> int | None:
    """On which line of the casting file `text`, counted from 1, the voice of `character` stands."""
    return line_numbers(plain_toml(text)).get((CAST, character, VOICE))


def read_sayings(text: str, *, where: str = "") -> tuple[Pronunciation, ...]:
    """The pronunciations in `text`, a casting file or one with nothing but `[say]`.

    Raises:
        BadScript: the table has mistakes, or this is no TOML; the message lists them all.
    """
    found, problems = _read_sayings(text)
    if problems:
        raise BadScript.listing(problems, where)
    return found


def find_saying_problems(text: str) -> tuple[Problem, ...]:
    """Every mistake in the table `[say]` of `text`, in the order of its lines."""
    return _read_sayings(text)[1]


def read_pauses(text: str, over: Pauses, *, where: str = "") -> Pauses:
    """`over` with the `[pauses]` of `text`, a casting file or one with nothing but that table.

    Raises:
        BadScript: the table has mistakes, or this is no TOML; the message lists them all.
    """
    found, problems = _read_pauses(text, over)
    if problems:
        raise BadScript.listing(problems, where)
    return found


def find_pause_problems(text: str) -> tuple[Problem, ...]:
    """Every mistake in the table `[pauses]` of `text`, in the order of its lines."""
    return _read_pauses(text, Pauses())[1]


@lru_cache(maxsize=4)  # a run reads the same file at several of its stages
def _read(text: str) -> tuple[Cast, tuple[Problem, ...]]:
    try:
        document = table_of(text)
    except Malformed as error:
        return Cast("", ()), (error.problem,)
    reading = _Reading(line_numbers(plain_toml(text)))
    _check_keys(reading, (), document, TOP_KEYS)
    engine = _engine(reading, document)
    series = _series(reading, document.get(SERIES, ""))
    roles = _roles(reading, document.get(CAST, {}))
    sayings(document.get(SAY, {}), reading.report)
    silences(document.get(PAUSES, {}), Pauses(), reading.report)
    return Cast(engine, tuple(roles), series), _in_order(reading.problems)


def _read_sayings(text: str) -> tuple[tuple[Pronunciation, ...], tuple[Problem, ...]]:
    try:
        document = table_of(text)
    except Malformed as error:
        return (), (error.problem,)
    reading = _Reading(line_numbers(plain_toml(text)))
    _check_keys(reading, (), document, TOP_KEYS)
    found = sayings(document.get(SAY, {}), reading.report)
    return found, _in_order(reading.problems)


def _read_pauses(text: str, over: Pauses) -> tuple[Pauses, tuple[Problem, ...]]:
    try:
        document = table_of(text)
    except Malformed as error:
        return over, (error.problem,)
    reading = _Reading(line_numbers(plain_toml(text)))
    _check_keys(reading, (), document, TOP_KEYS)
    found = silences(document.get(PAUSES, {}), over, reading.report)
    return found, _in_order(reading.problems)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line_number or 0))


def _engine(reading: _Reading, document: dict[str, object]) -> str:
    engine = document.get(ENGINE)
    if isinstance(engine, str) and engine.strip():
        return engine.strip()
    todo = 'write it as  engine = "espeak"  at the top'
    what = "no engine" if engine is None else f"an engine {shown(engine)}"
    reading.report((ENGINE,), what, todo)
    return ""


def _series(reading: _Reading, told: object) -> str:
    if isinstance(told, str) and _is_name(told.strip()):
        return told.strip()
    reading.report((SERIES,), f"a series {shown(told)}", 'write it as  series = "its-name"')
    return ""


def _is_name(series: str) -> bool:
    """Whether a file can be called so."""
    return series.isprintable() and not set(series) & _NO_NAMES and series.strip(".") == series


def _roles(reading: _Reading, tables: object) -> list[Role]:
    if not isinstance(tables, dict):
        reading.report((CAST,), "cast is no table", "write each role as  [cast.Name]")
        return []
    named = {name: _folded(name) for name in tables}
    for key, name in named.items():
        _own(reading, (CAST, key), name, name)
    roles = [_role(reading, (CAST, key), name, tables[key]) for key, name in named.items()]
    return sorted(roles, key=lambda role: role.character.name != NARRATOR)


def _role(reading: _Reading, path: Path, name: str, table: object) -> Role:
    if not isinstance(table, dict):
        reading.report(path, f"{name} is no table", f"write  [cast.{path[1]}]  and its voice below")
        return Role(Character(name), "")
    _check_keys(reading, path, table, ROLE_KEYS)
    character = Character(
        name,
        _aliases(reading, path, name, table),
        _one_of(reading, path, GENDER, table, Gender.UNKNOWN),
        _one_of(reading, path, AGE, table, Age.UNKNOWN),
        kind=_one_of(reading, path, KIND, table, Kind.PERSON),
        accent=_accent(reading, path, table),
    )
    manner = Manner(_number(reading, path, RATE, table), _number(reading, path, PITCH, table))
    voice = table.get(VOICE, "")
    if not isinstance(voice, str):
        reading.report((*path, VOICE), f"a voice {shown(voice)}", 'write it as  voice = "its id"')
        voice = ""
    gain, locked = _number(reading, path, GAIN, table), _switch(reading, path, LOCKED, table)
    return Role(character, voice.strip(), manner, gain, locked)


def _check_keys(
    reading: _Reading, path: Path, table: dict[str, object], known: tuple[str, ...]
) -> None:
    for key, value in table.items():
        if key in known:
            continue
        near = get_close_matches(key.casefold(), known, n=1)
        todo = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
        if path and isinstance(value, dict):
            todo = f'a name with a dot stands in quotation marks, as in  [cast."Mrs. {key}"]'
        reading.report((*path, key), f"{key} is not known", todo)


def _aliases(reading: _Reading, path: Path, name: str, table: dict[str, object]) -> tuple[str, ...]:
    given = table.get(ALIASES, [])
    if not isinstance(given, list) or not all(isinstance(alias, str) for alias in given):
        todo = 'write them as  aliases = ["Haley", "Miss James"]'
        reading.report((*path, ALIASES), f"aliases {shown(given)}", todo)
        return ()
    aliases = tuple(dict.fromkeys(_folded(alias) for alias in given))
    for alias in aliases:
        if alias != name:
            _own(reading, (*path, ALIASES), alias, name)
    return tuple(alias for alias in aliases if alias != name)


def _own(reading: _Reading, path: Path, name: str, owner: str) -> None:
    """Note that `owner` is called `name`; nobody else may be."""
    if not name:
        reading.report(path, "an empty name", "give it a name, or take it away")
    elif name in reading.owners:
        other = reading.owners[name]
        reading.report(
            path, f"{owner} is called {name}, and so is {other}", "take it away from one of them"
        )
    else:
        reading.owners[name] = owner


def _one_of(
    reading: _Reading, path: Path, key: str, table: dict[str, object], default: Word
) -> Word:
    value = table.get(key, default.value)
    kinds = type(default)
    if isinstance(value, str) and value.strip().casefold() in list(kinds):
        return kinds(value.strip().casefold())
    near = get_close_matches(str(value).casefold(), list(kinds), n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    known = ", ".join(kind.value for kind in kinds)
    reading.report((*path, key), f"{key} {shown(value)}", f"{hint}there are {known}")
    return default


def _accent(reading: _Reading, path: Path, table: dict[str, object]) -> str:
    value = table.get(ACCENT, "")
    tag = tag_of(value) if isinstance(value, str) else None
    if value == "" or tag:
        return tag or ""
    near = " or ".join(near_names(str(value)))
    known = ", ".join(accent.label for accent in known_accents())
    todo = f"did you mean {near}?" if near else f"there are {known}"
    reading.report((*path, ACCENT), f"accent {shown(value)}", todo)
    return ""


def _number(reading: _Reading, path: Path, key: str, table: dict[str, object]) -> float:
    limits = NUMBERS[key]
    value = table.get(key, limits.default)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number and limits.least <= value <= limits.most:  # type: ignore[operator]
        return float(value)  # type: ignore[arg-type]
    todo = f"write a number from {limits.least:g} to {limits.most:g}"
    reading.report((*path, key), f"{key} {shown(value)}", todo)
    return limits.default


def _switch(reading: _Reading, path: Path, key: str, table: dict[str, object]) -> bool:
    value = table.get(key, False)
    if isinstance(value, bool):
        return value
    reading.report((*path, key), f"{key} {shown(value)}", "write true or false")
    return False


def _folded(name: str) -> str:
    return " ".join(name.split())
