"""`narrator make`: a story becomes an audiobook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.outcome import tell
from narrator.commands.remembering import Remembered, RememberingCommand, remembering
from narrator.production import Details, Performance, Publication, Wishes, make_book
from narrator.workspace import Workspace


@click.command(
    "make",
    cls=RememberingCommand,
    short_help="Turn a story into an audiobook: parse, cast, record and publish it.",
    epilog="Example:  narrator make story.txt --format mp3,m4b --cover cover.jpg",
)
@options.sources
@options.workspace
@options.casting
@options.formats
@options.cover
@options.sounding
@options.library
@options.feed
@options.jobs
@options.reading
@options.details
@options.ask
@options.doubt
@options.force
@options.performing
@remembering
@options.quiet
@options.as_json
def command(
    sources: tuple[Path, ...],
    workspace: Workspace,
    wishes: Wishes,
    formats: tuple[str, ...],
    cover: Path | None,
    library: Path | None,
    feed: str,
    sounding: dict[str, Any],
    jobs: int,
    name: str | None,
    force: bool,
    performance: Performance,
    details: Details,
    remembered: Remembered,
    quiet: bool,
    as_json: bool,
    ask: str | None,
    ask_model: str | None,
    doubt: str,
    **reading: Any,
) -> None:
    """Turn a story into an audiobook: parse, cast, record and publish it.

    SOURCE is a book: EPUB, text, HTML, Markdown, DOCX, ODT, FB2, RTF, PDF or a Fountain screenplay.
    A folder with a file for each chapter is one too, and so are several files in their order. - is
    standard input.

    What is already done is not done again: after you have corrected the script or the casting file,
    or interrupted the work, run the same command again. Its formats, how it sounds and how it is
    read are remembered for each book.
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        remembered.tell(console)
        with remembered.kept():
            made = make_book(
                workspace,
                options.story(sources, name, reading, options.server(ask, ask_model)),
                Publication(
                    formats, cover, details=details, library=library, feed=feed, **sounding
                ),
                wishes=replace(wishes, series=details.series),
                jobs=jobs,
                force=force,
                neutral=doubt == options.NEUTRAL,
                performance=performance,
                listen=console.listen,
            )
        tell(console, made)
