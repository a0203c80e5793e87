"""The first stage: a story becomes a script, and what a person says about both is heard."""

from .acquaintances import digest_of_role, follow_casting, roles_of_narrator
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
    "digest_of_role",
    "follow_casting",
    "keep_or_write_script",
    "original_epub",
    "parse_and_ask",
    "parse_source",
    "roles_of_narrator",
    "script_document",
    "with_details",
    "write_script",
]
