"""Somebody known by a name and by a noun, told by how they take turns and answer to the name."""

from collections import Counter
from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention, stages
from ..page import Paragraph
from ..people import Person, is_human, is_thing
from ..turns import Turn
from .introductions import unite

_ENOUGH = 2
_ENOUGH_FOR_OLD = 3
"""The same where the name was known before the noun: it may well bring in somebody else."""
_TAGS_FOR_ONE = 5
"""Tags with the noun for which there must be a point of evidence."""
_ANSWERS = 2
"""Weight of answering to the name against that of taking the same turns."""
_APART = 3
"""Weight of what two people do and one cannot."""

Pairs = Counter[tuple[int, int]]
"""Evidence that a noun's person (first) is a named one (second)."""


def unite_doubles(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons known by a noun, and the named person that each of them is."""
    pairs = evidence(people, paragraphs, mentions, turns)
    tags = Counter(_tagged(turn) for turn in turns)
    first = _first_told(mentions)
    stage = stages(pack, people, paragraphs, mentions)
    best: dict[int, list[tuple[int, int]]] = {}
    for (noun, name), score in pairs.items():
        enough = max(_ENOUGH, tags[noun] / _TAGS_FOR_ONE, min(tags[noun], tags[name]))
        if stage.get(noun, stage.get(name)) != stage.get(name, stage.get(noun)):
            continue
        if first.get(name, len(mentions)) < first.get(noun, 0):
            enough = max(enough, _ENOUGH_FOR_OLD)
        if score >= enough and may_be_one(pack, people[noun], people[name]):
            best.setdefault(noun, []).append((score, -name))
    same: dict[int, int] = {}
    for noun, found in sorted(best.items()):
        ranked = sorted(found, reverse=True)
        if len(ranked) == 1 or ranked[0][0] >= 2 * ranked[1][0]:
            same[noun] = -ranked[0][1]
            unite(people[same[noun]], people[noun])
    return same


def _first_told(mentions: Sequence[Sequence[Mention]]) -> dict[int, int]:
    """The paragraph in whose narration each person is first named or shown."""
    first: dict[int, int] = {}
    for number, row in enumerate(mentions):
        for mention in row:
            if not mention.spoken and mention.kind in (Kind.NAME, Kind.NOMINAL):
                first.setdefault(mention.person, number)
    return first


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
    called = [called_in(mentions, turn) for turn in turns]

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


def doing(mentions: Sequence[Sequence[Mention]], turn: Turn) -> int:
    """Who says the turn by its tag or, without one, acts beside it; NOBODY where neither tells."""
    return _tagged(turn) if turn.tags else _acting(mentions[turn.first])


def _tagged(turn: Turn) -> int:
    """Who says the turn by a name or noun in its tag."""
    tag = turn.tag
    if tag is None or not tag.direct or tag.mention is None:
        return NOBODY
    return tag.mention.person if tag.mention.kind in (Kind.NAME, Kind.NOMINAL) else NOBODY


def _acting(row: Sequence[Mention]) -> int:
    """Who does something beside an untagged turn, by name or noun."""
    subjects = [m for m in row if m.subject and not m.spoken]
    telling = subjects[:1] and subjects[0].kind in (Kind.NAME, Kind.NOMINAL)
    return subjects[0].person if telling else NOBODY


def called_in(mentions: Sequence[Sequence[Mention]], turn: Turn) -> list[int]:
    """The people called upon in the turn."""
    numbers = sorted({number for number, _ in turn.parts})
    found = {m.person for number in numbers for m in mentions[number] if m.vocative}
    return sorted(found - {NOBODY})


def is_next(paragraphs: Sequence[Paragraph], one: Turn, two: Turn) -> bool:
    """Whether one turn stands right behind the other."""
    return two.first - one.last <= 1 and not paragraphs[two.first].follows_break


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
        for noun in nouns:
            for name in told:
                named = name.kind is Kind.NAME and _is_name(people, name.person)
                if named and _same_sentence(paragraph, noun, name):
                    found.append((noun.person, name.person))
    return found


def _same_sentence(paragraph: Paragraph, one: Mention, two: Mention) -> bool:
    first, last = sorted((one.first, two.first))
    return not any(token.text in (".", "!", "?") for token in paragraph.tokens[first:last])
