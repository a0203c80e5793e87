"""People whom the narration calls by a noun at first, and then by name as if we knew it."""

from collections.abc import Iterator, Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention, stages
from ..page import Paragraph
from ..people import Person
from ..turns import Turn
from .evidence import evidence, is_noun, may_be_one
from .uniting import unite

_WITHIN = 10
"""Paragraphs in which the noun's person was last about when the name comes up."""


def unite_unveiled(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons known by a noun, and the named person that each turns out to be.

    `“I was awake,” the old man said.` and below `“It stopped.” Senhor Baltazar smoothed the cloth.`
    A name under which nobody was brought in belongs to the one who is there and has none.
    """
    proofs = evidence(people, paragraphs, mentions, turns)
    stage = stages(pack, people, paragraphs, mentions)
    speaking = {tag.mention.person for turn in turns for tag in turn.tags if tag.mention}
    same: dict[int, int] = {}
    for name, nameless in _first_named(pack, people, paragraphs, mentions):
        fit = [
            noun
            for noun in nameless
            if noun in speaking
            and noun not in same
            and _are_alike(pack, people[noun], people[name])
            if stage.get(noun, stage.get(name)) == stage.get(name, stage.get(noun))
        ]
        if len(fit) == 1 and proofs[fit[0], name] >= 0:
            same[fit[0]] = name
            unite(people[name], people[fit[0]])
    return same


def _are_alike(pack: Pack, noun: Person, name: Person) -> bool:
    """Whether both are of one sex, and kin are not called `Mrs.` by the story."""
    heads = {pack.kin.plain.get(head, head) for head in noun.heads}
    styled = (noun.heads & pack.nouns.kin and name.titles) or heads & pack.kin.parents
    return may_be_one(pack, noun, name) and noun.sex == name.sex != "" and not styled


def _first_named(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> Iterator[tuple[int, list[int]]]:
    """Who acts beside something said when first named, and the nameless who are about then."""
    lately: dict[int, int] = {}
    known: set[int] = set()
    for number, (paragraph, row) in enumerate(zip(paragraphs, mentions, strict=True)):
        if paragraph.follows_break:
            lately.clear()
        for mention in row:
            person = mention.person
            if person == NOBODY or mention.spoken or mention.kind is Kind.PRONOUN:
                continue
            if is_noun(people, person):
                lately[person] = number
            elif person not in known:
                known.add(person)
                talking = paragraphs[max(0, number - 1) : number + 2]
                if _is_at_home(pack, mention, paragraph) and any(one.has_speech for one in talking):
                    near = (noun for noun, seen in lately.items() if number - seen <= _WITHIN)
                    yield person, sorted(near)


def _is_at_home(pack: Pack, mention: Mention, paragraph: Paragraph) -> bool:
    """Whether the name does something as if its bearer had been there all along."""
    after = {token.low for token in paragraph.tokens[mention.last : mention.last + 1]}
    strange = after & pack.grammar.entering or after & pack.grammar.being_or_having
    return mention.kind is Kind.NAME and mention.subject and not strange
