"""People who speak with one voice: `said Pip and Dot`, `the mice`, `they all`."""

from collections import Counter
from collections.abc import Sequence

from ..page import Paragraph
from ..people import Person, gender, lexicon
from .mentions import NOBODY, Kind, Mention


def join_pairs(
    people: list[Person], paragraphs: Sequence[Paragraph], mentions: list[list[Mention]]
) -> list[list[Mention]]:
    """The mentions, with each pair of names that speaks together as one, a group of its own."""
    groups: dict[tuple[int, int] | str, int] = {}
    known = {name.lower(): one.index for one in people if one.known for name in one.names}
    joined = []
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        out: list[Mention] = []
        for mention in row:
            if out and _are_pair(paragraph, out[-1], mention):
                names = _names(paragraph, out[-1], mention)
                at = known.get(names.lower())
                pair = _group_of(people, groups, out[-1], mention, names) if at is None else at
                people[pair].names[names] += 1
                people[pair].count += 1
                out[-1] = out[-1]._replace(
                    last=mention.last,
                    kind=Kind.NAME,
                    person=pair,
                    sex=gender.GROUP,
                    key="both",
                    subject=True,
                )
            else:
                out.append(mention)
        joined.append(out)
    return joined


def _are_pair(paragraph: Paragraph, one: Mention, two: Mention) -> bool:
    if Kind.FIRST in (one.kind, two.kind) or one.spoken or two.spoken or one.key == "they":
        return False
    tokens = paragraph.tokens
    if [token.low for token in tokens[one.last : two.first]] != ["and"]:
        return False
    before = tokens[one.first - 1].low if one.first else ""
    behind = [token.low for token in tokens[two.last : two.last + 3]]
    said_after = any(low in lexicon.SAYING for low in behind[:2]) or "together" in behind[:1]
    named_so = behind[:2] == [",", "the"] and behind[2:] != [] and behind[2] in lexicon.GROUP_NOUNS
    return before in lexicon.SAYING or said_after or named_so


def _group_of(
    people: list[Person],
    groups: dict[tuple[int, int] | str, int],
    one: Mention,
    two: Mention,
    names: str,
) -> int:
    pair: tuple[int, int] | str = (min(one.person, two.person), max(one.person, two.person))
    if NOBODY in (one.person, two.person):
        pair = names.lower()
    if pair not in groups:
        groups[pair] = len(people)
        people.append(Person(len(people), sexes=Counter({gender.GROUP: 100})))
    return groups[pair]


def _names(paragraph: Paragraph, one: Mention, two: Mention) -> str:
    start, end = paragraph.tokens[one.first].start, paragraph.tokens[two.last - 1].end
    return " ".join(paragraph.text[start:end].split())
