"""The narrator as a person of the story: told by how often the narration says `I`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from narrator.languages import Pack
from narrator.model import NARRATOR

from ..mentions import NOBODY, Kind, Mention, is_first_person
from ..page import Paragraph
from ..people import Person
from ..turns import Turn
from .headings import headed
from .introductions import introduced, is_own_name

_SIGNATURE = 8
"""Words and marks that the end of a letter has at most."""
_MOST_UNHEADED = 0.3
"""Share of paragraphs that may stand under other headings in a book of several narrators."""
_SAYING = 4
"""How many mentions a tag with the name is worth: nobody says `said Tom` of himself."""
_ROLE = 0.5
"""How much a mention in the narration speaks against being the one who narrates."""


def find_narrators(
    pack: Pack,
    people: list[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> list[int]:
    """For each paragraph the person who tells it as `I`, or is told it as `you`; NOBODY without.

    One whom nobody calls by name is somebody new: `Narrator`, or `You`.
    Chapters headed with names of people who speak as `I` in them have a narrator each.
    """
    told = headed(pack, people, paragraphs)
    tellers = set(told) - {NOBODY}
    if len(tellers) > 1 and told.count(NOBODY) < _MOST_UNHEADED * len(told):
        for person in tellers:
            people[person].is_narrator = True
        return told
    second = any(m.key == "you" for row in mentions for m in row if m.kind is Kind.FIRST)
    if not second and not is_first_person(pack, paragraphs):
        return [NOBODY] * len(paragraphs)
    named = _names_themselves(pack, paragraphs, mentions, turns)
    if named == NOBODY:
        pairs = pairwise(paragraphs)
        others = _others_introduced(pack, paragraphs, mentions, turns)
        others |= {m.person for t in turns if _is_mine(mentions, t) for m in _calls(mentions, t)}
        signed = {_signer(pack, *two, row) for two, row in zip(pairs, mentions[1:], strict=True)}
        signed -= {NOBODY}
        named = find_narrator(pack, people, mentions, turns, others, signed, second=second)
    if named == NOBODY:
        named = len(people)
        name = pack.phrases.told_to.capitalize() if second else NARRATOR
        people.append(Person(pack, named, names=Counter([name])))
    people[named].is_narrator = True
    return [named] * len(paragraphs)


def _names_themselves(
    pack: Pack,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> int:
    """Who says their name as `I`: `I’m Zora Whitfield`, `“Halloran,” I said.`; or NOBODY."""
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        for mention in row:
            named = mention.kind is Kind.NAME and mention.person != NOBODY
            if named and not mention.spoken and is_own_name(pack, paragraph, mention):
                return mention.person
    return next(
        (
            who
            for turn in turns
            if _is_mine(mentions, turn)
            if (who := introduced(pack, paragraphs, mentions, turn)) != NOBODY
        ),
        NOBODY,
    )


def _signer(pack: Pack, above: Paragraph, paragraph: Paragraph, row: Sequence[Mention]) -> int:
    """Whose name stands below a letter, `Your loving Elspeth` in one row or two; or NOBODY."""
    names = [m for m in row if m.kind is Kind.NAME and not m.spoken]
    if len(paragraph.tokens) > _SIGNATURE or not names:
        return NOBODY
    rows = (above, paragraph) if len(above.tokens) <= _SIGNATURE else (paragraph,)
    text = " ".join(row.text.strip() for row in rows)
    ends = all(not token.is_word for token in paragraph.tokens[names[-1].last :])
    signs = re.match(pack.letters.signature.source, text, re.IGNORECASE | re.VERBOSE)
    return names[-1].person if ends and signs else NOBODY


def _others_introduced(
    pack: Pack,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> set[int]:
    """Those whose names somebody else says as their own: `“I’m Vivian King,” she said.`"""
    tagged = (turn for turn in turns if turn.tag and not _is_mine(mentions, turn))
    return {introduced(pack, paragraphs, mentions, turn) for turn in tagged} - {NOBODY}


def find_narrator(
    pack: Pack,
    people: list[Person],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
    others: AbstractSet[int],
    signed: AbstractSet[int],
    *,
    second: bool = False,
) -> int:
    """The person who narrates, by the name that others call them by; or NOBODY.

    It is none of those in `others`; failing all else it is who alone has `signed` a letter. To
    whom it is told as `you` (`second`) more must show.
    """
    called = _called_names(mentions, turns)
    for person in others:
        del called[person]
    told = Counter(
        m.person
        for row in mentions
        for m in row
        if not m.spoken and m.kind is Kind.NAME and m.subject
    )
    for turn in turns:
        tag = turn.tag
        if tag and tag.direct and tag.mention and tag.mention.kind is Kind.NAME:
            told[tag.mention.person] += _SAYING
    worth = {person: n / (1 + _ROLE * told[person]) for person, n in called.items()}
    best = max(worth, key=lambda person: (worth[person], -person), default=NOBODY)
    if best == NOBODY or worth[best] < 1:
        best = NOBODY if second else _only_called(mentions, turns, others)
    fit = signed - others - set(told)
    if best == NOBODY and len(fit) == 1:
        best = min(fit)
    return best


def _calls(mentions: Sequence[Sequence[Mention]], turn: Turn) -> Iterator[Mention]:
    """Those by name upon whom the turn calls."""
    for number in _paragraphs(turn):
        yield from (m for m in mentions[number] if m.vocative and m.kind is Kind.NAME)


def _called_names(mentions: Sequence[Sequence[Mention]], turns: Sequence[Turn]) -> Counter[int]:
    """Names by which the neighbours of `I said` call somebody."""
    mine = {turn.index for turn in turns if _is_mine(mentions, turn)}
    called: Counter[int] = Counter()
    for turn in turns:
        if turn.index in mine or not {turn.index - 1, turn.index + 1} & mine:
            continue
        called.update(mention.person for mention in _calls(mentions, turn))
    return called


def _only_called(
    mentions: Sequence[Sequence[Mention]], turns: Sequence[Turn], never: AbstractSet[int]
) -> int:
    """The one whom people call by name and the narration never names: it calls them `I`.

    Where a tag beside the call has somebody else speak, that may be who is called.
    """
    called: Counter[int] = Counter()
    others = set(never)
    for at, turn in enumerate(turns):
        names = {m.person for number in _paragraphs(turn) for m in mentions[number] if m.vocative}
        beside = [one.tag for one in turns[max(0, at - 1) : at + 2] if one is not turn]
        if any(tag and tag.mention and tag.mention.kind is not Kind.FIRST for tag in beside):
            others |= names
        called.update(names)
    told = {m.person for row in mentions for m in row if not m.spoken}
    fit = {person: n for person, n in called.items() if person not in told | others | {NOBODY}}
    ranked = sorted(fit, key=lambda person: (-fit[person], person))
    if not ranked or (len(ranked) > 1 and fit[ranked[0]] == fit[ranked[1]]):
        return NOBODY
    return ranked[0]


def _paragraphs(turn: Turn) -> set[int]:
    return {number for number, _ in turn.parts}


def _is_mine(mentions: Sequence[Sequence[Mention]], turn: Turn) -> bool:
    """Whether the tag says `I said`, or what is done beside the turn is done by `I`."""
    tag = turn.tag
    if tag:
        return bool(tag.mention and tag.mention.kind is Kind.FIRST)
    subjects = [m for m in mentions[turn.first] if m.subject and not m.spoken]
    return bool(subjects) and all(m.kind is Kind.FIRST for m in subjects)
