"""`narrator voices measure`: the voices of an engine, listened to."""

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.engines import default_engine
from narrator.production import measure_engine
from narrator.workspace import Workspace


@click.command(
    "measure",
    short_help="Listen to the voices of an engine, so that casting knows them.",
    epilog="Example:  narrator voices measure --engine pyttsx3",
)
@options.engine
@options.workspace
@options.jobs
@click.option("--again", is_flag=True, help="Measure also the voices that were measured before.")
@options.quiet
def command(engine: str | None, workspace: Workspace, jobs: int, again: bool, quiet: bool) -> None:
    """Let each voice of an engine speak a short text, and keep its pitch, pace and timbre.

    Casting then tells apart what sounds alike, and gives voices that come without a gender to
    characters whom they suit. The espeak voices come measured.
    """
    name = engine or default_engine()
    with Console(quiet=quiet) as console:
        done = measure_engine(workspace, name, jobs=jobs, anew=again, listen=console.listen)
        console.say(f"{count(done, 'voice')} measured: {workspace.measurements(name)}")
