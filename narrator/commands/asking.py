"""What a person is asked once, on a terminal, and what they say is kept."""

import sys
from dataclasses import replace

import click

from narrator.commands.console import Console
from narrator.production import Request, Source, keep_or_write_script
from narrator.workspace import Workspace, load_script


def asked_for_author(
    console: Console, workspace: Workspace, story: Source, request: Request, *, force: bool
) -> Request:
    """`request` with the author whom a person names, where the story names none.

    Raises:
        NarratorError: the story cannot be read, or its script not be written.
    """
    keep_or_write_script(workspace, story, force=force, listen=console.listen)
    known = load_script(workspace.script(story.book)).info.author
    if known or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return request
    console.say("The book goes on a shelf of its author, whom the story does not name.")
    question = "Who wrote it? (Enter for nobody)"
    name = str(click.prompt(question, default="", show_default=False, err=True)).strip()
    return replace(request, details=replace(request.details, author=name or None))
