"""A folder in PDNC's layout: novels, their people, and who says every quotation.

<corpus>/<Novel>/novel_text.txt       the text
<corpus>/<Novel>/character_info.csv   Main Name, Aliases, Gender (F, M, U, X), Category
<corpus>/<Novel>/quotation_info.csv   quoteID, quoteByteSpans, speaker, addressees, quoteType, ...

A span counts characters of the text, [start, end), without the quotation marks.
"""

import ast
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import BadSource

from .names import normal

TYPES = ("Explicit", "Anaphoric", "Implicit")
"""Named in the tag, told by a pronoun or a noun in it, or without a tag."""

_FILES = ("novel_text.txt", "character_info.csv", "quotation_info.csv")
_COLUMNS = {
    "character_info.csv": ("Main Name", "Aliases", "Gender", "Category"),
    "quotation_info.csv": ("quoteID", "quoteByteSpans", "speaker", "quoteType"),
}
_MISSPELT = {"The Nawab Badahur": ("The Nawab Bahadur", "Nawab Bahadur")}
"""Slips in the published lists that would punish a right answer."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a novel, as the annotators list them."""

    name: str
    aliases: tuple[str, ...]
    gender: str
    is_minor: bool

    @property
    def is_somebody(self) -> bool:
        """Whether it is one person of the story: no group, and nobody that cannot be known."""
        return not self.name.startswith("_") and self.name != "Unknowable"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of quoted text without a break; `"Yes," he said, "no."` holds two."""

    start: int
    end: int
    speaker: str
    type: str
    quotation: str
    """The id of the whole quotation."""
    is_first: bool
    """Whether it is the first of its quotation."""
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Novel:
    """A novel with its gold."""

    name: str
    path: Path
    """Of its text."""
    text: str
    people: dict[str, Person]
    segments: tuple[Segment, ...]
    """In the order of the text."""


def novel_folders(corpus: Path) -> list[Path]:
    """The folders of `corpus` that hold a novel or a part of one, by name.

    Raises:
        BadSource: there are none.
    """
    folders = sorted({path.parent for name in _FILES for path in corpus.glob(f"*/{name}")})
    if not folders:
        raise BadSource(
            "holds no annotated novel",
            where=str(corpus),
            todo=f"name a folder that has a folder for each novel, with {', '.join(_FILES)} in it",
        )
    return folders


def read_novel(folder: Path) -> Novel:
    """The novel in `folder`.

    Raises:
        BadSource: a file or a column is missing, or something in it cannot be understood.
    """
    for name in _FILES:
        _check_file(folder / name, _COLUMNS.get(name, ()))
    try:
        return _read(folder)
    except (ValueError, SyntaxError, KeyError, TypeError) as error:
        raise BadSource(f"cannot be understood: {error}", where=str(folder)) from error


def _check_file(path: Path, columns: Sequence[str]) -> None:
    if not path.is_file():
        raise BadSource("is not there", where=str(path), todo="see PDNC for the layout")
    with path.open(encoding="utf-8", errors="replace") as file:
        found = file.readline()
    missing = [column for column in columns if column not in found]
    if missing:
        raise BadSource(f"has no column {', '.join(missing)}", where=str(path))


def _read(folder: Path) -> Novel:
    path = folder / "novel_text.txt"
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    people = {person.name: person for person in _people(folder / "character_info.csv")}
    segments = sorted(
        _segments(folder / "quotation_info.csv", people), key=lambda segment: segment.start
    )
    return Novel(folder.name, path, text, people, tuple(segments))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(2**30)  # a quotation may be a whole tale
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _people(path: Path) -> Iterator[Person]:
    for row in _rows(path):
        name = row["Main Name"].strip()
        aliases = {str(alias) for alias in ast.literal_eval(row["Aliases"])} | {name}
        aliases |= set(_MISSPELT.get(name, ()))
        if _inside(name) == name and " - " in name:
            aliases.add(name.partition(" - ")[0])
        yield Person(name, tuple(sorted(aliases)), row["Gender"], row["Category"] == "minor")


def _inside(name: str) -> str:
    """One novel frames its story: the listener outside and the boy inside are one person."""
    return name.replace(" - External", " - Story")


def _segments(path: Path, people: dict[str, Person]) -> Iterator[Segment]:
    by_alias: dict[str, set[str]] = {}
    for person in people.values():
        for alias in person.aliases:
            by_alias.setdefault(normal(alias), set()).add(person.name)
    for row in _rows(path):
        speaker = _main_name(row["speaker"].strip(), people, by_alias)
        spoken_to = tuple(
            _main_name(str(name), people, by_alias) for name in _listed(row.get("addressees"))
        )
        for number, (start, end) in enumerate(ast.literal_eval(row["quoteByteSpans"])):
            type_ = row["quoteType"]
            yield Segment(start, end, speaker, type_, row["quoteID"], number == 0, spoken_to)


def _main_name(name: str, people: dict[str, Person], by_alias: dict[str, set[str]]) -> str:
    name = _inside(name)
    if name in people:
        return name
    owners = by_alias.get(normal(name), set())
    return next(iter(owners)) if len(owners) == 1 else name


def _listed(literal: str | None) -> list[str]:
    try:
        return list(ast.literal_eval(literal or "[]"))
    except (ValueError, SyntaxError):
        return []
