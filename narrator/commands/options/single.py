"""Options that stand for themselves, as several commands have them."""

import os
from pathlib import Path
from typing import Any

import click

from narrator.mixing import profile_names

from . import completing
from .grouping import Decorator
from .values import engine_of, profile_of, workspace_of

workspace: Decorator = click.option(
    "-C",
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    callback=workspace_of,
    metavar="DIR",
    help="The folder to work in, which has to be there; the current one if not given.",
)
book: Decorator = click.argument("book", metavar="BOOK", shell_complete=completing.books)
engine: Decorator = click.option(
    "--engine",
    metavar="NAME",
    callback=engine_of,
    shell_complete=completing.engines,
    help="The speech engine: hibari (the default for English), espeak (for all else), pyttsx3, "
    "piper, kokoro, command, speech or silent.",
)
jobs: Decorator = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    metavar="N",
    help="How many processes work side by side; one a core if not given.",
)
force: Decorator = click.option(
    "--force",
    is_flag=True,
    help="Parse the story anew, even over a script edited by hand (edits are kept as .bak files).",
)
tidy: Decorator = click.option(
    "--tidy",
    is_flag=True,
    help="Remove the sound files that earlier runs made in formats no longer asked for.",
)
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
as_json: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as one JSON document."
)


def _profile(**default: Any) -> Decorator:
    return click.option(
        "--profile",
        type=click.Choice(profile_names()),
        callback=profile_of,
        help="What the sound has to be like: -18 LUFS, or what ACX asks of MP3 files (technically: "
        "ACX itself takes human narration only).",
        **default,
    )


profile: Decorator = _profile(default="standard", show_default=True)
profile_or_own: Decorator = _profile(show_default="what the book was made for, else standard")
