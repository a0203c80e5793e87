"""Everything a person should look at in a book's script and casting file, at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from narrator.casting import (
    find_cast_problems,
    find_pause_problems,
    find_saying_problems,
    read_cast,
    voice_line,
)
from narrator.errors import BadScript, MissingTool, Problem
from narrator.files import read_text
from narrator.model import NARRATOR, Cast, Line, Row
from narrator.screenplay import find_problems, numbered_rows
from narrator.workspace import (
    Workspace,
    load_script,
    read_record,
    read_settings,
    script_files,
)

from ..casting import missing_voices, nearest
from ..casting_file import read_casting_file
from .finding import Finding
from .people import look_at_people

SHOWN = 60
"""Characters of a line's text that are enough to recognise it."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a book."""

    problems: tuple[Finding, ...]
    """What cannot be recorded as it stands, or would be spoken by a stranger; in reading order."""
    doubts: tuple[Finding, ...]
    """Lines whose speaker is a guess, least certain first."""
    people: tuple[Finding, ...] = ()
    """Who may be somebody else, and whose entry nobody needs any more."""


def check_book(workspace: Workspace, book: str) -> Check:
    """Look at a book's script and casting file.

    Raises:
        BadScript: a file is not text.
        NarratorError: an engine whose voices are looked for failed, crashed or hung.
    """
    casting_file = workspace.casting_file(book)
    where = str(casting_file)
    cast_text = read_casting_file(casting_file) or ""
    cast_problems = find_cast_problems(cast_text) if cast_text else ()
    cast = read_cast(cast_text) if cast_text and not cast_problems else None
    problems = [
        *_kept_problems(workspace, book),
        *_file_problems(workspace.lexicon, find_saying_problems),
        *_file_problems(workspace.pauses, find_pause_problems),
        *(
            Finding(where, problem.line_number, f"{problem.what}; {problem.todo}")
            for problem in cast_problems
        ),
        *(_voiceless(where, cast_text, cast) if cast else ()),
        *(problem for path in _others(workspace, book, cast) for problem in _cast_problems(path)),
    ]
    doubts: list[Finding] = []
    for path in script_files(workspace.script(book)):
        file = str(path)
        try:
            text = read_text(path)
        except BadScript as error:
            problems.append(_finding(error))
            continue
        rows = numbered_rows(text)
        problems += [
            Finding(file, problem.line_number, f"{problem.what}; {problem.todo}")
            for problem in find_problems(text)
        ]
        problems += _strangers(file, rows, cast)
        doubts += _doubts(file, rows)
    doubts.sort(key=lambda doubt: doubt.confidence or 0)
    people: tuple[Finding, ...] = ()
    if cast and not problems:
        script = load_script(workspace.script(book))
        people = look_at_people(script, cast, book=book, where=where, text=cast_text)
    return Check(tuple(problems), tuple(doubts), people)


def _file_problems(path: Path, find: Callable[[str], tuple[Problem, ...]]) -> Iterator[Finding]:
    """What is wrong in a file for all books."""
    for problem in find(read_casting_file(path) or ""):
        yield Finding(str(path), problem.line_number, f"{problem.what}; {problem.todo}")


def _kept_problems(workspace: Workspace, book: str) -> Iterator[Finding]:
    """What is wrong in the files that Narrator keeps beside the script."""
    for read in (read_record, read_settings):
        try:
            read(workspace.script(book))
        except BadScript as error:
            yield _finding(error)


def _finding(error: BadScript) -> Finding:
    return Finding(error.where, None, "; ".join(filter(None, (error.what, error.todo))))


def _others(workspace: Workspace, book: str, cast: Cast | None) -> Iterator[Path]:
    """The casting files of the book's series, and for other engines."""
    names = [book, *([cast.series] if cast and cast.series else [])]
    for name in names:
        own = workspace.casting_file(name)
        beside = sorted(own.parent.glob(f"{escape(name)}.*.toml"))
        yield from (path for path in ([] if name == book else [own]) + beside if path.exists())


def _cast_problems(path: Path) -> Iterator[Finding]:
    return _file_problems(path, find_cast_problems)


def _voiceless(where: str, text: str, cast: Cast) -> Iterator[Finding]:
    """Whose voice is not there, or that the engine is not."""
    try:
        missing = missing_voices(cast)
    except MissingTool as error:
        yield Finding(where, None, "; ".join(filter(None, (error.what, error.todo))))
        return
    for name, why in missing.items():
        yield Finding(where, voice_line(text, name), f"{name}: {why}")


def _strangers(file: str, rows: Iterable[tuple[int, Row]], cast: Cast | None) -> Iterator[Finding]:
    """The first line of each speaker whom the casting file does not know."""
    if cast is None:
        return
    names = [name for role in cast.roles for name in (role.character.name, *role.character.aliases)]
    seen = {NARRATOR}
    for number, row in rows:
        if isinstance(row, Line) and row.speaker not in seen:
            seen.add(row.speaker)
            if cast.role(row.speaker) is None:
                close = nearest(row.speaker, names)
                hint = f"did you mean {close}? If not, " if close else ""
                yield Finding(
                    file,
                    number,
                    f"{row.speaker} is not in the casting file; {hint}`narrator cast` adds them",
                )


def _doubts(file: str, rows: Iterable[tuple[int, Row]]) -> Iterator[Finding]:
    for number, row in rows:
        if isinstance(row, Line) and row.doubt:
            text = f"{row.doubt.confidence:4.0%} {row.speaker}: {_short(row.text)}"
            why = f" ({row.doubt.why})" if row.doubt.why else ""
            yield Finding(file, number, text + why, row.doubt.confidence)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
