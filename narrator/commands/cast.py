"""`narrator cast`: everyone who speaks gets a voice."""

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.model import Role
from narrator.production import Wishes, audition_cast, cast_script, refuse_missing_voices
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
@options.jobs
@options.quiet
@options.as_json
def command(
    book: str,
    workspace: Workspace,
    wishes: Wishes,
    audition: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Give a voice to every character of a book who has none yet, in voices/BOOK.toml.

    What the file says already is never changed: to have a voice chosen anew, delete its entry.
    """
    name = workspace.find(book)
    script = load_script(workspace.script(name))
    with Console(quiet=quiet, as_json=as_json) as console:
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


def _facts(role: Role) -> dict[str, object]:
    return {
        "voice": role.voice,
        "rate": role.manner.rate,
        "pitch": role.manner.pitch,
        "gain": role.gain,
        "lines": role.character.lines,
    }
