"""The first stage: a story becomes a script, and what a person says about both is heard."""

from .acquaintances import casting_digest, digest_of_role, follow_casting, roles_of_narrator
from .corrections import Followed, Following, ScriptFile, script_file
from .details import AS_FOUND, Details, with_details
from .document import script_document
from .following import learnt_from, study_source
from .recalling import recalled_source
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
    "Followed",
    "Following",
    "ScriptFile",
    "Scripted",
    "Source",
    "casting_digest",
    "digest_of_role",
    "follow_casting",
    "keep_or_write_script",
    "learnt_from",
    "original_epub",
    "parse_and_ask",
    "parse_source",
    "recalled_source",
    "roles_of_narrator",
    "script_document",
    "script_file",
    "study_source",
    "with_details",
    "write_script",
]
