"""Chapters to the files people listen to."""

from .cover import Cover, read_cover
from .drawing import SIDE as COVER_SIDE
from .drawing import STYLE as COVER_STYLE
from .drawing import draw_cover
from .interface import BookAudio, Format, Progress, Published
from .manifest import Entry, Manifest, remove_stale, unwritable
from .names import chapter_names, safe_name
from .publishing import Press, left_over, publish, remove_left_over
from .registry import SOUND_SUFFIXES, find_format, format_names, refuse_too_many
from .tags import chapter_marks, chapter_title

__all__ = [
    "COVER_SIDE",
    "COVER_STYLE",
    "SOUND_SUFFIXES",
    "BookAudio",
    "Cover",
    "Entry",
    "Format",
    "Manifest",
    "Press",
    "Progress",
    "Published",
    "chapter_marks",
    "chapter_names",
    "chapter_title",
    "draw_cover",
    "find_format",
    "format_names",
    "left_over",
    "publish",
    "read_cover",
    "refuse_too_many",
    "remove_left_over",
    "remove_stale",
    "safe_name",
    "unwritable",
]
