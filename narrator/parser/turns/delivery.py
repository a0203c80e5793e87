"""How a line is said, in the book's own word, where its tag tells more than `said`."""

from ..people import lexicon
from .tags import Tag

_AS_TOLD = {
    "whisper": "whispered",
    "whispers": "whispered",
    "shout": "shouted",
    "cry": "cried",
    "call": "called",
    "murmur": "murmured",
    "scream": "screamed",
    "roar": "roared",
}
_SILENT = frozenset(["reply", "answer", "voice", "response", "question", "thinks"])


def delivery_of(tag: Tag | None, quoted: str, behind: str) -> str:
    """`whispered`, `shouted`, `asked`; empty where the tag tells no manner.

    `quoted` is the quotation and `behind` what follows it: after a full stop the verb belongs to a
    sentence of its own (`“The noise.” Beth spat out a pip.`).
    """
    if tag is None or not tag.direct:
        return ""
    ends = quoted.rstrip("\"'”’»“›)_* ").endswith(".") and not behind.lstrip().startswith(",")
    verb = _AS_TOLD.get(tag.verb, tag.verb)
    if (ends and tag.after) or verb in _SILENT or verb not in lexicon.SAYING:
        return ""
    return verb if verb not in lexicon.PLAIN_SAYING or verb == "asked" else ""
