"""What speaks for and against a noun's and a name's being one person's."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..people import Person, is_human, is_thing
from ..turns import Turn
from .doing import called_in, calls_in, doing, is_next

_ANSWERS = 2
"""Weight of answering to the name against that of taking the same turns."""
_APART = 3
"""Weight of what two people do and one cannot."""
Pairs = Counter[tuple[int, int]]
"""Evidence that a noun's person (first) is a named one (second)."""


def may_be_one(pack: Pack, noun: Person, name: Person) -> bool:
    """Whether nothing known of the two forbids it."""
    sexes = {noun.sex, name.sex} - {""}
    common = bool(name.words & pack.nouns.generic)
    if len(sexes) > 1 or noun.known or name.is_narrator or common:
        return False
    words = {word for head in noun.heads for word in head.split()}
    several = words & pack.nouns.compared or words & pack.nouns.one
    if several or (is_thing(pack, noun) and is_human(pack, name)):
        return False
    return not (words & pack.ages.child and name.titles - pack.honorifics.for_children)


def evidence(
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> Pairs:
    """What speaks for, and below nought against, each noun's being each name."""
    pairs: Pairs = Counter()
    said = [doing(mentions, turn) for turn in turns]
    calls = calls_in(mentions)
    called = [called_in(calls, turn) for turn in turns]

    def add(noun: int, name: int, weight: int) -> None:
        if NOBODY not in (noun, name) and is_noun(people, noun) and _is_name(people, name):
            pairs[noun, name] += weight

    for at, turn in enumerate(turns):
        follows = at and is_next(paragraphs, turns[at - 1], turn)
        if follows:
            for name in called[at - 1]:
                add(said[at], name, _ANSWERS)
            for name in called[at]:
                add(said[at - 1], name, _ANSWERS)
            add(said[at], said[at - 1], -_APART)
            add(said[at - 1], said[at], -_APART)
        if follows and at > 1 and is_next(paragraphs, turns[at - 2], turns[at - 1]):
            add(said[at], said[at - 2], 1)
            add(said[at - 2], said[at], 1)
        for name in called[at]:
            add(said[at], name, -_APART)
    for noun, name in _beside(people, paragraphs, mentions):
        pairs[noun, name] -= _APART
    return pairs


def is_noun(people: Sequence[Person], person: int) -> bool:
    """Whether the story knows the person by a noun only."""
    return people[person].is_nominal and not people[person].is_group


def _is_name(people: Sequence[Person], person: int) -> bool:
    return not people[person].is_nominal and not people[person].is_group


def _beside(
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> list[tuple[int, int]]:
    """A noun and a name in one sentence of the narration are two people."""
    found = []
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        told = [m for m in row if not m.spoken and m.person != NOBODY]
        nouns = [m for m in told if m.kind is Kind.NOMINAL and is_noun(people, m.person)]
        if not nouns:
            continue
        sentences = _sentences(paragraph)
        named: dict[int, list[int]] = {}
        for name in told:
            if name.kind is Kind.NAME and _is_name(people, name.person):
                named.setdefault(sentences[name.first], []).append(name.person)
        found += [(m.person, name) for m in nouns for name in named.get(sentences[m.first], [])]
    return found


def _sentences(paragraph: Paragraph) -> list[int]:
    """For each token how many sentences have ended before it."""
    return [0, *accumulate(token.text in (".", "!", "?") for token in paragraph.tokens)]
