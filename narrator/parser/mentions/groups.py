"""People who speak with one voice: `said Pip and Dot`, `the mice`, `they all`."""

from collections import Counter
from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person, gender
from .mention import NOBODY, Kind, Mention


def join_pairs(
    pack: Pack, people: list[Person], paragraphs: Sequence[Paragraph], mentions: list[list[Mention]]
) -> list[list[Mention]]:
    """The mentions, with each pair of names that speaks together as one, a group of its own."""
    groups: dict[tuple[int, int] | str, int] = {}
    known = {name.lower(): one.index for one in people if one.known for name in one.names}
    joined = []
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        out: list[Mention] = []
        for mention in row:
            if out and _are_pair(pack, paragraph, out[-1], mention):
                names = _names(paragraph, out[-1], mention)
                at = known.get(names.lower())
                if at is None:
                    at = _group_of(pack, people, groups, (out[-1], mention), names)
                people[at].names[names] += 1
                people[at].count += 1
                out[-1] = out[-1]._replace(
                    last=mention.last,
                    kind=Kind.NAME,
                    person=at,
                    sex=gender.GROUP,
                    key="both",
                    subject=True,
                )
            else:
                out.append(mention)
        joined.append(out)
    return joined


def _are_pair(pack: Pack, paragraph: Paragraph, one: Mention, two: Mention) -> bool:
    if Kind.FIRST in (one.kind, two.kind) or one.spoken or two.spoken:
        return False
    tokens, saying = paragraph.tokens, pack.speech.naming
    between = [token.low for token in tokens[one.last : two.first]]
    joined = len(between) == 1 and between[0] in pack.grammar.conjunctions
    if not joined or one.key in pack.pronouns.several:
        return False
    before = tokens[one.first - 1].low if one.first else ""
    behind = [token.low for token in tokens[two.last : two.last + 3]]
    says = before in saying or not saying.isdisjoint(behind[:2])
    together = not pack.tags.together.isdisjoint(behind[:1])
    return says or together or _is_group(pack, behind)


def _is_group(pack: Pack, behind: Sequence[str]) -> bool:
    """`Pip and Dot, the twins`."""
    if len(behind) < 3 or behind[0] != "," or behind[1] not in pack.grammar.definite:
        return False
    return behind[2] in pack.nouns.groups


def _group_of(
    pack: Pack,
    people: list[Person],
    groups: dict[tuple[int, int] | str, int],
    both: tuple[Mention, Mention],
    names: str,
) -> int:
    one, two = both
    pair: tuple[int, int] | str = (min(one.person, two.person), max(one.person, two.person))
    if NOBODY in (one.person, two.person):
        pair = names.lower()
    if pair not in groups:
        groups[pair] = len(people)
        people.append(Person(pack, len(people), sexes=Counter({gender.GROUP: 100})))
    return groups[pair]


def _names(paragraph: Paragraph, one: Mention, two: Mention) -> str:
    start, end = paragraph.tokens[one.first].start, paragraph.tokens[two.last - 1].end
    return " ".join(paragraph.text[start:end].split())
