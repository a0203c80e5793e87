"""A noun phrase for somebody, and what tells that one is there."""

from collections.abc import Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..page import Token

BARE = "∅"
"""The determiner of a noun that has none and needs none: `flickan`, `девочка`."""
MOST_MODIFIERS = 3
"""Words that may stand between an article and its noun."""


class Nominal(NamedTuple):
    """A noun phrase in a paragraph."""

    first: int
    last: int
    """One past its last token."""
    head: str
    key: str
    """What one person is called by: the noun, and for a common noun its adjective."""
    determiner: str
    sex: str


def says_beside(pack: Pack, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a verb of saying stands right before or behind the words at [first, last)."""
    beside = [*tokens[max(0, first - 1) : first], *tokens[last : last + 1]]
    return any(token.low in pack.speech.naming for token in beside)


def is_plain_noun(pack: Pack, token: Token) -> bool:
    """Whether a word is no function word, verb of saying, past or adverb: so hardly but a noun."""
    small = token.low in pack.grammar.function_words or token.low in pack.speech.naming
    endings = pack.grammar.past_endings + pack.grammar.adverb_endings
    return token.is_word and not small and not token.low.endswith(endings)
