"""`narrator watch`: what is put into a folder becomes a book; a new chapter joins its book."""

import time
from collections.abc import Sequence
from pathlib import Path

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.commands.several import Outcome, make_each, stories_in, tell_each
from narrator.production import Request, Source
from narrator.workspace import Workspace

Look = tuple[tuple[str, int, int], ...]
"""Name, bytes and time of each file of a story."""


@click.command(
    "watch",
    cls=options.SectionedCommand,
    short_help="Make what is put into a folder, until you end it.",
    epilog="Example:  narrator watch inbox --feed https://example.org/books/",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look.",
)
@click.option("--once", is_flag=True, help="Make what is there now, and end.")
@options.workspace
@options.request_for_script
@options.jobs
@options.quiet
@options.as_json
def command(
    folder: Path,
    every: float,
    once: bool,
    workspace: Workspace,
    request: Request,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make what is put into FOLDER: each file is a story, and so is each folder with a file a
    chapter.

    A file that is put into such a folder later is a new chapter: it joins its book, whose people
    keep their voices, and the feed lists it. A story is made once it has not changed between two
    looks. A book whose script you edited is left alone when its story changes, and said so. It ends
    with Ctrl-C.
    """
    with Console(quiet=quiet, as_json=as_json) as console:
        if once:
            outcomes = make_each(console, workspace, stories_in(folder), request, jobs=jobs)
            tell_each(console, outcomes)
            return
        console.say(f"Looking into {folder} every {every:g} s. Ctrl-C ends it.")
        made: dict[str, Look] = {}
        before: dict[str, Look] = {}
        while True:
            now = {story.book: _look(story) for story in stories_in(folder)}
            ready = [
                story
                for story in stories_in(folder)
                if made.get(story.book) != now.get(story.book) == before.get(story.book)
            ]
            _tell(console, make_each(console, workspace, ready, request, jobs=jobs))
            made |= {story.book: now[story.book] for story in ready}
            before = now
            time.sleep(every)


def _look(story: Source) -> Look:
    """What a story's files look like; of one that is gone meanwhile, nothing."""
    paths = sorted(story.path.iterdir()) if story.path.is_dir() else [story.path]
    found = []
    for path in paths:
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        found.append((path.name, state.st_size, state.st_mtime_ns))
    return tuple(found)


def _tell(console: Console, outcomes: Sequence[Outcome]) -> None:
    for each in outcomes:
        if each.made and each.made.files:
            console.result(str(each.made.files[0].path.parent), {"book": each.source.book})
