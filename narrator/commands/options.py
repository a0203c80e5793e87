"""The options that several commands share."""

import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from narrator.commands.parameters import StoryPath, formats_of, no_file, profile_of, workspace_of
from narrator.consulting import Server
from narrator.mixing import Profile, profile_names
from narrator.production import Details, Performance, Source, Wishes
from narrator.readers import ReadOptions

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


NEUTRAL = "neutral"
"""The value of --doubt that has doubtful lines spoken by nobody in particular."""

workspace: Decorator = click.option(
    "-C",
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    callback=workspace_of,
    metavar="DIR",
    help="The folder to work in; the current one if not given.",
)
sources: Decorator = click.argument(
    "sources",
    nargs=-1,
    required=True,
    type=StoryPath(path_type=Path, allow_dash=True),
    metavar="SOURCE...",
)
book: Decorator = click.argument("book", metavar="BOOK")
engine: Decorator = click.option(
    "--engine",
    metavar="NAME",
    help="The speech engine: espeak (the default), pyttsx3, piper, kokoro, command or silent.",
)
series: Decorator = click.option(
    "--series",
    metavar="NAME",
    help="The series it belongs to: its people keep their voices from book to book.",
)
formats: Decorator = click.option(
    "--format",
    "formats",
    default="mp3,m4b",
    show_default=True,
    metavar="LIST",
    callback=formats_of,
    help="With commas between: mp3, m4b, m4a, opus, flac, wav; mp3-book, opus-book, "
    "flac-book (all in one file, as in m4b); epub (text and sound).",
)
library: Decorator = click.option(
    "--library",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Put the book into this folder, too, as AUTHOR/SERIES/TITLE with all that Audiobookshelf "
    "reads.",
)
feed: Decorator = click.option(
    "--feed",
    default="",
    metavar="URL",
    help="Write a podcast feed, too, for a folder that will be found at this web address.",
)
jobs: Decorator = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    metavar="N",
    help="How many processes work side by side; one a core if not given.",
)
cover: Decorator = click.option(
    "--cover",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A JPEG or PNG picture for the cover.",
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
_TITLED: tuple[Decorator, ...] = (
    click.option("--language", metavar="TAG", help="The language of the text, such as en-GB."),
    click.option("--author", metavar="NAME", help="The author, over what the file says."),
    click.option("--title", metavar="TEXT", help="The title, over what the file says."),
)
force: Decorator = click.option(
    "--force",
    is_flag=True,
    help="Parse the story anew, even over a script edited by hand (edits are kept as .bak files).",
)
doubt: Decorator = click.option(
    "--doubt",
    type=click.Choice(["guess", NEUTRAL]),
    default="guess",
    show_default=True,
    help="Who speaks a line whose speaker is uncertain: the likeliest character, or a neutral "
    "voice of the same gender.",
)
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
as_json: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as one JSON document."
)


def ask(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options about a server that knows stories; `server` makes one of them."""
    for option in (
        click.option(
            "--ask-model", metavar="NAME", help="Which of the server's models; its first, if not."
        ),
        click.option(
            "--ask",
            metavar="URL",
            help="Ask a server on your machine (any that speaks OpenAI's protocol) who says the "
            "doubtful lines. It is shown the text around them. Off if not given.",
        ),
    ):
        command = option(command)
    return command


def server(ask: str | None, ask_model: str | None) -> Server | None:
    """The server to ask, if any."""
    if ask_model and not ask:
        raise click.UsageError("--ask-model needs --ask")
    return Server(ask, ask_model) if ask else None


def story(
    sources: Sequence[Path],
    name: str | None,
    reading: dict[str, Any],
    server: Server | None = None,
) -> Source:
    """The story that SOURCE... and the options of `reading` mean."""
    first, *more = sources
    data = None
    if first == Path("-"):
        if more:
            raise click.UsageError("standard input cannot be combined with files")
        data = sys.stdin.buffer.read()
    return Source(first, ReadOptions(**reading), name, server, tuple(more), data)


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say something about the story over what its file says."""
    listed: tuple[Decorator, ...] = (
        click.option(
            "--read-all",
            is_flag=True,
            help="Read front and back matter, notes and captions too.",
        ),
        click.option(
            "--read-notes",
            is_flag=True,
            help="Read each foot- or endnote at the end of its paragraph.",
        ),
        click.option(
            "--skip-notes",
            is_flag=True,
            help="Leave out an author's notes to the readers, as in fan fiction.",
        ),
        click.option(
            "--rename",
            multiple=True,
            metavar="N=TITLE",
            help="A new title for chapter N; may be given several times.",
        ),
        click.option(
            "--skip",
            metavar="LIST",
            default="",
            help="Leave these chapters out; numbers as `narrator plan` shows them, or titles.",
        ),
        click.option(
            "--chapters",
            metavar="LIST",
            default="",
            help="Read these chapters only: 1-3,5 as `narrator plan` numbers them, or titles.",
        ),
        click.option("--encoding", metavar="NAME", help="The encoding of the text, if not UTF-8."),
        *_TITLED,
        click.option("--name", metavar="NAME", help="What to call the book in this workspace."),
    )
    for option in listed:
        command = option(command)
    return command


def casting(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options about the choice of voices; they come together as `wishes`.

    The series is an option of its own: it is also something that players show.
    """

    @functools.wraps(command)
    def cast(
        *arguments: Any,
        engine: str | None,
        narrator: str | None,
        accents: bool,
        **others: Any,
    ) -> Any:
        return command(*arguments, wishes=Wishes(engine, None, accents, narrator), **others)

    chosen: Callable[..., Any] = cast
    for option in (
        click.option(
            "--accents",
            is_flag=True,
            help="Give an accent to those of whom the book says where they come from.",
        ),
        click.option(
            "--narrator",
            metavar="ID",
            help="The narrator's voice, if the casting file has none; of another engine as "
            "piper:en_US-lessac-medium.",
        ),
        engine,
    ):
        chosen = option(chosen)
    return chosen


def performing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how a book is read; they come together as `performance`."""

    @functools.wraps(command)
    def performed(
        *arguments: Any,
        single_voice: bool,
        drop_tags: bool,
        delivery: bool,
        announce_titles: bool,
        credits: bool,
        **others: Any,
    ) -> Any:
        performance = Performance(single_voice, drop_tags, delivery, announce_titles, credits)
        return command(*arguments, performance=performance, **others)

    for option in (
        click.option(
            "--credits/--no-credits",
            default=False,
            help="Say title and author before the story, and the cast after it.",
        ),
        click.option(
            "--announce-titles/--no-titles",
            default=False,
            help="Say the title of a chapter whose text has no heading.",
        ),
        click.option(
            "--delivery/--no-delivery",
            default=True,
            help="Speak softly what was whispered and loudly what was shouted (the default).",
        ),
        click.option(
            "--drop-tags/--keep-tags",
            default=False,
            help="Leave out a bare `said Tom` beside what Tom says in a voice of his own.",
        ),
        click.option(
            "--single-voice/--many-voices",
            default=False,
            help="The narrator reads everything.",
        ),
    ):
        performed = option(performed)
    return performed


def title(command: Callable[..., Any]) -> Callable[..., Any]:
    """Title, author and language, for a command that does not read a story."""
    for option in _TITLED:
        command = option(command)
    return command


def details(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what players show; they come together as `details`.

    Title, author and language are parameters of the command as well.
    """

    @functools.wraps(command)
    def detailed(
        *arguments: Any,
        series: str | None,
        series_index: str | None,
        year: str | None,
        description: str | None,
        **others: Any,
    ) -> Any:
        named = {name: others[name] for name in ("title", "author", "language")}
        told = Details(
            **named, series=series, series_number=series_index, date=year, description=description
        )
        return command(*arguments, details=told, **others)

    optioned: Callable[..., Any] = detailed
    for option in (
        click.option("--description", metavar="TEXT", help="What it is about."),
        click.option("--year", metavar="YEAR", help="When it was published: 2021, or 2021-03-04."),
        click.option("--series-index", metavar="N", help="Its place in the series: 2, or 1.5."),
        series,
    ):
        optioned = option(optioned)
    return optioned


def sounding(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what it sounds like; they come together as `sounding`."""

    @functools.wraps(command)
    def sounded(
        *arguments: Any,
        pauses: float,
        profile: Profile,
        room_tone: bool,
        stereo: bool,
        chime: Path | None,
        **others: Any,
    ) -> Any:
        chosen = {
            "pauses": pauses,
            "profile": profile,
            "room_tone": room_tone,
            "stereo": stereo,
            "chime": chime,
        }
        return command(*arguments, sounding=chosen, **others)

    optioned: Callable[..., Any] = sounded
    for option in (
        click.option(
            "--chime",
            type=click.Path(path_type=Path),
            callback=no_file,
            metavar="FILE",
            help='Music to hear between chapters, up to 20 seconds of any sound file; "" for none.',
        ),
        click.option(
            "--stereo/--no-stereo",
            default=False,
            help="Place the characters a little to the left and right of the narrator.",
        ),
        click.option(
            "--room-tone/--no-room-tone",
            default=False,
            help="Fill silence with a noise that is hardly heard, as of a quiet room.",
        ),
        profile,
        click.option(
            "--pauses",
            type=click.FloatRange(min=0.1, max=10),
            default=1.0,
            metavar="FACTOR",
            help="Make all pauses longer, as with 1.2, or shorter, as with 0.8; [pauses] in "
            "voices/BOOK.toml sets each.",
        ),
    ):
        optioned = option(optioned)
    return optioned
