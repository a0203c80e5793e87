"""Which chapters of a book a person wants, and what they are to be called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrator.errors import WrongUsage
from narrator.model import Block, BlockKind, Book, Chapter
from narrator.text.numbers import figures_value

from .interface import ReadOptions

REASON = "not among the chosen chapters"

_EXAMPLE = "write numbers and ranges, as in 1-3,5, or the title of a chapter"
_RENAMED = "write it as --rename '3=The Docks'"
_LISTED = "`narrator plan` lists the chapters with their numbers"
_RANGE = re.compile(r"(\d{1,6})?\s*(-|\.\.)?\s*(\d{1,6})?")


def select(book: Book, options: ReadOptions) -> Book:
    """`book` with its chapters renamed, and those that are not wanted left out.

    Raises:
        WrongUsage: an option names a chapter that is not there, or none is left.
    """
    if not (options.chapters or options.skip or options.rename):
        return book
    count = len(book.chapters)
    titles = [chapter.title for chapter in book.chapters]
    named = (
        set(_numbers(options.chapters, titles)) if options.chapters else set(range(1, count + 1))
    )
    wanted = named - set(_numbers(options.skip, titles))
    if not wanted:
        raise WrongUsage(
            "no chapter is left to read", todo="choose others with --chapters or --skip"
        )
    new = dict(_title(entry, titles) for entry in options.rename)
    chapters = [
        replace(chapter, title=new.get(number, chapter.title))
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


def _numbers(text: str, titles: Sequence[str]) -> Iterator[int]:
    """The numbers that `1-3,5,9-,Epilogue` names; a title may have commas of its own."""
    if number := _titled(text, titles):
        yield number
        return
    parts = list(filter(None, (part.strip() for part in text.split(","))))
    if text and not parts:
        raise WrongUsage(f"{text!r} names no chapters", todo=_EXAMPLE)
    for part in parts:
        if number := _titled(part, titles):
            yield number
        else:
            yield from _range(part, len(titles))


def _range(part: str, count: int) -> Iterator[int]:
    match = _RANGE.fullmatch(part)
    if match is None or not (match[1] or match[3]):
        raise WrongUsage(f"{part!r} names no chapters", todo=_EXAMPLE)
    first = int(match[1] or 1)
    last = int(match[3] or count) if match[2] else first
    if match[1] and match[3] and last < first:
        raise WrongUsage(f"{part!r} runs backwards", todo=f"write it as {last}-{first}")
    if not 1 <= first <= last or last > count:
        raise WrongUsage(f"there is no chapter {part}: the book has {count}", todo=_LISTED)
    yield from range(first, last + 1)


def _titled(name: str, titles: Sequence[str]) -> int | None:
    """The number of the one chapter of this title; None for a bare number, whatever its title."""
    wanted = " ".join(name.split()).casefold()
    if not any(map(str.isalpha, wanted)):
        return None
    found = [number for number, title in enumerate(titles, start=1) if title.casefold() == wanted]
    return found[0] if len(found) == 1 else None


def _title(entry: str, titles: Sequence[str]) -> tuple[int, str]:
    which, sign, title = (part.strip() for part in entry.partition("="))
    if not sign or not which or not title:
        raise WrongUsage(f"{entry!r} renames no chapter", todo=_RENAMED)
    number = _titled(which, titles) or figures_value(which) or 0
    if not 1 <= number <= len(titles):
        raise WrongUsage(f"there is no chapter {which}: the book has {len(titles)}", todo=_LISTED)
    return number, title
