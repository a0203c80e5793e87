"""`narrator batch`: several stories, each a book of its own."""

from pathlib import Path

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.several import make_each, stories_in, tell_each
from narrator.production import Request, Source
from narrator.workspace import Workspace


@click.command(
    "batch",
    cls=options.SectionedCommand,
    short_help="Make several stories, each into a book of its own.",
    epilog="Example:  narrator batch one.epub two.txt shelf/",
)
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE..."
)
@options.workspace
@options.request_for_script
@options.jobs
@options.quiet
@options.as_json
def command(
    sources: tuple[Path, ...],
    workspace: Workspace,
    request: Request,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make several stories, each into a book of its own, one after the other.

    SOURCE is a story, or a folder of stories. One that cannot be made stops no other; what became
    of each is said at the end, and the exit code is that of the first that failed. The options hold
    for all of them; the address of --feed is that of the folder in which the books' folders are.
    """
    found = [
        story
        for path in sources
        for story in (stories_in(path) if path.is_dir() else [Source(path)])
    ]
    if not found:
        raise click.UsageError("there is no story in what you named")
    with Console(quiet=quiet, as_json=as_json) as console:
        tell_each(console, make_each(console, workspace, found, request, jobs=jobs))
