"""The sentences that are heard, found again in the text of the pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .alignment import NOWHERE, align
from .places import EDGE, Word, words

_SPREAD = 12
"""Words of others, such as marks of notes, that may stand within a sentence."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a sentence stands."""

    page: int
    start: int
    """In the text of the page, first letter or mark."""
    end: int


def locate(pages: Sequence[str], sentences: Sequence[str]) -> list[Stretch | None]:
    """For each sentence its place in the texts of the pages; rising, and none overlaps another."""
    keys: list[str] = []
    places: list[tuple[int, int, int]] = []
    for number, text in enumerate(pages):
        for word in words(text):
            keys.append(word.key)
            places.append((number, word.start, word.end))
    spoken: list[str] = []
    edges: list[tuple[int, int]] = []
    own: list[list[Word]] = []
    for text in sentences:
        found = list(words(text))
        edges.append((len(spoken), len(spoken) + len(found)))
        spoken += (word.key for word in found)
        own.append(found)
    matched = align(keys, spoken)
    taken = frozenset(matched)
    stretches: list[Stretch | None] = []
    behind = (0, 0)
    for text, found, (first, last) in zip(sentences, own, edges, strict=True):
        core = _core(matched[first:last])
        stretch = None
        if core is not None and 2 * core.matched >= last - first:
            at = _over(core.first, -core.before, taken, places, pages)
            to = _over(core.last, core.after, taken, places, pages)
            page, start, _ = places[at]
            last_page, _, end = places[to]
            if page == last_page:
                start = _before(pages[page], start, text[: found[0].start])
                end = _behind(pages[page], end, text[found[-1].end :])
                start = max(start, behind[1]) if behind[0] == page else start
                stretch = Stretch(page, start, end)
                behind = (page, end)
        stretches.append(stretch)
    return stretches


def _over(
    at: int,
    steps: int,
    taken: frozenset[int],
    places: Sequence[tuple[int, int, int]],
    pages: Sequence[str],
) -> int:
    """`at`, moved over words of its block that no sentence has: those that read otherwise.

    So does the first word behind a large letter that is a picture, or one that a person changed.
    """
    step = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        to = at + step
        if not 0 <= to < len(places) or to in taken or places[to][0] != places[at][0]:
            break
        left, right = sorted((places[at], places[to]))
        if EDGE in pages[left[0]][left[2] : right[1]]:
            break
        at = to
    return at


@dataclass(frozen=True, slots=True)
class _Core:
    """The words of a sentence that stand together."""

    first: int
    """Index of a word in the book."""
    last: int
    matched: int
    before: int
    """How many words of the sentence come before the first."""
    after: int


def _core(matched: Sequence[int]) -> _Core | None:
    """The longest run of words that stand near each other: one of them may have strayed."""
    best: list[int] = []
    run: list[int] = []
    for at in matched:
        if at == NOWHERE:
            continue
        if run and at - run[-1] > _SPREAD:
            best = max(best, run, key=len)
            run = []
        run.append(at)
    best = max(best, run, key=len)
    if not best:
        return None
    before = matched.index(best[0])
    after = len(matched) - 1 - matched.index(best[-1])
    return _Core(best[0], best[-1], len(best), before, after)


def _before(text: str, start: int, marks: str) -> int:
    """`start`, moved over the marks that stand before the sentence's first word."""
    for char in reversed(marks):
        if char.isspace():
            continue
        at = start - 1
        while at >= 0 and text[at].isspace() and text[at] != EDGE:
            at -= 1
        if at < 0 or text[at] != char:
            if char in "*_":  # put there for emphasis by the reader
                continue
            break
        start = at
    return start


def _behind(text: str, end: int, marks: str) -> int:
    """`end`, moved over the marks that stand behind the sentence's last word."""
    for char in marks:
        if char.isspace():
            continue
        at = end
        while at < len(text) and text[at].isspace() and text[at] != EDGE:
            at += 1
        if at >= len(text) or text[at] != char:
            if char in "*_":
                continue
            break
        end = at + 1
    return end


def placed(stretches: Iterable[Stretch | None]) -> dict[int, Stretch]:
    """Those that were found, by the number of their sentence."""
    return {number: each for number, each in enumerate(stretches) if each is not None}
