"""What the annotators say, in the terms of the parser: who of its people speaks each turn."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from benchmarks.attribution.corpus import Novel
from benchmarks.attribution.names import Resolver
from narrator.model import Book
from narrator.parser.mentions import NOBODY, Kind
from narrator.parser.mentions.newcomers import is_plain_noun
from narrator.parser.study import Study
from narrator.parser.turns import Turn

_MOST = 0.6
"""Share of the tags with a noun that must mean one person for the noun to be theirs."""
_LONGEST_NEST = 3
"""How many spans may begin between the start of a span and its end."""


def speakers_of(study: Study, book: Book, novel: Novel) -> list[str | None]:
    """The gold speaker of each turn: of most of its text; None where nobody is."""
    spans = [(s.start, s.end, s.speaker) for s in novel.segments]
    starts = [start for start, *_ in spans]
    found = []
    for turn in study.turns:
        shares: Counter[str] = Counter()
        for start, end in _places(study, book, turn):
            first = max(0, bisect_left(starts, start) - _LONGEST_NEST)
            for a, b, speaker in spans[first : bisect_left(starts, end)]:
                shares[speaker] += max(0, min(b, end) - max(a, start))
        top = shares.most_common(1)
        found.append(top[0][0] if top and top[0][1] else None)
    return found


def _places(study: Study, book: Book, turn: Turn) -> list[tuple[int, int]]:
    places = []
    for number, index in turn.parts:
        paragraph = study.paragraphs[number]
        offset = book.chapters[paragraph.chapter].blocks[paragraph.block].start or 0
        part = paragraph.parts[index]
        places.append((offset + part.start, offset + part.end))
    return places


def people_of(study: Study, novel: Novel, speakers: Sequence[str | None]) -> dict[int, str]:
    """The gold name of each of the parser's people who has one."""
    named = people_named(study, novel)
    _add_nouns(study, speakers, named)
    _add_narrator(study, speakers, named)
    return named


def people_named(study: Study, novel: Novel) -> dict[int, str]:
    """The gold name of each of the parser's people whose own names tell it."""
    resolver = Resolver(novel.people)
    named: dict[int, str] = {}
    for person in study.people:
        gold = resolver.person(person.display, person.names) if person.names else None
        if gold:
            named[person.index] = gold
    return named


def _add_nouns(study: Study, speakers: Sequence[str | None], named: dict[int, str]) -> None:
    """Somebody known only by a noun is whoever the tags with it mostly mean.

    `The old man` may stand for somebody who has a name too; `his father` and `a voice` may not, for
    they mean many.
    """
    listed, nouns = set(named.values()), study.pack.nouns
    for person, golds in _tagged(study, speakers).items():
        if person in named or not study.people[person].is_nominal:
            continue
        gold, count = golds.most_common(1)[0]
        head = next(iter(sorted(study.people[person].heads)), "x").split()[-1]
        telling = is_plain_noun(study.pack, head) or head not in nouns.generic | nouns.kin
        if count >= _MOST * sum(golds.values()) and (gold not in listed or telling):
            named[person] = gold


def _tagged(study: Study, speakers: Sequence[str | None]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for turn, gold in zip(study.turns, speakers, strict=True):
        tag = turn.tag
        if gold and tag and tag.direct and tag.mention and tag.mention.person != NOBODY:
            found.setdefault(tag.mention.person, Counter())[gold] += 1
    return found


def _add_narrator(study: Study, speakers: Sequence[str | None], named: dict[int, str]) -> None:
    """Whoever says `I said` is who mostly speaks there, if the story never names them."""
    golds: dict[int, Counter[str]] = {}
    for turn, gold in zip(study.turns, speakers, strict=True):
        mention = turn.tag.mention if turn.tag else None
        if gold and mention and mention.kind is Kind.FIRST and mention.person != NOBODY:
            golds.setdefault(mention.person, Counter())[gold] += 1
    for person, counts in golds.items():
        named.setdefault(person, counts.most_common(1)[0][0])
