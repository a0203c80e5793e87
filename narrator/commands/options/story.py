"""The options about a story: where it is, what is read of it, and who is asked about it."""

import sys
from pathlib import Path

import click

from narrator.consulting import Server
from narrator.errors import NarratorError, WrongUsage
from narrator.production import Source
from narrator.readers import ReadOptions

from .grouping import Decorator, Given, group
from .values import LanguageTag, StoryPath, book_named, stories_once

SOURCES: Decorator = click.argument(
    "sources",
    nargs=-1,
    required=True,
    callback=stories_once,
    type=StoryPath(path_type=Path, allow_dash=True),
    metavar="SOURCE...",
)
TITLED: tuple[Decorator, ...] = (
    click.option("--title", metavar="TEXT", help="The title, over what the file says."),
    click.option("--author", metavar="NAME", help="The author, over what the file says."),
    click.option(
        "--language",
        metavar="TAG",
        type=LanguageTag(),
        help="The language of the text, such as en-GB.  [default: found from the text]",
    ),
)
READING: tuple[Decorator, ...] = (
    click.option(
        "--name",
        metavar="NAME",
        callback=book_named,
        help="What to call the book in this workspace.",
    ),
    *TITLED,
    click.option("--encoding", metavar="NAME", help="The encoding of the text, if not UTF-8."),
    click.option(
        "--chapters",
        metavar="LIST",
        default="",
        help="Read these chapters only: 1-3,5 as `narrator plan` numbers them, or titles.",
    ),
    click.option(
        "--skip",
        metavar="LIST",
        default="",
        help="Leave these chapters out; numbers as `narrator plan` shows them, or titles.",
    ),
    click.option(
        "--rename",
        multiple=True,
        metavar="N=TITLE",
        help="A new title for chapter N; may be given several times.",
    ),
    click.option(
        "--skip-notes",
        is_flag=True,
        help="Leave out an author's notes to the readers, as in fan fiction.",
    ),
    click.option(
        "--read-notes",
        is_flag=True,
        help="Read each foot- or endnote at the end of its paragraph.",
    ),
    click.option(
        "--read-pictures",
        is_flag=True,
        help="Read the description that a picture has, where it stands.",
    ),
    click.option(
        "--read-all",
        is_flag=True,
        help="Read front and back matter, notes and captions too.",
    ),
)
ASKING: tuple[Decorator, ...] = (
    click.option(
        "--follow/--no-follow",
        default=True,
        help="Whether lines that you did not settle follow your corrections of the script and of "
        "who is who.  [default: --follow]",
    ),
    click.option(
        "--ask",
        metavar="URL",
        help="Ask a server on your machine (any that speaks OpenAI's protocol) who says the "
        "doubtful lines. It is shown the text around them. Off if not given.",
    ),
    click.option(
        "--ask-model", metavar="NAME", help="Which of the server's models; its first, if not."
    ),
)


def _source(given: Given) -> Source:
    options = dict(given)
    first, *more = options.pop("sources")
    name = options.pop("name")
    follows = options.pop("follow", True)
    server = _server(options.pop("ask", None), options.pop("ask_model", None))
    data = None
    if first == Path("-"):
        if more:
            raise click.UsageError("standard input cannot be combined with files")
        data = sys.stdin.buffer.read()
    return Source(first, ReadOptions(**options), name, server, tuple(more), data, follows)


def _server(ask: str | None, model: str | None) -> Server | None:
    if model and not ask:
        raise click.UsageError("--ask-model needs --ask")
    try:
        return Server(ask, model) if ask else None
    except NarratorError as error:
        raise WrongUsage(error.what, where="--ask", todo=error.todo) from error


story = group("story", (SOURCES, *READING), _source)
"""SOURCE... and what the story is over what its file says; they come together as `story`."""
story_to_ask_about = group("story", (SOURCES, *READING, *ASKING), _source)
"""The same, and what becomes of lines that nobody settled: a server asked, corrections followed."""
