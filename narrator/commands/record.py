"""`narrator record`: a script becomes an audiobook."""

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.outcome import tell
from narrator.commands.remembering import Remembered, RememberingCommand, remembering
from narrator.production import Request, record_book
from narrator.studio.cluster import Cluster
from narrator.workspace import Workspace


@click.command(
    "record",
    cls=RememberingCommand,
    short_help="Record and publish a book from its script.",
    epilog="Example:  narrator record story",
)
@options.book
@options.workspace
@options.request_for_script
@options.jobs
@options.cluster
@options.tidy
@remembering
@options.quiet
@options.as_json
def command(
    book: str,
    workspace: Workspace,
    request: Request,
    jobs: int,
    cluster: Cluster | None,
    tidy: bool,
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
            name = workspace.find(book)
            made = record_book(
                workspace, name, request, jobs=jobs, cluster=cluster, listen=console.listen
            )
        tell(console, workspace, made, tidy=tidy)
