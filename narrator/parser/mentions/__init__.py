"""What points at people: names, noun phrases and pronouns, and whom each of them means."""

from .ages import stages
from .groups import join_pairs
from .hearing import place_voices
from .linking import acting_nouns, find_links, merge_name_nouns, settle_nominals
from .mentions import FIRST_PERSON, NOBODY, Kind, Mention, find_mentions, place_labels
from .referring import refer
from .resolving import vote_sexes

__all__ = [
    "FIRST_PERSON",
    "NOBODY",
    "Kind",
    "Mention",
    "acting_nouns",
    "find_links",
    "find_mentions",
    "join_pairs",
    "merge_name_nouns",
    "place_labels",
    "place_voices",
    "refer",
    "settle_nominals",
    "stages",
    "vote_sexes",
]
