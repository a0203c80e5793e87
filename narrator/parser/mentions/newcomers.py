"""People whom the story brings in without a name: `Down the quay came a very old man`."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph
from .mention import Kind, Mention

_STAYS = 20
"""Paragraphs in which somebody brought in must be heard of again."""


def is_plain_noun(pack: Pack, key: str) -> bool:
    """Whether many people of a story may be called so."""
    head = key.split()[-1]
    plain = head in pack.nouns.generic and head not in pack.nouns.groups
    return plain and head not in pack.nouns.no_one


def is_brought_in(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    """Whether `a man` here is a certain man."""
    words = [token.low for token in paragraph.tokens[max(0, mention.first - 2) : mention.first]]
    return not words or words[0] in pack.phrases.there or words[-1] not in pack.grammar.not_certain


def appears(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    """`In came a man`: the verb stands before him."""
    return mention.first > 0 and paragraph.tokens[mention.first - 1].low in pack.grammar.appearing


def stays(pack: Pack, mentions: Sequence[Sequence[Mention]], mention: Mention, number: int) -> bool:
    """Whether somebody so called does something, or is heard of again soon."""
    head = mention.key.split()[-1]
    if mention.subject and mention.determiner in pack.grammar.introducing:
        return True
    here = [other for other in mentions[number] if other.first > mention.first and not other.spoken]
    if here and here[0].kind is Kind.PRONOUN and here[0].sex == mention.sex != "":
        return True
    ahead = [other for row in mentions[number + 1 : number + _STAYS] for other in row]
    return any(_is_again(pack, other, head) for other in [*here, *ahead])


def _is_again(pack: Pack, mention: Mention, head: str) -> bool:
    again = mention.kind is Kind.NOMINAL and mention.determiner in pack.grammar.pointing
    return again and not mention.spoken and mention.key.split()[-1] == head
