"""Who speaks: candidates, their features, the model, and decoding over all turns of a book."""

from .model import Model
from .speakers import find_speakers
from .thinkers import thinker_of
from .verdicts import Verdict

__all__ = [
    "Model",
    "Verdict",
    "find_speakers",
    "thinker_of",
]
