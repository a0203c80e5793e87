"""What is read, and how: titles and credits, parts, pauses, music, one voice or many."""

from .arranging import Arrangement, arrange
from .hedging import hedge
from .music import RATE, chime
from .performance import AS_CAST, Performance
from .placing import placed

__all__ = [
    "AS_CAST",
    "RATE",
    "Arrangement",
    "Performance",
    "arrange",
    "chime",
    "hedge",
    "placed",
]
