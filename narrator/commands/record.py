"""`narrator record`: a script becomes an audiobook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.outcome import tell
from narrator.commands.remembering import Remembered, RememberingCommand, remembering
from narrator.production import Details, Performance, Publication, Wishes, record_book
from narrator.workspace import Workspace


@click.command(
    "record",
    cls=RememberingCommand,
    short_help="Record and publish a book from its script.",
    epilog="Example:  narrator record story",
)
@options.book
@options.workspace
@options.casting
@options.formats
@options.cover
@options.sounding
@options.library
@options.feed
@options.jobs
@options.doubt
@options.title
@options.details
@options.performing
@remembering
@options.quiet
@options.as_json
def command(
    book: str,
    workspace: Workspace,
    wishes: Wishes,
    formats: tuple[str, ...],
    cover: Path | None,
    library: Path | None,
    feed: str,
    sounding: dict[str, Any],
    jobs: int,
    doubt: str,
    performance: Performance,
    details: Details,
    title: str | None,
    author: str | None,
    language: str | None,
    remembered: Remembered,
    quiet: bool,
    as_json: bool,
) -> None:
    """Record and publish a book from its script, as it stands in script/BOOK/.

    Only lines that changed since the last time are spoken, and only their chapters encoded.
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        remembered.tell(console)
        with remembered.kept():
            made = record_book(
                workspace,
                workspace.find(book),
                Publication(
                    formats, cover, details=details, library=library, feed=feed, **sounding
                ),
                wishes=replace(wishes, series=details.series),
                jobs=jobs,
                neutral=doubt == options.NEUTRAL,
                performance=performance,
                listen=console.listen,
            )
        tell(console, made)
