"""`narrator cast`: everyone who speaks gets a voice."""

from pathlib import Path

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.model import Role
from narrator.production import (
    Source,
    Wishes,
    audition_cast,
    cast_script,
    keep_or_write_script,
    refuse_missing_voices,
    tidy_cast,
)
from narrator.workspace import Workspace, load_script


@click.command(
    "cast",
    short_help="Give every character of a book a voice.",
    epilog="Example:  narrator cast story",
)
@options.book
@options.workspace
@options.wishes
@click.option(
    "--audition",
    is_flag=True,
    help="Make a page on which to hear everyone, and a scene, before the book is recorded.",
)
@click.option(
    "--tidy", is_flag=True, help="Remove the entries of those who speak no line any more."
)
@options.jobs
@options.quiet
@options.as_json
def command(
    book: str,
    workspace: Workspace,
    wishes: Wishes,
    audition: bool,
    tidy: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Give a voice to every character of a book who has none yet, in voices/BOOK.toml.

    BOOK is a book that has a script here, or a story, which is parsed first. What the file says
    already is never changed: to have a voice chosen anew, delete its entry.
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        name = _book(workspace, book, console)
        script = load_script(workspace.script(name))
        if tidy:
            gone = tidy_cast(workspace, name, script, wishes.engine)
            console.say(f"removed: {', '.join(gone)}" if gone else "nothing to remove")
        casted = cast_script(workspace, name, script, wishes)
        for remark in casted.remarks:
            console.warn(remark)
        console.say(f"{count(len(casted.added), 'new voice')}: {casted.path!s}")
        refuse_missing_voices(casted)
        if audition:
            page = audition_cast(workspace, name, script, casted, jobs=jobs, listen=console.listen)
            console.say(f"to be heard: {page}")
        roles = casted.cast.roles
        width = max(len(role.character.name) for role in roles)
        console.result(
            "\n".join(f"{role.character.name.ljust(width)}  {role.voice}" for role in roles),
            {role.character.name: _facts(role) for role in roles},
        )


def _book(workspace: Workspace, named: str, console: Console) -> str:
    """The book's name; of a story that has no script yet one is written."""
    if not Path(named).is_file():
        return workspace.find(named)
    source = Source(Path(named))
    keep_or_write_script(workspace, source, listen=console.listen)
    return source.book


def _facts(role: Role) -> dict[str, object]:
    return {
        "voice": role.voice,
        "rate": role.manner.rate,
        "pitch": role.manner.pitch,
        "gain": role.gain,
        "lines": role.character.lines,
    }
