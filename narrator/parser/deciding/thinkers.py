"""Who thinks a thought: its tag says so, or that of the thought beside it, or nobody does."""

from ..mentions import NOBODY, Kind
from ..page import PieceKind
from ..study import Study
from ..turns import Tag, tag_of
from .reasons import quoted_tag
from .verdicts import Verdict

_BY_NAME = 0.95
_BY_PRONOUN = 0.75


def thinker_of(study: Study, number: int, index: int) -> Verdict:
    """Who thinks the part at `index` of paragraph `number`; NOBODY leaves it to the narrator."""
    tag = _tag_near(study, number, index)
    if tag is None or tag.mention is None:
        return Verdict(NOBODY, 1.0, "")
    confidence = _BY_PRONOUN if tag.mention.kind is Kind.PRONOUN else _BY_NAME
    words = quoted_tag(study.paragraphs[tag.paragraph], tag)
    return Verdict(tag.mention.person, confidence, f"tag: “{words}”")


def _tag_near(study: Study, number: int, index: int) -> Tag | None:
    """The tag of a thought, else that of the nearest one in its paragraph that has one."""
    parts = study.paragraphs[number].parts
    thoughts = [at for at, part in enumerate(parts) if part.kind is PieceKind.THOUGHT]
    for at in sorted(thoughts, key=lambda at: (abs(at - index), at)):
        tag = tag_of(study.pack, study.texts[number], at)
        if tag and tag.mention and tag.direct:
            return tag
    return None
