"""`narrator parse`: the script of a story."""

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.production import (
    Source,
    doubtful_lines,
    parse_and_ask,
    script_document,
    spoken_by_characters,
    write_script,
)
from narrator.workspace import Workspace


@click.command(
    "parse",
    short_help="Write the script of a story: who says what.",
    epilog="Example:  narrator parse story.txt",
)
@options.workspace
@options.story_to_ask_about
@options.force
@options.as_json
@options.quiet
def command(
    workspace: Workspace,
    story: Source,
    force: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the script of a story: who says what.

    The script goes into script/BOOK/, one file a chapter, for you to correct. In a script that you
    have edited nothing that you settled is touched, and the lines around it follow; --no-follow
    leaves it alone, --force parses the story anew.

    With --json one document is printed and nothing is written (docs/json.md describes it).
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        if as_json:
            parsing = parse_and_ask(workspace, story, listen=console.listen)
            console.result("", script_document(parsing.script))
            return
        scripted = write_script(workspace, story, force=force, listen=console.listen)
        folder = str(workspace.script(scripted.book))
        doubtful = len(doubtful_lines(scripted.script))
        console.say(
            f"{count(len(scripted.script.chapters), 'chapter')}, "
            f"{count(len(scripted.script.characters), 'character')}, "
            f"{count(spoken_by_characters(scripted.script), 'line')} of dialogue, "
            f"{doubtful} of them doubtful (narrator check {scripted.book})"
        )
        console.result(folder)
