"""Which files lie beside the sound files of a book, and in which order they are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from narrator.publish import Published

from .edition import Edition
from .feed import feed_file
from .player import player_files
from .publication import publication_file
from .report import report_file
from .sidefile import SideFile, write_side_files
from .subtitles import subtitle_files

COMPANIONS = ("epub",)
"""Companions that are made only when asked for, by the names that `--format` takes."""


def publish_companions(
    edition: Edition,
    loudness: Sequence[float],
    wanted: Iterable[str] = (),
    feed: str = "",
    warn: Callable[[str], None] = lambda _: None,
) -> Iterator[Published]:
    """Write everything beside the sound files, which are there already.

    `loudness` is that of each chapter in LUFS, `wanted` are names of `COMPANIONS`, and `feed` is
    the address the folder will have, for a podcast feed. `warn` is told what a person should know.
    Files that are as they should be are left alone.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    files: list[Iterable[SideFile]] = [
        player_files(edition),
        subtitle_files(edition),
        [publication_file(edition)],
        [report_file(edition, loudness)],
    ]
    if "epub" in wanted:
        # Most books have none, and what makes one takes its time to load.
        from .readalong import read_along_file

        files.append([read_along_file(edition, warn)])
    if feed:
        files.append([feed_file(edition, feed)])
    yield from write_side_files(chain(*files), edition.folder)
