"""Turns: what one person says without another breaking in, the unit that gets a speaker."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from narrator.languages import Pack

from ..mentions import Kind
from ..page import PieceKind
from .tags import Narration, Tag, tag_before, tag_of


@dataclass(slots=True)
class Turn:
    """Quotations of one speaker: of a paragraph, or of several that continue each other."""

    index: int
    parts: list[tuple[int, int]]
    """(paragraph, part) of each quotation, in order."""
    tags: list[Tag] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The paragraph it begins in."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """The paragraph it ends in."""
        return self.parts[-1][0]

    @property
    def tag(self) -> Tag | None:
        """The most telling of its tags."""
        return max(self.tags, key=lambda tag: tag.strength, default=None)


def find_turns(pack: Pack, texts: Sequence[Narration]) -> list[Turn]:
    """The turns of a book, in order. Thoughts are none."""
    turns: list[Turn] = []
    for text in texts:
        _add_turns(pack, turns, text, texts)
    return turns


def _add_turns(pack: Pack, turns: list[Turn], text: Narration, texts: Sequence[Narration]) -> None:
    current: Turn | None = None
    for index, part in enumerate(text.paragraph.parts):
        if part.kind is not PieceKind.SPEECH:
            continue
        tag = tag_of(pack, text, index) or _tag_from_above(pack, texts, text, index)
        if current is None and part.continues and turns and _is_above(turns[-1], text):
            current = turns[-1]
        elif current is None or (tag and _is_other(pack, current, tag, text)):
            current = Turn(len(turns), [])
            turns.append(current)
        current.parts.append((text.number, index))
        if tag:
            current.tags.append(tag)


def _is_above(turn: Turn, text: Narration) -> bool:
    return turn.last >= text.number - 2


def _tag_from_above(
    pack: Pack, texts: Sequence[Narration], text: Narration, index: int
) -> Tag | None:
    """The paragraph before may lead in: `Then Tom said:`."""
    if index or text.paragraph.follows_break or text.number == 0:
        return None
    above = texts[text.number - 1]
    if not above.paragraph.parts or above.paragraph.parts[-1].is_voiced:
        return None
    ending = above.paragraph.text.rstrip()[-1:]
    if ending not in (":", ","):
        return None
    return tag_before(pack, above, above.paragraph.parts[-1])


def _is_other(pack: Pack, turn: Turn, tag: Tag, text: Narration) -> bool:
    """Whether `tag` names somebody else than the turn's tags in the same paragraph."""
    if not tag.direct or tag.mention is None or _is_reported(pack, tag, text):
        return False
    for known in turn.tags:
        mention = known.mention
        if not known.direct or mention is None or known.paragraph != tag.paragraph:
            continue
        if known == tag or mention.first == tag.mention.first:
            continue
        kinds = {mention.kind, tag.mention.kind}
        if kinds == {Kind.NAME}:
            return mention.person != tag.mention.person
        sexes = {mention.sex, tag.mention.sex}
        if sexes == {"F", "M"} or (Kind.FIRST in kinds and len(kinds) > 1):
            return True
    return False


def _is_reported(pack: Pack, tag: Tag, text: Narration) -> bool:
    """`Anna told me` may well be part of what the first speaker says."""
    tokens = text.paragraph.tokens
    return tag.last < len(tokens) and tokens[tag.last].low in pack.tags.listeners
