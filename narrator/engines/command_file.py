"""The file that describes programs that speak: `engines.toml` in Narrator's own folder.

    [voice.slt]
    run = ["flite", "-voice", "slt", "--setf", "duration_stretch={stretch}", "{textfile}", "{out}"]
    language = "en-US"
    gender = "female"

In `run` stand for each clip: {text} the words as one argument, {textfile} a file that holds them,
{out} the file to write; the pace as {rate} (a factor), {stretch} (1/rate), {wpm} (words a minute)
or {percent}; {pitch} in semitones. Without {text} or {textfile} the words come on standard input,
without {out} the sound is taken from standard output.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrator.errors import BadScript
from narrator.files import Malformed, read_text, table_of
from narrator.model import Age, Gender

from .home import home

FILE = "engines.toml"
_FIELDS = ("text", "textfile", "out", "rate", "stretch", "wpm", "percent", "pitch")
_FIELD = re.compile(r"\{(\w+)\}")
_KEYS = {"run", "language", "gender", "age", "description", "licence"}


@dataclass(frozen=True, slots=True)
class CommandVoice:
    """A voice, and the command that speaks with it."""

    id: str
    run: tuple[str, ...]
    language: str = "en"
    gender: Gender = Gender.UNKNOWN
    age: Age = Age.UNKNOWN
    description: str = ""
    licence: str = ""

    def takes(self, field: str) -> bool:
        """Whether the command has a place for `field`."""
        return any(f"{{{field}}}" in part for part in self.run)

    @property
    def takes_pace(self) -> bool:
        """Whether the command can be told how fast to speak."""
        return any(self.takes(field) for field in ("rate", "stretch", "wpm", "percent"))

    def filled(self, part: str, values: Mapping[str, str]) -> str:
        """An argument with its places filled; what they are filled with is not looked at again."""
        return _FIELD.sub(lambda found: values[found[1]], part)


def commands_file() -> Path:
    """Where the file is, or would be."""
    return home() / FILE


def read_commands() -> dict[str, CommandVoice]:
    """The voices in the file, by id; none where there is no file.

    Raises:
        BadScript: the file has mistakes.
    """
    path = commands_file()
    try:
        document = table_of(read_text(path))
    except FileNotFoundError:
        return {}
    except Malformed as error:
        raise BadScript.listing([error.problem], str(path)) from error
    tables = document.get("voice", {})
    if not isinstance(tables, dict) or set(document) - {"voice"}:
        raise BadScript("not a list of voices", where=str(path), todo="write  [voice.NAME]")
    return {id: _voice(id, table, str(path)) for id, table in tables.items()}


def _voice(id: str, table: Any, where: str) -> CommandVoice:
    run = table.get("run") if isinstance(table, dict) else None
    if not isinstance(run, list) or not run or not all(isinstance(part, str) for part in run):
        todo = 'write  run = ["program", "{text}", "{out}"]'
        raise BadScript(f"the voice {id!r} has no command", where=where, todo=todo)
    unknown = {name for part in run for name in _FIELD.findall(part)} - set(_FIELDS)
    unknown |= {key for key in table if key not in _KEYS}
    if unknown:
        raise BadScript(
            f"the voice {id!r} has {sorted(unknown)[0]!r}, which is not known",
            where=where,
            todo=f"there are {', '.join('{' + name + '}' for name in _FIELDS)}",
        )
    try:
        gender, age = Gender(table.get("gender", "unknown")), Age(table.get("age", "unknown"))
    except ValueError as error:
        raise BadScript(f"the voice {id!r}: {error}", where=where) from error
    told = {key: str(table.get(key, "")) for key in ("description", "licence")}
    return CommandVoice(id, tuple(run), str(table.get("language", "en")), gender, age, **told)
