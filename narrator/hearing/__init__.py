"""Sound back to words, and whether they are those that were to be said."""

from .comparing import Slip, find_slips
from .phrases import Phrase, phrases
from .recogniser import Recogniser, at_rate
from .sounding import Sounding

__all__ = ["Phrase", "Recogniser", "Slip", "Sounding", "at_rate", "find_slips", "phrases"]
