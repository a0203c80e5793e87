"""`narrator review`: a book corrected and directed in a browser on this machine."""

import webbrowser

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.serving.reviewing import review_server
from narrator.workspace import Workspace


@click.command(
    "review",
    short_help="Correct and direct a book in a browser.",
    epilog="Example:  narrator review story",
)
@click.argument("book", required=False)
@options.workspace
@click.option(
    "--no-browser", "silent", is_flag=True, help="Only print the address; open no browser."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
@options.quiet
def command(book: str | None, workspace: Workspace, silent: bool, port: int, quiet: bool) -> None:
    """Correct and direct BOOK in a browser: who says what, voices, words, pauses, takes.

    Without BOOK it shows the books of the workspace, and takes a new story. Only this machine is
    answered, and only whoever has the address. All is written into the files that you can edit by
    hand as well: script/, voices/. It ends with Ctrl-C.
    """
    name = workspace.find(book) if book else None
    with Console(quiet=quiet) as console, review_server(workspace, port=port) as server:
        address = server.address(name)
        click.echo(address)
        console.say("Ctrl-C ends it.")
        if not silent:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.say("")
