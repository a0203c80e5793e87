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
