"""Book files to Books."""

from .interface import Reader, ReadOptions
from .registry import read_book, read_story, story_files, suffixes
from .source import SourceFile

__all__ = [
    "ReadOptions",
    "Reader",
    "SourceFile",
    "read_book",
    "read_story",
    "story_files",
    "suffixes",
]
