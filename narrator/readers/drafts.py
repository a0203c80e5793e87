"""Chapters being collected, and which of them are too short to stand alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from narrator.model import Block, BlockKind, Chapter
from narrator.text.characters import count_words

from .headings import numeral
from .marks import Level

_EMPHASIS = re.compile(r"(?<!\S)[*_]+(?=\S)|(?<=\S)[*_]+(?=[:.,]?(?:\s|$))")
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
    parts: tuple[str, ...] = ()
    """The headings of the part in which it stands, where its own do not begin with them."""

    def add(self, block: Block) -> None:
        """Put `block` at its end."""
        self.blocks.append(block)
        if block.kind not in (BlockKind.HEADING, BlockKind.SKIPPED):
            self.words += count_words(block.text)

    @property
    def is_silent(self) -> bool:
        """Whether there is something in it, and nothing is heard."""
        return bool(self.blocks) and not is_heard(self.blocks)


def is_heard(blocks: Iterable[Block]) -> bool:
    """Whether any of `blocks` is read aloud."""
    return any(block.kind not in (BlockKind.SKIPPED, BlockKind.SCENE_BREAK) for block in blocks)


def chapters_of(drafts: Iterable[Draft], title: str) -> tuple[Chapter, ...]:
    """The drafts as chapters; one without a heading is named after the book."""
    merged = _merged(_without_silent(drafts))
    return tuple(Chapter(_title(draft, title), tuple(draft.blocks)) for draft in merged)


def _without_silent(drafts: Iterable[Draft]) -> list[Draft]:
    """What is left out on purpose goes with a chapter that is heard: the next, else the last."""
    heard: list[Draft] = []
    waiting: list[Block] = []
    for draft in drafts:
        if draft.is_silent:
            waiting += draft.blocks
            continue
        draft.blocks[:0] = waiting
        waiting = []
        heard.append(draft)
    while heard and not heard[-1].blocks:
        heard.pop()  # a heading of the contents with nothing behind it
    if heard:
        heard[-1].blocks += waiting
    elif waiting:
        heard.append(Draft(blocks=waiting))
    return heard


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Short text before the first heading, and a part's own heading, go with the chapter after."""
    merged: list[Draft] = []
    waiting = Draft()
    part: list[str] = []
    for index, draft in enumerate(drafts):
        if draft.level is Level.PART:
            part = [*waiting.headings, *draft.headings]
        if index + 1 < len(drafts) and _belongs_to(draft, drafts[index + 1 :]):
            waiting.blocks += draft.blocks
            waiting.headings += draft.headings if draft.level else []
            continue
        if draft.level is not Level.PART and not waiting.headings:
            draft.parts = tuple(part)
        draft.blocks[:0], draft.headings[:0] = waiting.blocks, waiting.headings
        waiting = Draft()
        merged.append(draft)
    return merged


def _belongs_to(draft: Draft, following: Sequence[Draft]) -> bool:
    if draft.level is None or not draft.blocks:
        return draft.words <= _SHORT_OPENING
    if not draft.words and following[0].level is not None:
        return True  # nothing but a heading
    if draft.level is not Level.PART or draft.words > _SHORT_PART:
        return False
    for after in following:  # a book of parts may stand over a part of chapters
        if after.level is not Level.PART:
            return after.level is not None
        if after.words > _SHORT_PART:
            return False
    return False


def _title(draft: Draft, book: str) -> str:
    if draft.level is None:
        return book
    # A number says nothing without its part: others have the same.
    is_bare = len(draft.headings) == 1 and numeral(joined_titles(draft.headings)) is not None
    return joined_titles([*(draft.parts if is_bare else ()), *draft.headings]) or book


def letters_of(text: str) -> str:
    """The letters and digits of `text`, by which two ways to print a title are the same."""
    return "".join(filter(str.isalnum, text)).casefold()


def joined_titles(titles: list[str]) -> str:
    """Headings as one title: `Part Two: Chapter 1: The Docks`."""
    bare = (
        _EMPHASIS.sub("", " ".join(title.split())).strip(" *_=~#").rstrip(".:") for title in titles
    )
    return ": ".join(title for title in bare if title)
