"""The Script as plain text that a person edits."""

from .filenames import chapter_file_name, chapter_order
from .reading import (
    PlacedChapter,
    PlacedRow,
    find_problems,
    numbered_rows,
    placed_chapter,
    read_chapter,
)
from .respeaking import respoken
from .writing import write_chapter, write_row

__all__ = [
    "PlacedChapter",
    "PlacedRow",
    "chapter_file_name",
    "chapter_order",
    "find_problems",
    "numbered_rows",
    "placed_chapter",
    "read_chapter",
    "respoken",
    "write_chapter",
    "write_row",
]
