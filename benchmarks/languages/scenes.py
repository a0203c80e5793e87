"""Scenes in `training/languages`: a text in which everything said stands in `⟦speaker|words⟧`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import BadSource

_SAID = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
_PERSON = re.compile(r"(?P<name>[^:]+?) (?P<gender>[fmu])(?::(?P<aliases>.*))?")
_SEXES = {"f": "female", "m": "male", "u": ""}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks."""

    name: str
    gender: str
    """`female` or `male`; empty where it makes no difference."""
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A run of words that somebody says, without the marks around it."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its gold."""

    name: str
    language: str
    """By ISO 639-1, told by the name of the file: `fr_the_ferry.txt`."""
    text: str
    people: Mapping[str, Person]
    sayings: tuple[Saying, ...]


def read_scenes(folder: Path) -> list[Scene]:
    """The scenes in `folder`, by name.

    Raises:
        BadSource: there are none, or one is not as the page beside them says.
    """
    paths = sorted(folder.glob("??_*.txt"))
    if not paths:
        raise BadSource("holds no scene, such as fr_NAME.txt", where=str(folder))
    return [_read(path) for path in paths]


def _read(path: Path) -> Scene:
    head, _, marked = path.read_text(encoding="utf-8").partition("\n---\n")
    people = {one.name: one for one in (_person(path, row) for row in head.splitlines())}
    parts, sayings, length, after = [], [], 0, 0
    marked = marked.strip() + "\n"
    for match in _SAID.finditer(marked):
        if match[1] not in people:
            raise BadSource(f"{match[1]!r} is not among its people", where=str(path))
        parts += [marked[after : match.start()], match[2]]
        start = length + match.start() - after
        length = start + len(match[2])
        sayings.append(Saying(start, length, match[1]))
        after = match.end()
    text = "".join([*parts, marked[after:]])
    if not sayings or "⟦" in text or "⟧" in text:
        raise BadSource("has a mark that is not ⟦speaker|words⟧, or none", where=str(path))
    return Scene(path.stem, path.name[:2], text, people, tuple(sayings))


def _person(path: Path, row: str) -> Person:
    match = _PERSON.fullmatch(row.strip())
    if match is None:
        raise BadSource(f"{row!r} is not `NAME f: other names`", where=str(path))
    aliases = [alias.strip() for alias in (match["aliases"] or "").split(",")]
    return Person(match["name"], _SEXES[match["gender"]], tuple(filter(None, aliases)))
