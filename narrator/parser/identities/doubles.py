"""Somebody known by a name and by a noun, told by how they take turns and answer to the name."""

from collections import Counter
from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import Kind, Mention, stages
from ..page import Paragraph
from ..people import Person
from ..turns import Turn
from .doing import tagged
from .evidence import evidence, may_be_one
from .uniting import unite

_ENOUGH = 2
_ENOUGH_FOR_OLD = 3
"""The same where the name was known before the noun: it may well bring in somebody else."""
_ENOUGH_FOR_PARENTS = 4
"""The same of `his mother`, who is rarely called by name."""
_TAGS_FOR_ONE = 5
"""Tags with the noun for which there must be a point of evidence."""


def unite_doubles(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons known by a noun, and the named person that each of them is."""
    pairs = evidence(people, paragraphs, mentions, turns)
    tags = Counter(tagged(turn) for turn in turns)
    first = _first_told(mentions)
    stage = stages(pack, people, paragraphs, mentions)
    best: dict[int, list[tuple[int, int]]] = {}
    for (noun, name), score in pairs.items():
        enough = max(_ENOUGH, tags[noun] / _TAGS_FOR_ONE, min(tags[noun], tags[name]))
        if stage.get(noun, stage.get(name)) != stage.get(name, stage.get(noun)):
            continue
        if people[noun].heads & pack.kin.parents:
            enough = max(enough, _ENOUGH_FOR_PARENTS)
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
