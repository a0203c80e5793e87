"""The nouns of Narrator, frozen and typed; nothing here reads, writes or decides."""

from .audio import SAMPLE_BYTES, ChapterAudio, Clip, Cue, SentenceCue, Sound
from .book import Block, BlockKind, Book, BookInfo, Chapter
from .cast import NARRATOR, Cast, Role
from .character import Age, Character, Gender, Kind
from .identification import Evidence, Identification
from .pauses import Pauses
from .pronunciation import Pronunciation
from .script import (
    Doubt,
    Line,
    LineKind,
    Pause,
    Row,
    SceneBreak,
    Script,
    ScriptChapter,
    Skipped,
    Trace,
    folded,
)
from .span import Span
from .voice import Manner, Voice

__all__ = [
    "NARRATOR",
    "SAMPLE_BYTES",
    "Age",
    "Block",
    "BlockKind",
    "Book",
    "BookInfo",
    "Cast",
    "Chapter",
    "ChapterAudio",
    "Character",
    "Clip",
    "Cue",
    "Doubt",
    "Evidence",
    "Gender",
    "Identification",
    "Kind",
    "Line",
    "LineKind",
    "Manner",
    "Pause",
    "Pauses",
    "Pronunciation",
    "Role",
    "Row",
    "SceneBreak",
    "Script",
    "ScriptChapter",
    "SentenceCue",
    "Skipped",
    "Sound",
    "Span",
    "Trace",
    "Voice",
    "folded",
]
