"""`narrator make`: a story becomes an audiobook."""

from pathlib import Path
from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.outcome import tell
from narrator.production import Publication, Source, make_book
from narrator.readers import ReadOptions
from narrator.workspace import Workspace


@click.command(
    "make",
    short_help="Turn a story into an audiobook: parse, cast, record and publish it.",
    epilog="Example:  narrator make story.txt --format mp3,m4b --cover cover.jpg",
)
@options.source
@options.workspace
@options.engine
@options.formats
@options.cover
@options.feed
@options.jobs
@options.reading
@options.ask
@options.doubt
@options.force
@options.quiet
@options.as_json
def command(
    source: Path,
    workspace: Workspace,
    engine: str | None,
    formats: tuple[str, ...],
    cover: Path | None,
    feed: str,
    jobs: int,
    name: str | None,
    force: bool,
    quiet: bool,
    as_json: bool,
    ask: str | None,
    ask_model: str | None,
    doubt: str,
    **reading: Any,
) -> None:
    """Turn a story into an audiobook: parse, cast, record and publish it.

    What is already done is not done again: after you have corrected the script or the casting file,
    or interrupted the work, run the same command again.
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        made = make_book(
            workspace,
            Source(source, ReadOptions(**reading), name, options.server(ask, ask_model)),
            Publication(formats, cover, feed=feed),
            engine=engine,
            jobs=jobs,
            force=force,
            neutral=doubt == options.NEUTRAL,
            listen=console.listen,
        )
        tell(console, made)
