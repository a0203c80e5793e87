"""The first stage: a story becomes a script, and what a person says about both is heard."""

from .acquaintances import follow_casting
from .details import AS_FOUND, Details, with_details
from .document import script_document
from .scripting import (
    Scripted,
    keep_or_write_script,
    original_epub,
    parse_and_ask,
    parse_source,
    write_script,
)
from .source import Source

__all__ = [
    "AS_FOUND",
    "Details",
    "Scripted",
    "Source",
    "follow_casting",
    "keep_or_write_script",
    "original_epub",
    "parse_and_ask",
    "parse_source",
    "script_document",
    "with_details",
    "write_script",
]
