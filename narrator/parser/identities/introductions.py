"""People who say who they are: `“Penhallow,” he said. “Aldous Penhallow.”`"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention, within
from ..page import Paragraph, Part
from ..people import Person
from ..turns import Turn
from .uniting import unite

_IN_VIEW = 8
"""Paragraphs back within which a stranger who tells their name has come into view."""
_BEHIND = frozenset([",", ".", "!", ";", "-", "—", "–", "--"])


def introduced(
    pack: Pack, paragraphs: Sequence[Paragraph], mentions: Sequence[Sequence[Mention]], turn: Turn
) -> int:
    """The person whose own name the speaker of `turn` tells, or NOBODY."""
    parts = [(number, paragraphs[number].parts[index]) for number, index in turn.parts]
    asked = _is_asked(pack, paragraphs, turn)
    hailed = _is_asked(pack, paragraphs, turn, by_name=False)
    alone = []
    for number, part in parts:
        tokens = paragraphs[number].tokens
        for mention in _names(mentions[number], part):
            before = [token.low for token in tokens[part.first : mention.first] if token.is_word]
            ends = mention.last >= len(tokens) or not tokens[mention.last].is_word
            if is_own_name(pack, paragraphs[number], mention):
                return mention.person
            if ends and hailed and tuple(before) in pack.phrases.it_is_me:
                return mention.person
            if _is_alone(paragraphs[number], part, mention):
                if asked:
                    return mention.person
                alone.append(mention)
    twice = len(alone) > 1 and alone[0].person == alone[1].person
    return alone[0].person if twice and alone[0].key != alone[1].key else NOBODY


def is_own_name(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    """Whether whoever says it says their own name: `I am Tom.`, `My name is Tom.`"""
    tokens = paragraph.tokens
    if mention.last < len(tokens) and tokens[mention.last].is_word:
        return False
    before = tuple(t.low for t in tokens[max(0, mention.first - 3) : mention.first] if t.is_word)
    return any(before[-len(words) :] == words for words in pack.phrases.i_am)


def _names(row: Sequence[Mention], part: Part) -> Iterator[Mention]:
    for mention in within(row, part.first, part.last):
        if mention.kind is Kind.NAME and mention.person != NOBODY:
            yield mention


def _is_alone(paragraph: Paragraph, part: Part, mention: Mention) -> bool:
    """Whether the name is a sentence of its own, the first of the quotation."""
    before = [token for token in paragraph.tokens[part.first : mention.first] if token.is_word]
    last = mention.last
    ends = last >= len(paragraph.tokens) or paragraph.tokens[last].text in _BEHIND
    return not before and (ends or last >= part.last)


def _is_asked(
    pack: Pack, paragraphs: Sequence[Paragraph], turn: Turn, *, by_name: bool = True
) -> bool:
    """Whether the paragraph above asks for a name, or else who is there."""
    if turn.first == 0 or paragraphs[turn.first].follows_break:
        return False
    above = paragraphs[turn.first - 1]
    spoken = [t.low for t, said in zip(above.tokens, above.spoken, strict=True) if said]
    if not by_name:
        return "?" in spoken[-3:] and not pack.phrases.asking_who.isdisjoint(spoken[-8:])
    asks = "?" in spoken[-3:] and not pack.phrases.you.isdisjoint(spoken)
    return asks and bool(pack.phrases.asking_names & set(spoken[-8:]))


def _first_named(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    seen: AbstractSet[int],
    turn: Turn,
) -> int:
    """Somebody whose full name is said here for the first time, as a sentence begins."""
    for number, index in turn.parts:
        tokens = paragraphs[number].tokens
        for mention in _names(mentions[number], paragraphs[number].parts[index]):
            opens = mention.first == 0 or not tokens[mention.first - 1].is_word
            ends = mention.last >= len(tokens) or tokens[mention.last].text in (",", ".")
            full = mention.last - mention.first > 1
            if opens and ends and full and mention.person not in seen:
                return mention.person
    return NOBODY


def unite_introduced(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons known by a noun who then tell their name, and whose name it is."""
    same: dict[int, int] = {}
    seen: set[int] = set()
    at = 0
    for turn in turns:
        while at < turn.first:
            seen.update(mention.person for mention in mentions[at])
            at += 1
        person = introduced(pack, paragraphs, mentions, turn)
        is_told = person != NOBODY
        if person == NOBODY:
            person = _first_named(paragraphs, mentions, seen, turn)
        if person == NOBODY or people[person].is_narrator:
            continue
        teller = _teller(mentions, turn)
        if teller == NOBODY and not turn.tags and is_told:
            teller = _only_stranger(people, mentions, turn, person)
        if teller in (NOBODY, person) or not people[teller].is_nominal or teller in same:
            continue
        sexes = {people[teller].sex, people[person].sex} - {""}
        if len(sexes) < 2 and not people[teller].known:
            same[teller] = person
            unite(people[person], people[teller])
    return same


def _teller(mentions: Sequence[Sequence[Mention]], turn: Turn) -> int:
    if turn.tag:
        return turn.tag.mention.person if turn.tag.mention and turn.tag.direct else NOBODY
    return next((m.person for m in mentions[turn.first] if m.subject and not m.spoken), NOBODY)


def _only_stranger(
    people: Sequence[Person], mentions: Sequence[Sequence[Mention]], turn: Turn, named: int
) -> int:
    """The only one in view whom the story does not name, who may have the name; or NOBODY."""
    rows = mentions[max(0, turn.first - _IN_VIEW) : turn.last + 1]
    told = {m.person for row in rows for m in row if not m.spoken and m.kind is Kind.NOMINAL}
    fit = [
        one
        for one in sorted(told - {NOBODY})
        if people[one].is_nominal
        and not people[one].is_group
        and {people[one].sex, people[named].sex} != {"F", "M"}
    ]
    return fit[0] if len(fit) == 1 else NOBODY
