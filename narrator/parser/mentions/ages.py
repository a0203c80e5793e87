"""How old the story says its people are: a child, grown up, or old."""

from collections.abc import Sequence
from enum import IntEnum

from narrator.languages import Pack
from narrator.text.numbers import figures_value

from ..page import SENTENCE_ENDS, Paragraph, Token
from ..people import Person
from .mention import NOBODY, Kind, Mention

_REACH = 9
"""Tokens behind a name in which an age may be told."""
_CHILD_BELOW, _OLD_FROM = 16, 58


class Stage(IntEnum):
    """A stage of life."""

    CHILD = 0
    GROWN = 1
    OLD = 2


def stages(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> dict[int, Stage]:
    """The stage of everybody of whom the story tells it."""
    found = {
        person.index: stage for person in people if (stage := stage_of(pack, person)) is not None
    }
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        for mention in row:
            told = mention.kind in (Kind.NAME, Kind.NOMINAL) and not mention.spoken
            years = _years(pack, paragraph.tokens, mention.last) if told else 0
            if years and mention.person != NOBODY:
                found[mention.person] = _of_years(years)
    return found


def stage_of(pack: Pack, person: Person) -> Stage | None:
    """What the person's names and nouns tell."""
    words = {word for noun in person.heads for word in noun.split()}
    called = {word for name in person.names for word in name.lower().split()} | words
    ages, nouns = pack.ages, pack.nouns
    if called & ages.surely_old or called & ages.old_kin:
        return Stage.OLD
    if words & ages.child:
        return Stage.CHILD
    trade = (words & nouns.every) - nouns.generic - nouns.kin
    grown = words & ages.grown_kin or trade - nouns.animals - ages.young - ages.either
    return Stage.GROWN if grown or person.titles & pack.honorifics.of_grown_people else None


def _of_years(years: int) -> Stage:
    if years < _CHILD_BELOW:
        return Stage.CHILD
    return Stage.OLD if years >= _OLD_FROM else Stage.GROWN


def _years(pack: Pack, tokens: Sequence[Token], behind: int) -> int:
    """The age told right behind a name: `Oddny, who was ten,`; 0 where none is."""
    for at in range(behind, min(behind + _REACH, len(tokens) - 1)):
        if tokens[at].text in SENTENCE_ENDS:
            if tuple(t.low for t in tokens[at + 1 : at + 3]) in pack.phrases.years_old:
                continue
            return 0
        years = _number(pack, tokens[at].low)
        if years and at > behind - 1 and tokens[at - 1].low in pack.ages.before:
            return years if tokens[at + 1].low in pack.ages.behind else 0
    return 0


def _number(pack: Pack, low: str) -> int:
    if (figures := figures_value(low)) is not None:
        return figures if 2 < figures < 110 else 0
    tens, _, ones = low.replace("‐", "-").partition("-")
    years = pack.ages.years
    return years.get(tens, 0) + (years.get(ones, 1) if ones else 0)
