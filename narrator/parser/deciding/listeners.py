"""To whom a turn is spoken, as the narration beside it tells."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..people import gender
from ..turns import Tag


def told_to(pack: Pack, paragraph: Paragraph, own: Sequence[Mention], tag: Tag | None) -> list[int]:
    """`said Tom to Mary`, `he asked Mary`, `turning his gaze on Nathan`."""
    speaker = tag.mention if tag else None
    found = []
    for mention in own:
        pointless = mention.person == NOBODY or mention == speaker or mention.subject
        if (
            pointless
            or mention.kind is Kind.PRONOUN
            or not 0 < mention.first < len(paragraph.tokens)
        ):
            continue
        before = paragraph.tokens[mention.first - 1].low
        after = paragraph.tokens[mention.last].low if mention.last < len(paragraph.tokens) else ""
        if before in pack.tags.towards and after not in pack.grammar.genitive:
            found.append(mention.person)
    return found


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
