"""The stages in order, from a story to an audiobook."""

from .auditing import Audited, audit
from .auditioning import audition_cast, audition_voices, sample_of
from .casting import Casted, Wishes, cast_script, refuse_missing_voices
from .checking import Check, Finding, check_book
from .details import Details
from .diagnosis import Part, diagnose
from .diction import diction_of
from .document import script_document
from .downloading import Downloaded, download_voice
from .making import Made, make_book, record_book
from .measuring import KnownVoice, known_voices, measure_engine, usable_voices
from .naming import Name, unusual_names
from .performance import Performance
from .planning import LeftOut, Plan, doubtful_lines, plan_script, spoken_by_characters
from .progress import Listener, News, Progress, Told, Warned, silently
from .publishing import Publication
from .saying import say
from .scripting import Scripted, Source, parse_and_ask, parse_source, write_script

__all__ = [
    "Audited",
    "Casted",
    "Check",
    "Details",
    "Downloaded",
    "Finding",
    "KnownVoice",
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
    "diction_of",
    "doubtful_lines",
    "download_voice",
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
