"""`narrator voices sample`: a page on which voices are heard side by side."""

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.engines import default_engine
from narrator.production import audition_voices
from narrator.production.auditioning import TEXT
from narrator.workspace import Workspace


@click.command(
    "sample",
    short_help="Make a page on which to hear the voices of an engine side by side.",
    epilog='Example:  narrator voices sample --text "Hold the boat!"',
)
@options.engine
@options.workspace
@click.option("--text", default=TEXT, metavar="TEXT", help="What they say.")
@options.jobs
@options.quiet
def command(engine: str | None, workspace: Workspace, text: str, jobs: int, quiet: bool) -> None:
    """Make one HTML file, to be opened in any browser, on which each voice says the same."""
    with Console(quiet=quiet) as console:
        path = audition_voices(
            workspace, engine or default_engine(), text=text, jobs=jobs, listen=console.listen
        )
        console.result(str(path), {"page": str(path)})
