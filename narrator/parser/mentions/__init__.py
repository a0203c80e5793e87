"""What points at people: names, noun phrases and pronouns, and whom each of them means."""

from .ages import stages
from .detection import find_mentions
from .grammatical_person import is_first_person
from .groups import join_pairs
from .hearing import place_voices
from .labelled import place_labels
from .links import find_links
from .mention import NOBODY, Kind, Mention, beginning, within
from .referring import refer
from .settling import acting_nouns, merge_name_nouns, settle_nominals
from .votes import vote_sexes

__all__ = [
    "NOBODY",
    "Kind",
    "Mention",
    "acting_nouns",
    "beginning",
    "find_links",
    "find_mentions",
    "is_first_person",
    "join_pairs",
    "merge_name_nouns",
    "place_labels",
    "place_voices",
    "refer",
    "settle_nominals",
    "stages",
    "vote_sexes",
    "within",
]
