"""The tables of dialogue: how quotations are told from narration, and speech from other quotes."""

from .directions import Directions
from .forms import derived
from .labels import Labels
from .letters import Letters
from .marks import Marks
from .reporting import Helped, Reporting
from .speech import Speech
from .telling import Telling
from .unsaid import Unsaid

__all__ = [
    "Directions",
    "Helped",
    "Labels",
    "Letters",
    "Marks",
    "Reporting",
    "Speech",
    "Telling",
    "Unsaid",
    "derived",
]
