"""Who speaks: candidates, their features, the model, and decoding over all turns of a book."""

from .certainty import Certainty
from .model import Model
from .settling import SETTLED, Settling
from .speakers import find_speakers
from .thinkers import thinker_of
from .verdicts import Verdict

__all__ = [
    "SETTLED",
    "Certainty",
    "Model",
    "Settling",
    "Verdict",
    "find_speakers",
    "thinker_of",
]
