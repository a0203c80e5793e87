"""Who gets which voice, and the casting file."""

from .assigning import cast_book
from .conversations import Conversations, conversations_in
from .delivery import PLAIN, Delivery, delivery_for
from .extending import extend_cast_file
from .reading import (
    find_cast_problems,
    find_pause_problems,
    find_saying_problems,
    read_cast,
    read_pauses,
    read_sayings,
)
from .result import Casting, Remark

__all__ = [
    "PLAIN",
    "Casting",
    "Conversations",
    "Delivery",
    "Remark",
    "cast_book",
    "conversations_in",
    "delivery_for",
    "extend_cast_file",
    "find_cast_problems",
    "find_pause_problems",
    "find_saying_problems",
    "read_cast",
    "read_pauses",
    "read_sayings",
]
