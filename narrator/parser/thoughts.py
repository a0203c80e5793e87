"""Who thinks a thought: its tag says so, or nobody does."""

from .mentions import NOBODY, Kind
from .reasons import quoted_tag
from .study import Study
from .tags import tag_of
from .verdicts import Verdict

_BY_NAME = 0.95
_BY_PRONOUN = 0.75


def thinker_of(study: Study, number: int, index: int) -> Verdict:
    """Who thinks the part at `index` of paragraph `number`; NOBODY leaves it to the narrator."""
    tag = tag_of(study.texts[number], index)
    if tag is None or tag.mention is None or not tag.direct:
        return Verdict(NOBODY, 1.0, "")
    confidence = _BY_PRONOUN if tag.mention.kind is Kind.PRONOUN else _BY_NAME
    words = quoted_tag(study.paragraphs[tag.paragraph], tag)
    return Verdict(tag.mention.person, confidence, f"tag: “{words}”")
