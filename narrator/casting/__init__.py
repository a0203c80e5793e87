"""Who gets which voice, and the casting file."""

from .assigning import cast_book
from .conversations import Conversations, conversations_in
from .delivery import PLAIN, Delivery, delivery_for
from .editing import with_engine, with_role_called, with_role_keys, with_saying, without_role
from .extending import extend_cast_file
from .hints import Hint, find_hints
from .likeness import Likeness
from .reading import (
    find_cast_problems,
    find_pause_problems,
    find_saying_problems,
    read_cast,
    read_pauses,
    read_sayings,
    voice_line,
)
from .result import Casting, Remark
from .series import recalled, worth_keeping

__all__ = [
    "PLAIN",
    "Casting",
    "Conversations",
    "Delivery",
    "Hint",
    "Likeness",
    "Remark",
    "cast_book",
    "conversations_in",
    "delivery_for",
    "extend_cast_file",
    "find_cast_problems",
    "find_hints",
    "find_pause_problems",
    "find_saying_problems",
    "read_cast",
    "read_pauses",
    "read_sayings",
    "recalled",
    "voice_line",
    "with_engine",
    "with_role_called",
    "with_role_keys",
    "with_saying",
    "without_role",
    "worth_keeping",
]
