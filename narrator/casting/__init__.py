"""Who gets which voice, and the casting file."""

from .assigning import cast_book
from .conversations import Conversations, conversations_in
from .extending import extend_cast_file
from .reading import find_cast_problems, find_saying_problems, read_cast, read_sayings
from .result import Casting, Remark

__all__ = [
    "Casting",
    "Conversations",
    "Remark",
    "cast_book",
    "conversations_in",
    "extend_cast_file",
    "find_cast_problems",
    "find_saying_problems",
    "read_cast",
    "read_sayings",
]
