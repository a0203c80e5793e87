"""`narrator listen`: a book's folder for a browser, here or on a phone near by."""

import io
import sys

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.serving import address_in_network, book_server
from narrator.workspace import Workspace

PORT = 8425
"""The same every time, so that browsers find the listener's place again."""


@click.command(
    "listen",
    short_help="Serve a book to a browser here, or to a phone near by.",
    epilog="Example:  narrator listen story --lan",
)
@options.book
@options.workspace
@click.option(
    "--lan", is_flag=True, help="Let others in your network listen, too; only this machine if not."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
@options.quiet
@options.as_json
def command(
    book: str, workspace: Workspace, lan: bool, port: int, quiet: bool, as_json: bool
) -> None:
    """Serve a book to a browser on this machine or, with --lan, to a phone in your network.

    The player also opens without this: audio_out/BOOK/index.html. Only the book's own folder is
    served. On a terminal, --lan shows a code to scan with the phone. It ends with Ctrl-C.
    """
    folder = workspace.published(workspace.find(book))
    with (
        Console(quiet=quiet, as_json=as_json) as console,
        book_server(folder, lan=lan, port=port) as server,
    ):
        address = f"http://{address_in_network() if lan else 'localhost'}:{server.port}/"
        feed = f"{address}feed.xml"
        told = f"Player:        {address}\nPodcast feed:  {feed}"
        console.result(told, {"player": address, "feed": feed, "port": server.port})
        if lan:
            if not as_json and sys.stdout.isatty():
                console.result(_scannable(address))
            console.say("Everybody in your network can listen.")
        console.say("Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.say("")


def _scannable(address: str) -> str:
    """`address` as a QR code made of letters, for the camera of a phone."""
    import segno

    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, compact=True, border=2)
    return drawn.getvalue().rstrip("\n")
