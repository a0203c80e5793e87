"""The options that say what a book is to be: they come together as one `Request`."""

from pathlib import Path

import click

from narrator.errors import WrongUsage
from narrator.production import Details, Performance, Publication, Request, Wishes, mixes_of

from . import completing
from .grouping import Decorator, Given, group
from .single import engine, profile
from .story import TITLED
from .values import formats_of, listed_mixes, no_file

NEUTRAL = "neutral"
"""The value of --doubt that has doubtful lines spoken by nobody in particular."""

SERIES: Decorator = click.option(
    "--series",
    metavar="NAME",
    help="The series it belongs to: its people keep their voices from book to book.",
)
CASTING: tuple[Decorator, ...] = (
    engine,
    click.option(
        "--narrator",
        metavar="ID",
        shell_complete=completing.voices,
        help="The narrator's voice, if the casting file has none; of another engine as "
        "piper:en_US-lessac-medium.",
    ),
    click.option(
        "--accents",
        is_flag=True,
        help="Give an accent to those of whom the book says where they come from.",
    ),
)
PERFORMING: tuple[Decorator, ...] = (
    click.option(
        "--doubt",
        type=click.Choice(["guess", NEUTRAL]),
        default="guess",
        show_default=True,
        help="Who speaks a line whose speaker is uncertain: the likeliest character, or a neutral "
        "voice of the same gender.",
    ),
    click.option(
        "--single-voice/--many-voices", default=False, help="The narrator reads everything."
    ),
    click.option(
        "--mix",
        "mixes",
        default="cast",
        show_default=True,
        metavar="LIST",
        callback=listed_mixes,
        help="Who reads it: cast, single (as --single-voice), or cast,single for both, which the "
        "player switches between at the same place.",
    ),
    click.option(
        "--drop-tags/--keep-tags",
        default=False,
        help="Leave out a bare `said Tom` beside what Tom says in a voice of his own.",
    ),
    click.option(
        "--delivery/--no-delivery",
        default=True,
        help="Speak softly what was whispered and loudly what was shouted (the default).",
    ),
    click.option(
        "--announce-titles/--no-titles",
        default=False,
        help="Say the title of a chapter whose text has no heading.",
    ),
    click.option(
        "--credits/--no-credits",
        default=False,
        help="Say title and author before the story, and the cast after it.",
    ),
)
SOUNDING: tuple[Decorator, ...] = (
    click.option(
        "--pauses",
        type=click.FloatRange(min=0.1, max=10),
        default=1.0,
        metavar="FACTOR",
        help="Make all pauses longer, as with 1.2, or shorter, as with 0.8; [pauses] in "
        "voices/BOOK.toml sets each.",
    ),
    profile,
    click.option(
        "--room-tone/--no-room-tone",
        default=False,
        help="Fill silence with a noise that is hardly heard, as of a quiet room.",
    ),
    click.option(
        "--stereo/--no-stereo",
        default=False,
        help="Place the characters a little to the left and right of the narrator.",
    ),
    click.option(
        "--chime",
        type=click.Path(path_type=Path),
        callback=no_file,
        metavar="FILE",
        help='Music to hear between chapters, up to 20 seconds of any sound file; "" for none.',
    ),
)
PUBLISHING: tuple[Decorator, ...] = (
    click.option(
        "--format",
        "formats",
        default="mp3,m4b",
        show_default=True,
        metavar="LIST",
        callback=formats_of,
        help="With commas between: mp3, m4b, m4a, opus, flac, wav; mp3-book, opus-book, "
        "flac-book (all in one file, as in m4b); epub (text and sound).",
    ),
    click.option(
        "--cover",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A JPEG, PNG or SVG picture for the cover; without one, and none in the story, one is "
        "drawn.",
    ),
    click.option(
        "--library",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Put the book into this folder, too, as AUTHOR/SERIES/TITLE with all that "
        "Audiobookshelf reads.",
    ),
    click.option(
        "--feed",
        default="",
        metavar="URL",
        help="Write a podcast feed, too, for a folder that will be found at this web address.",
    ),
)
DESCRIBING: tuple[Decorator, ...] = (
    SERIES,
    click.option("--series-index", metavar="N", help="Its place in the series: 2, or 1.5."),
    click.option("--year", metavar="YEAR", help="When it was published: 2021, or 2021-03-04."),
    click.option("--description", metavar="TEXT", help="What it is about."),
)
_ALL = (*CASTING, *PERFORMING, *SOUNDING, *PUBLISHING, *DESCRIBING)


def _wishes(given: Given) -> Wishes:
    return Wishes(given["engine"], given["series"], given["accents"], given["narrator"])


def _performance(given: Given) -> Performance:
    if given["drop_tags"] and "," in given["mixes"]:
        todo = "the single voice needs the tags; leave one of them out (--keep-tags, --mix cast)"
        raise WrongUsage(f"cannot go with --mix {given['mixes']}", where="--drop-tags", todo=todo)
    return Performance(
        hedges=given["doubt"] == NEUTRAL,
        mixes=mixes_of(given["mixes"], single=given["single_voice"]),
        drops_tags=given["drop_tags"],
        delivers=given["delivery"],
        announces=given["announce_titles"],
        credits=given["credits"],
    )


def _details(given: Given) -> Details:
    return Details(
        title=given["title"],
        author=given["author"],
        language=given["language"],
        series=given["series"],
        series_number=given["series_index"],
        date=given["year"],
        description=given["description"],
    )


def _publication(given: Given) -> Publication:
    return Publication(
        formats=given["formats"],
        cover=given["cover"],
        pauses=given["pauses"],
        profile=given["profile"],
        room_tone=given["room_tone"],
        stereo=given["stereo"],
        chime=given["chime"],
        library=given["library"],
        feed=given["feed"],
    )


def request_of(given: Given) -> Request:
    """What the options of `record` ask for, by the names of their parameters."""
    return Request(_publication(given), _wishes(given), _performance(given), _details(given))


wishes = group("wishes", (*CASTING, SERIES), _wishes)
"""The options about the choice of voices; they come together as `wishes`."""
request_for_story = group("request", _ALL, request_of, "title", "author", "language")
"""Everything that a book can be asked to be, for a command that reads its `story` as well."""
request_for_script = group("request", (*_ALL, *TITLED), request_of)
"""The same for a command that begins with a script."""
