"""Which chapters of a book a person wants, and what they are to be called."""

import re
from collections.abc import Iterator
from dataclasses import replace

from narrator.errors import BadSource
from narrator.model import Block, BlockKind, Book, Chapter

from .interface import ReadOptions

REASON = "not among the chosen chapters"

_RANGE = re.compile(r"(\d{1,6})?\s*(-|\.\.)?\s*(\d{1,6})?")


def select(book: Book, options: ReadOptions) -> Book:
    """`book` with its chapters renamed, and those that are not wanted left out.

    Raises:
        BadSource: an option names a chapter that is not there, or none is left.
    """
    if not (options.chapters or options.skip or options.rename):
        return book
    count = len(book.chapters)
    wanted = set(_numbers(options.chapters or "1-", count)) - set(_numbers(options.skip, count))
    if not wanted:
        raise BadSource(
            "no chapter is left to read", todo="choose others with --chapters or --skip"
        )
    titles = dict(_title(entry, count) for entry in options.rename)
    chapters = [
        replace(chapter, title=titles.get(number, chapter.title))
        for number, chapter in enumerate(book.chapters, start=1)
    ]
    return replace(book, chapters=tuple(_kept(chapters, wanted)))


def _kept(chapters: list[Chapter], wanted: set[int]) -> Iterator[Chapter]:
    """The wanted chapters; the others are listed as skipped at the edges of these."""
    waiting: list[Block] = []
    last = max(wanted)
    for number, chapter in enumerate(chapters, start=1):
        if number not in wanted:
            waiting += map(_skipped, chapter.blocks)
            continue
        blocks = (*waiting, *chapter.blocks)
        if number == last:
            blocks += tuple(_skipped(b) for after in chapters[number:] for b in after.blocks)
        waiting = []
        yield replace(chapter, blocks=blocks)
        if number == last:
            return


def _skipped(block: Block) -> Block:
    if block.kind is BlockKind.SKIPPED:
        return block
    return replace(block, kind=BlockKind.SKIPPED, reason=REASON, speaker="")


def _numbers(text: str, count: int) -> Iterator[int]:
    """The numbers that `1-3,5,9-` names."""
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _RANGE.fullmatch(part)
        if match is None or not (match[1] or match[3]):
            raise BadSource(
                f"{part!r} names no chapters", todo="write numbers and ranges, as in 1-3,5"
            )
        first = int(match[1] or 1)
        last = int(match[3] or count) if match[2] else first
        if not 1 <= first <= last or last > count:
            raise BadSource(
                f"there is no chapter {part}: the book has {count}",
                todo="`narrator plan` lists the chapters with their numbers",
            )
        yield from range(first, last + 1)


def _title(entry: str, count: int) -> tuple[int, str]:
    number, sign, title = entry.partition("=")
    if not sign or not number.strip().isdecimal() or not title.strip():
        raise BadSource(f"{entry!r} renames no chapter", todo="write it as --rename '3=The Docks'")
    if not 1 <= int(number) <= count:
        raise BadSource(
            f"there is no chapter {number.strip()}: the book has {count}",
            todo="`narrator plan` lists the chapters with their numbers",
        )
    return int(number), title.strip()
