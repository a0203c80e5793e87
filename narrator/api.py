"""Narrator for programs: a story read, parsed, cast and made, a noun of `narrator.model` each."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from narrator.casting import Casting, extend_cast_file
from narrator.errors import NarratorError
from narrator.model import Book, Cast, Character, Script
from narrator.parser import check_fidelity, parse_book
from narrator.production import (
    Listener,
    Publication,
    Request,
    Wishes,
    cast_script,
    record_book,
    refuse_missing_voices,
    silently,
)
from narrator.readers import ReadOptions, SourceFile, read_story
from narrator.workspace import Workspace, book_name, is_edited, save_script, write_whole


def read(
    *sources: str | os.PathLike[str],
    title: str | None = None,
    author: str | None = None,
    language: str | None = None,
    chapters: str = "",
) -> Book:
    """The book in a file, in a folder with a file for each chapter, or in several files.

    What is said here counts over what the files say; `chapters` are those to read: `1-3,5`.

    Raises:
        BadSource: one of them cannot be read.
        WrongUsage: there are no such chapters.
        MissingTool: a format needs a library that was not installed.
    """
    options = ReadOptions(title=title, author=author, language=language, chapters=chapters)
    return read_story([SourceFile(Path(source)) for source in sources], options)


def parse(book: Book, people: Sequence[Character] = ()) -> Script:
    """The script of `book`: who says what. `people` are believed to be who they are said to be.

    Raises:
        NarratorError: a word of the book would be lost, which is a defect of Narrator.
    """
    script = parse_book(book, people)
    check_fidelity(book, script)
    return script


def cast(script: Script, *, engine: str | None = None, narrator: str | None = None) -> Cast:
    """A voice for everybody who speaks in `script`.

    Without an `engine`, a name as in `narrator voices`, it is the default for the language. The
    voice `narrator`, if one is named, reads what nobody says.

    Raises:
        WrongUsage: there is no such voice.
        MissingTool: the engine is not there or cannot start.
    """
    with tempfile.TemporaryDirectory() as folder:
        wishes = Wishes(engine=engine, narrator=narrator)
        casted = cast_script(Workspace(Path(folder)), "book", script, wishes)
        refuse_missing_voices(casted)
    return casted.cast


def make(
    script: Script,
    cast: Cast,
    folder: str | os.PathLike[str],
    *,
    name: str | None = None,
    formats: Sequence[str] = ("mp3", "m4b"),
    cover: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
    listen: Listener = silently,
) -> tuple[Path, ...]:
    """Record `script` with the voices of `cast`; the paths of the sound files.

    `folder` becomes a workspace like that of the command line: what is done there already is not
    done again, and the book lies in `audio_out/NAME`, by default called after its title. `listen`
    is told how far it is.

    Raises:
        NarratorError: a person edited the script or the casting file of that name in `folder`, or
            it cannot be written to; an unknown format; see the stages.
    """
    workspace = Workspace(Path(folder))
    book = book_name(name or script.info.title)
    _keep(workspace, book, script, cast)
    publication = Publication(formats=tuple(formats), cover=Path(cover) if cover else None)
    workers = jobs or os.cpu_count() or 1
    made = record_book(workspace, book, Request(publication), jobs=workers, listen=listen)
    return tuple(file.path for file in made.files)


def _keep(workspace: Workspace, book: str, script: Script, cast: Cast) -> None:
    """Lay script and cast down where production finds them, over nothing that a person wrote."""
    scripts, casting = workspace.script(book), workspace.casting_file(book)
    if is_edited(scripts):
        raise NarratorError(
            "was edited by hand", where=str(scripts), todo="give the book another name"
        )
    reasons = {role.character.name: "by a program" for role in cast.roles}
    told = extend_cast_file(None, Casting(cast, reasons), title=script.info.title)
    if casting.exists() and casting.read_text(encoding="utf-8") != told:
        raise NarratorError(
            "says something else", where=str(casting), todo="give the book another name"
        )
    save_script(scripts, script, source="a program", fingerprint="")
    write_whole(casting, told)
