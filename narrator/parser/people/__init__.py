"""Who there is in a story: names and nouns of people, their sex and age, and who is known."""

from . import gender
from .beings import is_human, is_thing
from .billing import SOMEONE, bill, characters
from .capitals import count_capitals
from .coreference import bring_together
from .declension import in_nominative
from .evidence import weigh
from .known import Known, introduce, newcomer
from .names import Name
from .naming import named_so
from .nominal import Nominal
from .nominals import find_nominals
from .persons import Person
from .runs import NameRun, find_runs
from .speaking_nouns import learn_nouns
from .vocatives import is_vocative

__all__ = [
    "SOMEONE",
    "Known",
    "Name",
    "NameRun",
    "Nominal",
    "Person",
    "bill",
    "bring_together",
    "characters",
    "count_capitals",
    "find_nominals",
    "find_runs",
    "gender",
    "in_nominative",
    "introduce",
    "is_human",
    "is_thing",
    "is_vocative",
    "learn_nouns",
    "named_so",
    "newcomer",
    "weigh",
]
