"""The stages in order, from a story to an audiobook."""

from .arranging import Performance
from .auditioning import audition_cast, audition_voices, sample_of, say
from .casting import Casted, Wishes, cast_script, refuse_missing_voices
from .looking import (
    Audited,
    Check,
    Finding,
    LeftOut,
    Name,
    Part,
    Plan,
    audit,
    check_book,
    diagnose,
    diagnose_cluster,
    doubtful_lines,
    plan_script,
    spoken_by_characters,
    unusual_names,
)
from .making import Made, make_book, record_book
from .progress import LanguageFound, Listener, News, Progress, Told, Warned, silently
from .publishing import Publication
from .recording import diction_of
from .request import Request
from .scripting import (
    Details,
    Scripted,
    Source,
    parse_and_ask,
    parse_source,
    script_document,
    write_script,
)
from .voices import (
    Downloaded,
    KnownVoice,
    download_voice,
    known_speed,
    known_voices,
    measure_engine,
    usable_voices,
)

__all__ = [
    "Audited",
    "Casted",
    "Check",
    "Details",
    "Downloaded",
    "Finding",
    "KnownVoice",
    "LanguageFound",
    "LeftOut",
    "Listener",
    "Made",
    "Name",
    "News",
    "Part",
    "Performance",
    "Plan",
    "Progress",
    "Publication",
    "Request",
    "Scripted",
    "Source",
    "Told",
    "Warned",
    "Wishes",
    "audit",
    "audition_cast",
    "audition_voices",
    "cast_script",
    "check_book",
    "diagnose",
    "diagnose_cluster",
    "diction_of",
    "doubtful_lines",
    "download_voice",
    "known_speed",
    "known_voices",
    "make_book",
    "measure_engine",
    "parse_and_ask",
    "parse_source",
    "plan_script",
    "record_book",
    "refuse_missing_voices",
    "sample_of",
    "say",
    "script_document",
    "silently",
    "spoken_by_characters",
    "unusual_names",
    "usable_voices",
    "write_script",
]
