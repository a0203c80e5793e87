"""What is read, and how: titles and credits, parts, pauses, music, one voice or many."""

from .arranging import Arrangement, arrange
from .hedging import hedge
from .music import RATE, chime
from .performance import AS_CAST, Performance, performed_by
from .placing import placed
from .silences import pauses_of

__all__ = [
    "AS_CAST",
    "RATE",
    "Arrangement",
    "Performance",
    "arrange",
    "chime",
    "hedge",
    "pauses_of",
    "performed_by",
    "placed",
]
