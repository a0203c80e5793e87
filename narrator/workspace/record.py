"""`script/<book>/book.json`: what the parser knew about a book, and what it wrote.

It lets Narrator tell a script that a person edited from one that it wrote itself, and find out
that a story has not changed since it was parsed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from narrator.errors import BadScript
from narrator.files import Damaged, read_json
from narrator.model import BookInfo, Character, Pronunciation
from narrator.readers import ReadOptions

from .files import write_whole

FILE_NAME = "book.json"


@dataclass(frozen=True, slots=True)
class BookRecord:
    """What is remembered of the last parse."""

    info: BookInfo
    characters: tuple[Character, ...]
    source: str = ""
    """Where the story was read from, relative to the workspace if it lies inside."""
    fingerprint: str = ""
    """What the script was made of: the story, the options and the parser's version.
    Empty while a script is being written: `written` then names its old and new files."""
    written: tuple[str, ...] = ()
    """SHA-256 of each script file as the parser wrote it, in the order of the chapters."""
    people: str = ""
    """Names what the casting file said about who is who; empty where there was none."""
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The aliases of each character in the casting file, as Narrator last wrote it."""
    cast: Mapping[str, str] = field(default_factory=dict)
    """Names what the casting file says of each character, as Narrator last wrote it."""
    cast_language: str = ""
    """The language that the casting file is for, a BCP 47 tag; empty where nobody was cast."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """How the book itself wants words said."""
    options: ReadOptions = field(default=ReadOptions())
    """How a person wanted the story read."""


def read_record(folder: Path) -> BookRecord | None:
    """The record in a book's script folder; None where there is none.

    Raises:
        BadScript: the file is there but is not a record.
    """
    path = folder / FILE_NAME
    try:
        record = read_json(path, BookRecord)
        if any("\0" in str(told) for told in asdict(record.info).values()):
            raise Damaged("a text with a NUL", where=str(path))
        return record
    except FileNotFoundError:
        return None
    except Damaged as damaged:
        raise BadScript(
            f"is not what `narrator parse` wrote ({damaged.what})",
            where=damaged.where,
            todo="delete it and parse the story again with --force",
        ) from damaged


def write_record(folder: Path, record: BookRecord) -> None:
    """Write the record into a book's script folder."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1)
    write_whole(folder / FILE_NAME, text + "\n")
