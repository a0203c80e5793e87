"""Beats: what is done beside a quotation, by whom, and who then keeps silent."""

from collections.abc import Iterator

from ..mentions import NOBODY, Kind, beginning, within
from ..page import SENTENCE_ENDS, Paragraph, Part
from ..study import Study
from ..turns import Turn
from .narrated import behind
from .surroundings import Beat

_SILENCE = 4
"""Words after a subject that say it is silent."""


def silent_after(study: Study, turn: Turn) -> int:
    """`Anna did not answer`, right behind the turn or at the beginning of the next paragraph."""
    number, after = behind(study, turn)
    places = [(number, after)] + [(number + 1, 0)] * (number + 1 < len(study.paragraphs))
    for row, first in places:
        tokens = study.paragraphs[row].tokens
        for mention in beginning(study.mentions[row], first):
            if mention.spoken or not mention.subject:
                continue
            words = {token.low for token in tokens[mention.last : mention.last + _SILENCE]}
            if words & study.pack.grammar.negations and words & study.pack.tags.answering:
                return mention.person
            break
    return NOBODY


def beats_of(study: Study, turn: Turn) -> Iterator[Beat]:
    """The beats around the turn: the sentence on each side that touches the quotation."""
    quoted = set(turn.parts)
    for number in sorted({turn.first, turn.last}):
        paragraph = study.paragraphs[number]
        for index in _beside(turn, number, len(paragraph.parts)):
            part = paragraph.parts[index]
            if part.is_voiced:
                continue
            follows, leads = (number, index - 1) in quoted, (number, index + 1) in quoted
            side = "between" if follows and leads else "after" if follows else "before"
            first, last = _touching(paragraph, part, at_end=not follows)
            touching = within(study.mentions[number], first, last)
            doing = [m for m in touching if m.subject and not m.spoken]
            if doing and doing[0].person != NOBODY:
                kinds = {Kind.PRONOUN: "he", Kind.FIRST: "I"}
                kind = kinds.get(doing[0].kind, "named")
                yield Beat(side, doing[0].person, kind, _size(part.last - part.first))


def _beside(turn: Turn, number: int, parts: int) -> list[int]:
    """The parts of a paragraph right before and behind those of the turn."""
    beside = {index + side for row, index in turn.parts if row == number for side in (-1, 1)}
    return sorted(index for index in beside if 0 <= index < parts)


def _touching(paragraph: Paragraph, part: Part, *, at_end: bool) -> tuple[int, int]:
    """The first sentence of a part, or its last."""
    tokens = paragraph.tokens
    stops = [k for k in range(part.first, part.last - 1) if tokens[k].text in SENTENCE_ENDS]
    stops = [k for k in stops if k > part.first]
    if not stops:
        return part.first, part.last
    return (stops[-1] + 1, part.last) if at_end else (part.first, stops[0])


def _size(tokens: int) -> str:
    return next((f"<={most}" for most in (6, 12, 25, 50) if tokens <= most), "long")
