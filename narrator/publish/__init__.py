"""Chapters to the files people listen to."""

from .companions import (
    COMPANIONS,
    Edition,
    chapter_loudness,
    feed_address,
    publish_companions,
    sound_format,
)
from .cover import read_cover
from .interface import BookAudio, Format, Progress, Published
from .library import shelve
from .names import safe_name
from .publishing import Press, left_over, publish
from .registry import SOUND_SUFFIXES, find_format, format_names, refuse_too_many
from .serving import address_in_network, book_server

__all__ = [
    "COMPANIONS",
    "SOUND_SUFFIXES",
    "BookAudio",
    "Edition",
    "Format",
    "Press",
    "Progress",
    "Published",
    "address_in_network",
    "book_server",
    "chapter_loudness",
    "feed_address",
    "find_format",
    "format_names",
    "left_over",
    "publish",
    "publish_companions",
    "read_cover",
    "refuse_too_many",
    "safe_name",
    "shelve",
    "sound_format",
]
