"""Who thinks a thought: its tag says so, or nobody does."""

from .mentions import NOBODY
from .study import Study
from .tags import Tag, tag_of


def thinker_of(study: Study, number: int, index: int) -> tuple[int, Tag | None]:
    """The person who thinks the part at `index` of paragraph `number`, and the tag that tells."""
    tag = tag_of(study.texts[number], index)
    if tag is None or tag.mention is None or not tag.direct:
        return NOBODY, None
    return tag.mention.person, tag
