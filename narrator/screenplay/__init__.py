"""The Script as plain text that a person edits."""

from .filenames import chapter_file_name, chapter_order
from .reading import find_problems, numbered_rows, read_chapter
from .respeaking import respoken
from .writing import write_chapter

__all__ = [
    "chapter_file_name",
    "chapter_order",
    "find_problems",
    "numbered_rows",
    "read_chapter",
    "respoken",
    "write_chapter",
]
