"""What is read, and how: titles and credits, parts, pauses, music, one voice or many."""

from .arranging import Arrangement, arrange
from .hedging import hedge
from .music import RATE, chime
from .performance import AS_CAST, Mix, Performance, mixes_of, performed_by
from .placing import placed
from .silences import pauses_of

__all__ = [
    "AS_CAST",
    "RATE",
    "Arrangement",
    "Mix",
    "Performance",
    "arrange",
    "chime",
    "hedge",
    "mixes_of",
    "pauses_of",
    "performed_by",
    "placed",
]
