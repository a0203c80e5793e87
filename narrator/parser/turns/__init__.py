"""Who is said to speak: tags, the turns that they belong to, and how a line is said."""

from .delivery import delivery_of
from .tags import Narration, Tag, narration, tag_of
from .turns import Turn, find_turns

__all__ = [
    "Narration",
    "Tag",
    "Turn",
    "delivery_of",
    "find_turns",
    "narration",
    "tag_of",
]
