"""How a line is said, in the book's own word, where its tag tells more than `said`."""

from collections.abc import Sequence

from . import lexicon
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


def delivery_of(tags: Sequence[Tag]) -> str:
    """`whispered`, `shouted`, `asked`; empty where the tags tell no manner."""
    for tag in tags:
        verb = _AS_TOLD.get(tag.verb, tag.verb)
        if not tag.direct or verb in _SILENT or verb not in lexicon.SAYING:
            continue
        if verb not in lexicon.PLAIN_SAYING or verb == "asked":
            return verb
    return ""
