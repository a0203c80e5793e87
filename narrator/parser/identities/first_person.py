"""The narrator as a person of the story: told by how often the narration says `I`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from operator import itemgetter

from narrator.languages import Pack
from narrator.model import NARRATOR

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph, PieceKind, tokenise
from ..people import Person
from ..turns import Turn
from .introductions import introduced, is_own_name

_PIECES = re.compile(r"[^\w\s'’‐-]|\d+|['’]s\b")
"""What stands in a heading between a name and the rest of it."""
_RATE = 0.008
"""Share of `I` among the narration's words that only first-person stories reach."""
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
    """For each paragraph the person who tells it as `I`; NOBODY where nobody does.

    Chapters headed with names of people who speak as `I` in them have a narrator each.
    """
    told = _headed(pack, people, paragraphs)
    tellers = set(told) - {NOBODY}
    if len(tellers) > 1 and told.count(NOBODY) < _MOST_UNHEADED * len(told):
        for person in tellers:
            people[person].is_narrator = True
        return told
    if not is_first_person(pack, paragraphs):
        return [NOBODY] * len(paragraphs)
    named = _names_themselves(pack, paragraphs, mentions, turns)
    if named == NOBODY:
        others = _others_introduced(pack, paragraphs, mentions, turns)
        others |= {m.person for t in turns if _is_mine(mentions, t) for m in _calls(mentions, t)}
        named = find_narrator(pack, people, mentions, turns, others)
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


def _others_introduced(
    pack: Pack,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> set[int]:
    """Those whose names somebody else says as their own: `“I’m Vivian King,” she said.`"""
    tagged = (turn for turn in turns if turn.tag and not _is_mine(mentions, turn))
    return {introduced(pack, paragraphs, mentions, turn) for turn in tagged} - {NOBODY}


def _headed(pack: Pack, people: Sequence[Person], paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each paragraph the person in whose name and as whose `I` it is told, or NOBODY.

    A heading that names nobody (`Tuesday`) ends no such part, unless it begins a chapter.
    """
    told: list[int] = []
    for name, part in groupby(_names_above(pack, people, paragraphs), key=itemgetter(0)):
        rows = [paragraph for _, paragraph in part]
        told += [name if is_first_person(pack, rows) else NOBODY] * len(rows)
    return told


def _names_above(
    pack: Pack, people: Sequence[Person], paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[int, Paragraph]]:
    """Each paragraph behind the person whom the nearest heading names."""
    chapter, heading, name = -1, "", NOBODY
    for paragraph in paragraphs:
        if (paragraph.chapter, paragraph.heading) != (chapter, heading):
            named = _named_in(pack, people, paragraph.heading)
            name = name if named == NOBODY and paragraph.chapter == chapter else named
            chapter, heading = paragraph.chapter, paragraph.heading
        yield name, paragraph


def _named_in(pack: Pack, people: Sequence[Person], heading: str) -> int:
    """Who alone is named in `Ana`, `Chapter One: Ana`, `Ana’s POV`, `ANA-LIN (Tuesday)`."""
    named = set()
    for piece in _PIECES.split(heading):
        words = [token.low for token in tokenise(pack, piece) if token.is_word]
        for low in (set(words), {word.split("-")[0] for word in words}):
            fit = [one.index for one in people if low & one.given and low <= one.words]
            if fit:
                named.update(fit)
                break
    return named.pop() if len(named) == 1 else NOBODY


def is_first_person(pack: Pack, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether somebody of the story tells it; the `I` of letters is their writers'."""
    told = first = 0
    for paragraph in paragraphs:
        for part in paragraph.parts:
            if part.is_voiced or part.kind is PieceKind.LETTER:
                continue
            for token in paragraph.tokens[part.first : part.last]:
                told += token.is_word
                first += token.low in pack.pronouns.first and token.text[0].isupper()
    return first > _RATE * told


def find_narrator(
    pack: Pack,
    people: list[Person],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
    others: AbstractSet[int],
) -> int:
    """The person who narrates; somebody new called `Narrator` where nobody calls them by name.

    It is none of those in `others`.
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
        best = _only_called(mentions, turns, others)
    if best == NOBODY:
        best = len(people)
        people.append(Person(pack, best, names=Counter([NARRATOR])))
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
