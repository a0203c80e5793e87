"""Chapters being collected, and which of them are too short to stand alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from narrator.model import Block, BlockKind, Chapter

from .marks import Level

_SHORT_OPENING = 200
"""Words; as many before the first heading belong to the first chapter."""
_SHORT_PART = 80
"""Words; with as many under its heading, a part is no chapter of its own."""


@dataclass(slots=True)
class Draft:
    """A chapter being collected."""

    headings: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    words: int = 0
    level: Level | None = None
    """What its heading is for; None for what stands before the first heading."""

    def add(self, block: Block) -> None:
        """Put `block` at its end."""
        self.blocks.append(block)
        if block.kind not in (BlockKind.HEADING, BlockKind.SKIPPED):
            self.words += len(block.text.split())

    @property
    def is_silent(self) -> bool:
        """Whether nothing in it is heard."""
        silent = (BlockKind.SKIPPED, BlockKind.SCENE_BREAK)
        return bool(self.blocks) and all(block.kind in silent for block in self.blocks)


def chapters_of(drafts: Iterable[Draft], title: str) -> tuple[Chapter, ...]:
    """The drafts as chapters; one without a heading is named after the book."""
    return tuple(
        Chapter(_title(draft, title), tuple(draft.blocks)) for draft in _merged(list(drafts))
    )


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Short text before the first heading, and a part's own heading, go with the chapter after."""
    merged: list[Draft] = []
    waiting = Draft()
    for draft, after in zip_longest(drafts, drafts[1:]):
        if after is not None and _belongs_to(draft, after):
            waiting.blocks += draft.blocks
            waiting.headings += draft.headings if draft.level else []
            continue
        draft.blocks[:0], draft.headings[:0] = waiting.blocks, waiting.headings
        waiting = Draft()
        merged.append(draft)
    return merged


def _belongs_to(draft: Draft, after: Draft) -> bool:
    if draft.level is None or not draft.blocks:
        return draft.words <= _SHORT_OPENING
    deeper = after.level is not None and after.level > draft.level
    return draft.level is Level.PART and deeper and draft.words <= _SHORT_PART


def _title(draft: Draft, book: str) -> str:
    if draft.level is None:
        return book
    return joined_titles(draft.headings) or book


def joined_titles(titles: list[str]) -> str:
    """Headings as one title: `Part Two: Chapter 1: The Docks`."""
    bare = (" ".join(title.split()).strip(" *_=~#").rstrip(".:") for title in titles)
    return ": ".join(title for title in bare if title)
