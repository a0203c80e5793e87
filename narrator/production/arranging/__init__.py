"""What is read, and how: titles and credits, parts, pauses, music, one voice or many."""

from .framing import with_credits, with_titles
from .hedging import hedge
from .music import RATE, chime
from .parts import in_parts
from .performance import AS_CAST, Performance, performed_by, without_needless_tags
from .placing import placed
from .silences import pauses_of

__all__ = [
    "AS_CAST",
    "RATE",
    "Performance",
    "chime",
    "hedge",
    "in_parts",
    "pauses_of",
    "performed_by",
    "placed",
    "with_credits",
    "with_titles",
    "without_needless_tags",
]
