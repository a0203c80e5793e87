"""`narrator say`: a text, a voice, a sound file."""

from pathlib import Path

import click

from narrator.commands import options
from narrator.commands.console import Console, duration
from narrator.engines import default_engine
from narrator.production import diction_of, say
from narrator.workspace import Workspace, load_script


@click.command(
    "say",
    short_help="Speak a text into a sound file.",
    epilog='Example:  narrator say "Good evening." --voice old-man -o try.wav',
)
@click.argument("text")
@click.option(
    "--voice",
    metavar="ID",
    shell_complete=options.completing.voices,
    help="Which voice; the first one there is if not given.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("say.wav"),
    show_default=True,
    metavar="FILE",
    help="Where to write it, as WAV.",
)
@click.option("--rate", type=click.FloatRange(0.5, 2), default=1.0, help="Faster or slower.")
@click.option("--pitch", type=click.FloatRange(-12, 12), default=0.0, help="Semitones up or down.")
@click.option(
    "--book",
    metavar="BOOK",
    shell_complete=options.completing.books,
    help="Say words as this book's lexicon has them.",
)
@options.engine
@options.workspace
@options.quiet
@options.as_json
def command(
    text: str,
    voice: str | None,
    output: Path,
    rate: float,
    pitch: float,
    book: str | None,
    engine: str | None,
    workspace: Workspace,
    quiet: bool,
    as_json: bool,
) -> None:
    """Speak TEXT into a sound file, to hear what a voice is like."""
    name = workspace.find(book) if book else None
    language = load_script(workspace.script(name)).info.language if name else "en"
    engine = engine or default_engine(language)
    diction = diction_of(workspace, name, language=language, engine=engine)
    with Console(quiet=quiet, as_json=as_json) as console:
        seconds = say(
            text, output, engine=engine, voice=voice, rate=rate, pitch=pitch, diction=diction
        )
        console.result(
            f"{output}  ({duration(seconds)})",
            {"path": str(output), "seconds": round(seconds, 3), "engine": engine, "voice": voice},
        )
