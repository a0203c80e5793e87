"""`narrator names`: the names of a book that may be said wrongly."""

import shlex
from dataclasses import asdict

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.production import Name, unusual_names
from narrator.workspace import Workspace, load_script


@click.command(
    "names",
    short_help="List the unusual names of a book, and how to hear each.",
    epilog="Example:  narrator names story",
)
@options.book
@options.workspace
@options.as_json
def command(book: str, workspace: Workspace, as_json: bool) -> None:
    """List the unusual names of a book, the most frequent first, each with a command to hear it.

    A name that is said wrongly is put right under [say] in voices/BOOK.toml, or for all books in
    voices/lexicon.toml:  Siobhan = "shi-VAWN"
    """
    name = workspace.find(book)
    names = unusual_names(load_script(workspace.script(name)))
    commands = [_command(each, name, workspace) for each in names]
    with Console(as_json=as_json) as console:
        console.say(count(len(names), "unusual name"))
        console.result(
            _table(names, commands),
            [asdict(each) | {"hear": hear} for each, hear in zip(names, commands, strict=True)],
        )


def _command(name: Name, book: str, workspace: Workspace) -> str:
    place = f" -C {shlex.quote(workspace.where)}" if workspace.where else ""
    return f"narrator say {shlex.quote(name.name)} --book {shlex.quote(book)}{place}"


def _table(names: tuple[Name, ...], commands: list[str]) -> str:
    width = max((len(each.name) for each in names), default=0)
    most = max((len(f"{each.count:,}") for each in names), default=0)
    return "\n".join(
        f"{each.count:>{most},}  {each.name:<{width}}  {hear}"
        for each, hear in zip(names, commands, strict=True)
    )
