"""The words by which a story tells of people: their names and nouns, and who says what."""

from .ages import Ages
from .declension import Declension
from .grammar import Grammar
from .honorifics import Honorifics
from .kin import Kin
from .names import Names, RareNames
from .nouns import Nouns
from .phrases import Phrases
from .pronouns import Pronouns
from .tags import Tags
from .unspaced import Unspaced
from .vocatives import Vocatives

__all__ = [
    "Ages",
    "Declension",
    "Grammar",
    "Honorifics",
    "Kin",
    "Names",
    "Nouns",
    "Phrases",
    "Pronouns",
    "RareNames",
    "Tags",
    "Unspaced",
    "Vocatives",
]
