"""Who there is in a story: names and nouns of people, their sex and age, and who is known."""

from . import gender, lexicon
from .beings import is_human, is_thing
from .billing import SOMEONE, bill, characters
from .characters import Person, bring_together
from .known import Known, introduce
from .names import Name, NameRun, count_capitals, find_runs, is_vocative, weigh
from .nominals import Nominal, find_nominals, learn_nouns

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
    "introduce",
    "is_human",
    "is_thing",
    "is_vocative",
    "learn_nouns",
    "lexicon",
    "weigh",
]
