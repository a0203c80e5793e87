"""Where things are kept: the folders, the record of what was parsed, the script on disk."""

from .answers import AnswerFile
from .covers import kept_cover, save_cover
from .files import digest, write_bytes_whole, write_whole
from .layout import Workspace, book_name
from .lock import alone
from .parsed import FILE_NAME as PARSED
from .parsed import Parsed, ParsedLine, parsed_line, parsed_script, read_parsed, write_parsed
from .record import BookRecord, read_record, write_record
from .retakes import read_retakes, write_retakes
from .scripts import (
    edited_files,
    is_edited,
    load_script,
    save_script,
    script_files,
    set_edits_aside,
)
from .settings import SETTINGS, Setting, read_settings, write_settings

__all__ = [
    "PARSED",
    "SETTINGS",
    "AnswerFile",
    "BookRecord",
    "Parsed",
    "ParsedLine",
    "Setting",
    "Workspace",
    "alone",
    "book_name",
    "digest",
    "edited_files",
    "is_edited",
    "kept_cover",
    "load_script",
    "parsed_line",
    "parsed_script",
    "read_parsed",
    "read_record",
    "read_retakes",
    "read_settings",
    "save_cover",
    "save_script",
    "script_files",
    "set_edits_aside",
    "write_bytes_whole",
    "write_parsed",
    "write_record",
    "write_retakes",
    "write_settings",
    "write_whole",
]
