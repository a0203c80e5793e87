"""How a line is said, in the book's own word, where its tag tells more than `said`."""

from narrator.languages import Pack

from .tags import Tag


def delivery_of(pack: Pack, tag: Tag | None, quoted: str, behind: str) -> str:
    """`whispered`, `shouted`, `asked`; empty where the tag tells no manner.

    `quoted` is the quotation and `behind` what follows it: after a full stop the verb belongs to a
    sentence of its own (`“The noise.” Beth spat out a pip.`).
    """
    if tag is None or not tag.direct:
        return ""
    ends = quoted.rstrip("\"'”’»“›)_* ").endswith(".") and not behind.lstrip().startswith(",")
    verb = pack.tags.as_told.get(tag.verb, tag.verb)
    if (ends and tag.after) or verb in pack.tags.silent or verb not in pack.speech.naming:
        return ""
    return verb if verb not in pack.speech.plain or verb in pack.tags.asking else ""
