"""Who says a turn or acts beside it, who is called in it, and which turn is next."""

from collections.abc import Sequence

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..turns import Turn


def doing(mentions: Sequence[Sequence[Mention]], turn: Turn) -> int:
    """Who says the turn by its tag or, without one, acts beside it; NOBODY where neither tells."""
    return tagged(turn) if turn.tags else _acting(mentions[turn.first])


def tagged(turn: Turn) -> int:
    """Who says the turn by a name or noun in its tag."""
    tag = turn.tag
    if tag is None or not tag.direct or tag.mention is None:
        return NOBODY
    return tag.mention.person if tag.mention.kind in (Kind.NAME, Kind.NOMINAL) else NOBODY


def _acting(row: Sequence[Mention]) -> int:
    """Who does something beside an untagged turn, by name or noun."""
    subject = next((m for m in row if m.subject and not m.spoken), None)
    telling = subject and subject.kind in (Kind.NAME, Kind.NOMINAL)
    return subject.person if subject and telling else NOBODY


def calls_in(mentions: Sequence[Sequence[Mention]]) -> list[frozenset[int]]:
    """For each paragraph the people called upon in it."""
    return [frozenset(m.person for m in row if m.vocative) - {NOBODY} for row in mentions]


def called_in(calls: Sequence[frozenset[int]], turn: Turn) -> list[int]:
    """The people called upon in the paragraphs of the turn."""
    return sorted(frozenset().union(*(calls[number] for number in {n for n, _ in turn.parts})))


def is_next(paragraphs: Sequence[Paragraph], one: Turn, two: Turn) -> bool:
    """Whether one turn stands right behind the other."""
    return two.first - one.last <= 1 and not paragraphs[two.first].follows_break
