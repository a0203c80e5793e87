"""What is set in brackets within a text and is not for the ear: page marks, sidenotes, pictures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Matter
from narrator.model import Block, BlockKind, Chapter

from .asides import Aside, set_apart
from .page_edges import PAGE_NUMBER, rising

_BARE = re.compile(r"\{\s*(\d{1,4})\s*\}|\[(\d{1,4})\]")
_FEWEST_BARE = 3
_SILENT = (BlockKind.SKIPPED, BlockKind.SCENE_BREAK)


def set_page_marks_apart(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """`chapters` with page marks and the like as skipped blocks behind the paragraphs they are in.

    A mark that says it is one, `[Pg 18]`, always is; of bare numbers, `{19}`, those that go up.
    """
    blocks = [b for chapter in chapters for b in chapter.blocks if _may_hold(b)]
    numbers = [match for block in blocks for match in _BARE.finditer(block.text)]
    places = rising([(at, int(match[1] or match[2])) for at, match in enumerate(numbers)])
    bare = len(places) >= _FEWEST_BARE and len(places) >= 0.8 * len(numbers)
    return tuple(_without_marks(chapter, bare=bare) for chapter in chapters)


def is_page_mark(text: str) -> bool:
    """Whether `text` is a page mark and nothing else, for something that is marked as one.

    >>> is_page_mark("Page 20"), is_page_mark("{19}"), is_page_mark("[Pg 3]"), is_page_mark("Page")
    (True, True, True, False)
    """
    return len(text) <= _LONGEST and bool(_alone(every_pack().matter).fullmatch(text))


_LONGEST = 20


@cache
def _alone(matter: Matter) -> re.Pattern[str]:
    words = rf"(?:{matter.pages.words.source}|{matter.pages.letters.source}\.?)"
    return re.compile(
        rf"[\[({{]?\s*(?:{words}\s*)?(?:\d{{1,4}}|[ivxlc]{{1,7}})\s*[\])}}]?", re.IGNORECASE
    )


@cache
def _worded(matter: Matter) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The reasons for which something in brackets is left out, and what it looks like."""
    pages = matter.pages
    words = rf"(?:{pages.words.source}|{pages.letters.source}\.)"
    number = rf"[\[{{]\s*{words}\s*(?:\d{{1,4}}|[ivxlc]{{1,7}})\s*[\]}}]"
    named = {
        reason: rf"\[\s*{opens.source}[^\[\]]*\]"
        for reason, opens in matter.gutenberg.bracketed.items()
    }
    return tuple(
        (reason, re.compile(pattern, re.IGNORECASE))
        for reason, pattern in {PAGE_NUMBER: number, **named}.items()
    )


def _may_hold(block: Block) -> bool:
    return block.kind not in _SILENT and ("[" in block.text or "{" in block.text)


def _without_marks(chapter: Chapter, *, bare: bool) -> Chapter:
    if not any(map(_may_hold, chapter.blocks)):
        return chapter
    found = (
        each
        for block in chapter.blocks
        for each in set_apart(
            block, list(_asides(block.text, bare=bare)) if _may_hold(block) else []
        )
    )
    return replace(chapter, blocks=tuple(found))


def _asides(text: str, *, bare: bool) -> Iterator[Aside]:
    behind = 0
    kinds = [*_worded(every_pack().matter), *([(PAGE_NUMBER, _BARE)] if bare else [])]
    found = sorted(
        (match.span(), reason) for reason, pattern in kinds for match in pattern.finditer(text)
    )
    for span, reason in found:
        if span[0] >= behind:
            yield Aside(span, reason)
            behind = span[1]
