"""`narrator check`: what a person should look at in a script."""

from dataclasses import asdict

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.errors import BadScript
from narrator.production import Check, Finding, check_book
from narrator.workspace import Workspace


@click.command(
    "check",
    short_help="List the problems and the doubtful lines of a book's script.",
    epilog="Example:  narrator check story",
)
@options.book
@options.workspace
@options.as_json
def command(book: str, workspace: Workspace, as_json: bool) -> None:
    """List the problems of a book's script, then its doubtful lines, least certain first.

    A problem is something that cannot be recorded as it stands; the exit code is then 3. A doubtful
    line is a guess: it is recorded, but perhaps in the wrong voice.
    """
    found = check_book(workspace, workspace.find(book))
    with Console(as_json=as_json) as console:
        console.result("\n".join(_report(found)), asdict(found))
    if found.problems:
        raise click.exceptions.Exit(BadScript.exit_code)


def _report(found: Check) -> list[str]:
    return [
        *(f"{_place(problem)}: {problem.text}" for problem in found.problems),
        *(f"{_place(doubt)}: {doubt.text}" for doubt in found.doubts),
        f"{count(len(found.problems), 'problem')}, {count(len(found.doubts), 'doubtful line')}",
    ]


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line_number}" if finding.line_number else finding.file
