"""Where a reader takes breath in a sentence that is too long for one."""

from collections.abc import Sequence
from typing import NamedTuple

LONGEST = 130
"""Signs that are said in one go: some eight seconds. The model takes more, but needs memory."""
_GOOD = 60
"""Signs that a reader says at least in one breath, if there is a choice."""
_STOPS = {".": 0, "!": 0, "?": 0, "…": 0, ";": 1, ":": 1, "—": 1, ",": 3, ")": 3, "”": 3}
"""How little a reader minds a breath after each mark."""
_JOINING = frozenset(
    """
    and but or nor for so yet because although though while when where whereas which who whom
    whose that if unless until till since before after as than whether with without into from
    """.split()  # noqa: SIM905 - a list of thirty strings is harder to read
)
_BEFORE_JOINING, _ANYWHERE, _WITHIN_A_WORD = 6, 12, 60


class Word(NamedTuple):
    """A word, or a mark, as it is said."""

    text: str
    phonemes: str
    space: bool
    """Whether a space follows."""


def said(words: Sequence[Word]) -> str:
    """All signs of `words`, as the model takes them."""
    return "".join(word.phonemes + " " * word.space for word in words).strip()


def breaths(words: Sequence[Word], longest: int = LONGEST) -> list[str]:
    """`words` in parts of at most `longest` signs, cut where it is minded least.

    >>> breaths([Word("Hi", "hˈI", True), Word("there", "ðˈɛɹ", False), Word(".", ".", False)])
    ['hˈI ðˈɛɹ.']
    """
    if sum(len(word.phonemes) + word.space for word in words) <= longest:
        return [whole] if (whole := said(words)) else []
    words = [part for word in words for part in _short(word, longest)]
    ends = _ends(words, longest)
    starts = [0, *ends[:-1]]
    parts = [said(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part]


def _short(word: Word, longest: int) -> list[Word]:
    """`word`, or pieces of it if even it is too long."""
    pieces = [word.phonemes[at : at + longest] for at in range(0, len(word.phonemes), longest)]
    if len(pieces) < 2:
        return [word]
    last = Word(word.text, pieces.pop(), word.space)
    return [*(Word(word.text, piece, False) for piece in pieces), last]


def _ends(words: Sequence[Word], longest: int) -> list[int]:
    """After how many words each part ends, so that all cuts together are minded least."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        price = _price(words, end)
        length, found = -int(words[end - 1].space), (float("inf"), end - 1)
        for start in range(end - 1, -1, -1):
            length += len(words[start].phonemes) + words[start].space
            if length > longest:
                break
            uneven = max(_GOOD - length, 0) / 20
            found = min(found, (best[start][0] + price + uneven, start))
        best.append(found)
    ends, at = [], len(words)
    while at:
        ends.append(at)
        at = best[at][1]
    return ends[::-1]


def _price(words: Sequence[Word], end: int) -> float:
    """How much a breath after the first `end` of `words` is minded."""
    if end == len(words):
        return 0
    before, after = words[end - 1], words[end]
    mark = before.phonemes.rstrip("”\"')")[-1:] or before.phonemes[-1:]
    if mark in _STOPS and before.space:
        return 1 + _STOPS[mark]
    if not before.space:
        return _WITHIN_A_WORD
    return _BEFORE_JOINING if after.text.casefold() in _JOINING else _ANYWHERE
