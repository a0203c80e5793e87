"""`narrator voices download`: a neural voice from its public place."""

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.production import download_voice


@click.command(
    "download",
    short_help="Download a neural voice for the engine piper, or those of kokoro or hibari.",
    epilog="Example:  narrator voices download en_US-lessac-medium",
)
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="URL",
    help="Where the files are; NARRATOR_VOICES_URL (or NARRATOR_KOKORO_URL, NARRATOR_HIBARI_URL) "
    "if not given, else the public place.",
)
@options.quiet
def command(name: str, source: str | None, quiet: bool) -> None:
    """Download the neural voice NAME for the engine piper, and show its licence; `kokoro` is the
    model of that engine with its 41 voices, 114 MB; `hibari` four more voices of that one, 32 MB.

    What was interrupted goes on where it stopped. This is the only command that uses the network.
    """
    with Console(quiet=quiet) as console:
        found = download_voice(name, source=source, show_card=console.say, listen=console.listen)
        licence = f"; licence: {found.licence}" if found.licence else ""
        how = "was here already" if found.was_there else f"{found.size / 1e6:,.1f} MB downloaded"
        console.say(f"{found.name}: {how}, in {found.folder}{licence}")
        if found.engine == "piper":
            console.say("narrator voices measure --engine piper  lets casting know it")
