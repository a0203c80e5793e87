"""Which files lie beside the sound files of a book, and in which order they are made."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..interface import Published
from .edition import Edition
from .player import player_files
from .publication import publication_file
from .sidefile import SideFile, write_side_files
from .subtitles import subtitle_files

COMPANIONS = ("epub",)
"""Companions that are made only when asked for, by the names that `--format` takes."""


def publish_companions(
    edition: Edition, wanted: Iterable[str] = (), feed: str = ""
) -> Iterator[Published]:
    """Write everything beside the sound files, which are there already.

    `wanted` are names of `COMPANIONS`; `feed` is the address of the folder for a podcast feed.
    Files that are as they should be are left alone.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    files: list[Iterable[SideFile]] = [
        player_files(edition),
        subtitle_files(edition),
        [publication_file(edition)],
    ]
    yield from write_side_files(chain(*files), edition.folder)
