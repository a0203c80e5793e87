"""Several books with one command: each is made as if alone, and one that fails stops no other."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from narrator.commands.console import Console, count, duration
from narrator.errors import NarratorError
from narrator.production import Made, Request, Source, make_book
from narrator.readers import suffixes
from narrator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of several stories."""

    source: Source
    made: Made | None
    error: NarratorError | None = None


def stories_in(folder: Path) -> list[Source]:
    """The stories in a folder, by name: files that can be read, and folders with a file a chapter.

    Raises:
        NarratorError: it cannot be read.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        why = error.strerror or str(error)
        todo = "name a folder with stories"
        raise NarratorError(f"cannot be read ({why})", where=str(folder), todo=todo) from error
    return [Source(path) for path in entries if _is_story(path)]


def _is_story(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return any(each.is_file() and each.suffix.lower() in suffixes() for each in path.iterdir())
    return path.suffix.lower() in suffixes()


def make_each(
    console: Console,
    workspace: Workspace,
    sources: Iterable[Source],
    request: Request,
    *,
    jobs: int,
) -> list[Outcome]:
    """Make each story into a book, one after the other.

    A feed's address is that of the folder in which the books' folders are.
    """
    found: list[Outcome] = []
    for source in sources:
        console.say(f"{source.book}: {source.path}")
        try:
            asked = _request_for(source, request)
            made = make_book(workspace, source, asked, jobs=jobs, listen=console.listen)
            found.append(Outcome(source, made))
        except NarratorError as error:
            console.warn(str(error))
            found.append(Outcome(source, None, error))
    return found


def _request_for(source: Source, request: Request) -> Request:
    feed = request.publication.feed
    if not feed:
        return request
    own = f"{feed.rstrip('/')}/{source.book}/"
    return replace(request, publication=replace(request.publication, feed=own))


def tell_each(console: Console, outcomes: Sequence[Outcome]) -> None:
    """Say what became of each book, and end with the exit code of the first that failed."""
    failed = [each for each in outcomes if each.error]
    well = len(outcomes) - len(failed)
    rows = [_row(each) for each in outcomes]
    rows.append(f"{count(well, 'book')} made" + (f", {len(failed):,} failed" if failed else ""))
    console.result("\n".join(rows), [_document(each) for each in outcomes])
    if failed and failed[0].error:
        raise click.exceptions.Exit(failed[0].error.exit_code)


def _row(outcome: Outcome) -> str:
    made, book = outcome.made, outcome.source.book
    if made is None:
        again = shlex.join(["narrator", "make", str(outcome.source.path)])
        return f"{book}: failed; to see it alone: {again}"
    player = next((file for file in made.companions if file.seconds), None)
    seconds = player.seconds if player else 0.0
    where = player.path if player else ""
    return (
        f"{book}: {duration(seconds)}, {count(made.recording.spoken, 'clip')} spoken now, {where}"
    )


def _document(outcome: Outcome) -> dict[str, Any]:
    made = outcome.made
    return {
        "book": outcome.source.book,
        "source": str(outcome.source.path),
        "error": str(outcome.error) if outcome.error else None,
        "spoken": made.recording.spoken if made else None,
        "files": [str(file.path) for file in made.files] if made else [],
    }
