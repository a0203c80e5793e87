"""Strangers whom somebody knows by name: `“You’re Teshka,” said the girl.`"""

from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..people import Person
from ..turns import Turn
from .doing import doing, is_next
from .uniting import unite

_NEAR = 2
"""Paragraphs from what a stranger says to where somebody says who they are."""


def unite_recognised(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons known by a noun whom the next to speak calls by name, and whose name it is."""
    same: dict[int, int] = {}
    told = [_told(pack, *each) for each in zip(paragraphs, mentions, strict=True)]
    for at, turn in enumerate(turns):
        numbers = sorted({number for number, _ in turn.parts})
        named = next((told[n] for n in numbers if told[n] != NOBODY), NOBODY)
        if named == NOBODY:
            continue
        around = [turns[at - 1]] if at and turn.first - turns[at - 1].last <= _NEAR else []
        if at + 1 < len(turns) and is_next(paragraphs, turn, turns[at + 1]):
            around.append(turns[at + 1])
        fit = (doing(mentions, one) for one in around)
        noun = next((one for one in fit if _may_be(people, one, named)), NOBODY)
        if noun not in (NOBODY, doing(mentions, turn)) and noun not in same:
            same[noun] = named
            unite(people[named], people[noun])
    return same


def _told(pack: Pack, paragraph: Paragraph, row: Sequence[Mention]) -> int:
    """Who a paragraph says that somebody is: `You are Tom`, `Are you Tom?`; or NOBODY."""
    tokens = paragraph.tokens
    for mention in row:
        if not mention.spoken or mention.kind is not Kind.NAME or mention.person == NOBODY:
            continue
        before = tuple(t.low for t in tokens[max(0, mention.first - 3) : mention.first])
        ends = mention.last >= len(tokens) or not tokens[mention.last].is_word
        if ends and any(before[-len(w) :] == w for w in pack.phrases.you_are):
            return mention.person
    return NOBODY


def _may_be(people: Sequence[Person], noun: int, name: int) -> bool:
    """Whether the two can be one: a stranger, and somebody of no other sex."""
    if noun == NOBODY or not people[noun].is_nominal or people[noun].is_group:
        return False
    if people[noun].known or people[name].is_nominal or people[name].is_narrator:
        return False
    return {people[noun].sex, people[name].sex} != {"F", "M"}
