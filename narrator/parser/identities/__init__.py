"""Two who are one: strangers who are then named, people called by a name, and the narrator."""

from .calling import unite_called
from .doubles import unite_doubles
from .first_person import find_narrators
from .introductions import introduced, unite_introduced
from .naming import unite_named
from .recognising import unite_recognised
from .unveiling import unite_unveiled

__all__ = [
    "find_narrators",
    "introduced",
    "unite_called",
    "unite_doubles",
    "unite_introduced",
    "unite_named",
    "unite_recognised",
    "unite_unveiled",
]
