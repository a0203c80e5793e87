"""Chapters to the files people listen to."""

from .cover import read_cover
from .interface import BookAudio, Format, Progress, Published
from .names import safe_name
from .publishing import publish
from .registry import find_format, format_names

__all__ = [
    "BookAudio",
    "Format",
    "Progress",
    "Published",
    "find_format",
    "format_names",
    "publish",
    "read_cover",
    "safe_name",
]
