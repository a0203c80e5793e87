"""The sentences that are heard, found in the text of pages and put into elements of their own."""

from .places import page_text
from .sentences import locate
from .spans import Part, mark, parts_of

__all__ = [
    "Part",
    "locate",
    "mark",
    "page_text",
    "parts_of",
]
