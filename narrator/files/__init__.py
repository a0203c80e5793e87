"""Files that anybody may have damaged or edited: read strictly, or refused in one line."""

from .plain import LARGEST, Damaged, read_file, read_text, text_of
from .structure import json_of, read_json
from .toml import Malformed, plain_toml, table_of

__all__ = [
    "LARGEST",
    "Damaged",
    "Malformed",
    "json_of",
    "plain_toml",
    "read_file",
    "read_json",
    "read_text",
    "table_of",
    "text_of",
]
