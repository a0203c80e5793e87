"""Words that are written as one: `l'homme`, `dit-elle`, `disse-lhe`."""

import re
from collections.abc import Sequence
from functools import cache

from narrator.languages import Pack

_JOINT = re.compile("['’‐-]")


def split_word(pack: Pack, word: str) -> Sequence[tuple[int, int]]:
    """Where the words begin and end that `word` is made of; what only joins them is left out.

    >>> from narrator.languages import pack_for
    >>> [*split_word(pack_for("fr"), "s'écria-t-elle")], [*split_word(pack_for("en"), "it's")]
    ([(0, 2), (2, 7), (10, 14)], [(0, 4)])
    """
    pattern = _joined(pack)
    match = pattern.fullmatch(word) if pattern and _JOINT.search(word) else None
    return [part for part in match.regs[1:] if part[1] > 0] if match else [(0, len(word))]


def joins_words(pack: Pack) -> bool:
    """Whether the language writes words as one at all."""
    return _joined(pack) is not None


@cache
def _joined(pack: Pack) -> re.Pattern[str] | None:
    before, behind = pack.grammar.proclitics, pack.grammar.enclitics
    if not before and not behind:
        return None
    return re.compile(
        rf"({before.source}['’])?(.+?)(?:(?:[-‐]t)?[-‐]({behind.source}))?", re.IGNORECASE
    )
