"""How old the story says its people are: a child, grown up, or old."""

from collections.abc import Sequence
from enum import IntEnum

from ..page import Paragraph, Token
from ..people import Person, lexicon
from .mentions import NOBODY, Kind, Mention

_ONES = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_ONES.split(), start=2)}
_NUMBERS |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_BEFORE_AGE = lexicon.words(
    ", was is who's aged turned only nearly almost barely just at of and past over"
)
_BEHIND_AGE = lexicon.words(", . ; : — – and but or years year summers when old")
_REACH = 9
"""Tokens behind a name in which an age may be told."""
_CHILD_BELOW, _OLD_FROM = 16, 58
FOR_OLD = lexicon.words(
    "grandmother grandma granny gran nan nana nonna grandfather grandpa granddad grandad nonno"
)
FOR_PARENTS = lexicon.words(
    "mother father mum mom dad papa mama wife husband widow widower aunt auntie uncle"
)
"""Nouns for kin who are grown, and for those who are old."""
_STYLED = (lexicon.TITLES - lexicon.EPITHETS - lexicon.TITLES_FOR_CHILDREN) - {"brother", "sister"}


class Stage(IntEnum):
    """A stage of life."""

    CHILD = 0
    GROWN = 1
    OLD = 2


def stages(
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> dict[int, Stage]:
    """The stage of everybody of whom the story tells it."""
    found = {person.index: stage for person in people if (stage := stage_of(person)) is not None}
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        for mention in row:
            told = mention.kind in (Kind.NAME, Kind.NOMINAL) and not mention.spoken
            years = _years(paragraph.tokens, mention.last) if told else 0
            if years and mention.person != NOBODY:
                found[mention.person] = _of_years(years)
    return found


def stage_of(person: Person) -> Stage | None:
    """What the person's names and nouns tell."""
    words = {word for noun in person.heads for word in noun.split()}
    called = {word for name in person.names for word in name.lower().split()} | words
    if called & (lexicon.OLD_WORDS - {"older", "elder"} | FOR_OLD):
        return Stage.OLD
    if words & lexicon.CHILD_WORDS:
        return Stage.CHILD
    trade = words & (lexicon.PERSON_NOUNS - lexicon.GENERIC_NOUNS - lexicon.KIN_NOUNS)
    adult = trade - lexicon.ANIMALS - lexicon.YOUNG_WORDS - _EITHER
    return Stage.GROWN if adult or words & FOR_PARENTS or person.titles & _STYLED else None


_EITHER = lexicon.words(
    "one other voice twin orphan child kid pupil neighbour neighbor apprentice stranger friend"
)
"""Nouns for a child as well."""


def _of_years(years: int) -> Stage:
    if years < _CHILD_BELOW:
        return Stage.CHILD
    return Stage.OLD if years >= _OLD_FROM else Stage.GROWN


def _years(tokens: Sequence[Token], behind: int) -> int:
    """The age told right behind a name: `Oddny, who was ten,`; 0 where none is."""
    for at in range(behind, min(behind + _REACH, len(tokens) - 1)):
        if tokens[at].text in lexicon.SENTENCE_ENDS:
            again = tokens[at + 1 : at + 3]
            if [t.low for t in again] in (["he", "was"], ["she", "was"]):
                continue
            return 0
        years = _number(tokens[at].low)
        if years and at > behind - 1 and tokens[at - 1].low in _BEFORE_AGE:
            return years if tokens[at + 1].low in _BEHIND_AGE else 0
    return 0


def _number(low: str) -> int:
    if low.isdigit():
        return int(low) if 2 < int(low) < 110 else 0
    tens, _, ones = low.replace("‐", "-").partition("-")
    return _NUMBERS.get(tens, 0) + (_NUMBERS.get(ones, 1) if ones else 0)
