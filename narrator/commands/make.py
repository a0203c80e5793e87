"""`narrator make`: a story becomes an audiobook."""

import click

from narrator.commands import options
from narrator.commands.asking import asked_for_author
from narrator.commands.console import Console
from narrator.commands.outcome import tell
from narrator.commands.remembering import Remembered, RememberingCommand, remembering
from narrator.production import Request, Source, make_book
from narrator.studio.cluster import Cluster
from narrator.workspace import Workspace


@click.command(
    "make",
    cls=RememberingCommand,
    short_help="Turn a story into an audiobook: parse, cast, record and publish it.",
    epilog="Example:  narrator make story.txt --format mp3,m4b --cover cover.jpg",
)
@options.workspace
@options.request_for_story
@options.story_to_ask_about
@options.jobs
@options.cluster
@options.force
@options.tidy
@remembering
@options.quiet
@options.as_json
def command(
    workspace: Workspace,
    request: Request,
    story: Source,
    jobs: int,
    cluster: Cluster | None,
    force: bool,
    tidy: bool,
    remembered: Remembered,
    quiet: bool,
    as_json: bool,
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
            if request.publication.library and not (request.details.author or quiet or as_json):
                request = asked_for_author(console, workspace, story, request, force=force)
                force = False
            made = make_book(
                workspace,
                story,
                request,
                force=force,
                jobs=jobs,
                cluster=cluster,
                listen=console.listen,
            )
        tell(console, workspace, made, tidy=tidy)
