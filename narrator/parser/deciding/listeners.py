"""To whom a turn is spoken, as the narration beside it tells."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import Mention
from ..page import Paragraph
from ..people import gender
from ..turns import Tag


def told_to(listening: Sequence[Mention], tag: Tag | None) -> frozenset[int]:
    """Those who listen, but for whoever speaks by the tag."""
    speaker = tag.mention if tag else None
    return frozenset(mention.person for mention in listening if mention != speaker)


def told_sex(pack: Pack, paragraph: Paragraph, tag: Tag) -> str:
    """The sex of the pronoun that says to whom: `she told him`."""
    if not tag.direct:
        return ""
    after = [token.low for token in paragraph.tokens[tag.last : tag.last + 2]]
    if tag.verb not in pack.tags.to_somebody:
        after = after[1:] if not pack.tags.addressing.isdisjoint(after[:1]) else []
    if after and after[0] in pack.pronouns.him:
        return gender.MALE
    return gender.FEMALE if after and after[0] in pack.pronouns.her else ""
