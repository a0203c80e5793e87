"""Lines to clips: spoken by worker processes, kept in a store."""

from .asking import accented_voices, refused_voices, speak_once, speed_of, voices_of
from .crew import Crew, Patience
from .measuring import measure_voices
from .processes import Processes
from .recording import Take, record
from .retaking import WAYS, other_ways, retaken
from .store import Store, Unwritable
from .timing import Speed
from .trim import trimmed
from .utterance import Utterance, utterance_for, utterance_of
from .wording import Sentences, Wording, said_for

__all__ = [
    "WAYS",
    "Crew",
    "Patience",
    "Processes",
    "Sentences",
    "Speed",
    "Store",
    "Take",
    "Unwritable",
    "Utterance",
    "Wording",
    "accented_voices",
    "measure_voices",
    "other_ways",
    "record",
    "refused_voices",
    "retaken",
    "said_for",
    "speak_once",
    "speed_of",
    "trimmed",
    "utterance_for",
    "utterance_of",
    "voices_of",
]
