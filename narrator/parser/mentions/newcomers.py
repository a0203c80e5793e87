"""People whom the story brings in without a name: `Down the quay came a very old man`."""

from collections.abc import Sequence

from ..page import Paragraph
from ..people import lexicon
from .mentions import Kind, Mention

OPENING = frozenset(["a", "an", "another"])
"""Determiners that bring somebody in."""
_STAYS = 20
"""Paragraphs in which somebody brought in must be heard of again."""
_NOT_BEFORE = lexicon.words(
    """
    was is be been were being like as than such of what seemed become became remain remained
    for without every never not hardly whether either or
    """
)
"""After these `a man` is anybody, or tells what somebody is."""
_NO_ONE = frozenset(["one", "other", "thing", "animal", "creature", "person"])
_APPEARING = lexicon.words(
    """
    came comes stood stands sat sits appeared appears stepped steps emerged emerges waited waits
    walked walks rode rides ran runs entered enters
    """
)
"""Verbs that bring in somebody who stands behind them."""


def is_plain_noun(key: str) -> bool:
    """Whether many people of a story may be called so."""
    head = key.split()[-1]
    plain = head in lexicon.GENERIC_NOUNS and head not in lexicon.GROUP_NOUNS
    return plain and head not in _NO_ONE


def is_brought_in(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether `a man` here is a certain man."""
    words = [token.low for token in paragraph.tokens[max(0, mention.first - 2) : mention.first]]
    return words[:1] == ["there"] or words[-1:] == [] or words[-1] not in _NOT_BEFORE


def appears(paragraph: Paragraph, mention: Mention) -> bool:
    """`In came a man`: the verb stands before him."""
    return mention.first > 0 and paragraph.tokens[mention.first - 1].low in _APPEARING


def stays(mentions: Sequence[Sequence[Mention]], mention: Mention, number: int) -> bool:
    """Whether somebody so called does something, or is heard of again soon."""
    head = mention.key.split()[-1]
    if mention.subject and mention.determiner in OPENING:
        return True
    here = [other for other in mentions[number] if other.first > mention.first and not other.spoken]
    if here and here[0].kind is Kind.PRONOUN and here[0].sex == mention.sex != "":
        return True
    ahead = [other for row in mentions[number + 1 : number + _STAYS] for other in row]
    return any(_is_again(other, head) for other in [*here, *ahead])


def _is_again(mention: Mention, head: str) -> bool:
    again = mention.kind is Kind.NOMINAL and mention.determiner in ("the", "this", "that")
    return again and not mention.spoken and mention.key.split()[-1] == head
