"""Front and back matter that a listener has no use for, told by its name, file or words."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Archives, Matter
from narrator.languages.tables import Patterns
from narrator.model import BlockKind

from ..boilerplate import mark_boilerplate
from ..marks import Marks
from ..rows import Row
from .pages import Page, PageBlock
from .roles import CONTENTS, FURNITURE

_LONGEST_COPYRIGHT = 700
_MOST_CONTENTS = 4
_FEWEST_LINKS = 3
_LONGEST_LINK = 150


def reason_of_title(title: str) -> str:
    """Why a chapter of this name is not read; empty for one that is.

    >>> reason_of_title("ACKNOWLEDGMENTS"), reason_of_title("The Copyright Thief")
    ('acknowledgements', '')
    """
    bare = " ".join(title.split()).strip(" .:*_—–-")
    return _titles(every_pack().matter).of(bare)


def reason_of_file(name: str) -> str:
    """Why a page in a file of this name is not read; empty for one that is."""
    stem = posixpath.basename(name).rpartition(".")[0].lower()
    bare = re.sub(r"[^a-z]", "", stem)
    return _files(every_pack().matter).of(bare)


@dataclass(frozen=True, slots=True)
class _Reasons:
    """Why something of a certain name is not read."""

    any_name: re.Pattern[str]
    """A name for which there is a reason: few have one."""
    names: Mapping[str, re.Pattern[str]]
    """By reason."""

    def of(self, name: str) -> str:
        """The reason for `name`; empty where there is none."""
        if not self.any_name.fullmatch(name):
            return ""
        return next(why for why, pattern in self.names.items() if pattern.fullmatch(name))


@cache
def _titles(matter: Matter) -> _Reasons:
    return _reasons(matter.titles)


@cache
def _files(matter: Matter) -> _Reasons:
    return _reasons(matter.files)


def _reasons(table: Mapping[str, Patterns]) -> _Reasons:
    names = {why: re.compile(each.source, re.IGNORECASE) for why, each in table.items()}
    any_name = "|".join(each.source for each in table.values())
    return _Reasons(re.compile(any_name or "(?!)", re.IGNORECASE), names)


def is_copyright_page(blocks: Sequence[PageBlock]) -> bool:
    """Whether these blocks before the story are the small print: it says so at least twice."""
    words = sum(block.words for block in blocks)
    if not 0 < words <= _LONGEST_COPYRIGHT:
        return False
    text = "\n".join(block.text for block in blocks if block.is_read)
    found = _small_print(every_pack().matter).finditer(text)
    return len({match[0].lower() for match in found}) >= 2


@cache
def _small_print(matter: Matter) -> re.Pattern[str]:
    return re.compile(matter.small_print.source, re.IGNORECASE)


def skip_contents(page: Page) -> None:
    """Leave out lists of links to the book's own places, and the word `Contents` above them."""
    blocks, first = page.blocks, 0
    while first < len(blocks):
        behind = first
        while behind < len(blocks) and _is_link(blocks[behind]):
            behind += 1
        links = sum(block.links for block in blocks[first:behind])
        if links >= _FEWEST_LINKS:
            for block in blocks[_with_name(blocks, first) : behind]:
                block.skip(CONTENTS)
        first = max(behind, first + 1)


def skip_boilerplate(blocks: Sequence[PageBlock]) -> None:
    """Leave out what Project Gutenberg puts around and between an author's words."""
    told = [block for block in blocks if block.kind is not BlockKind.SKIPPED]
    rows = [Row(0, " ".join(block.text.split()), 0, 1) for block in told]
    marks: Marks = [None] * len(rows)
    mark_boilerplate(rows, marks)
    for block, mark in zip(told, marks, strict=True):
        if mark is not None:
            block.skip(mark.reason)


def skip_furniture(blocks: Sequence[PageBlock]) -> None:
    """Leave out what a site for stories puts around them: its notices, the way to the next page."""
    way, notice = _furniture(every_pack().matter.archives)
    for block in blocks:
        leads = block.links > 0 and len(block.text) <= _LONGEST_LINK and way.fullmatch(block.text)
        if leads or notice.match(block.text):
            block.skip(FURNITURE)


@cache
def _furniture(archives: Archives) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line of links to other pages, and how a notice begins."""
    way = rf"(?:(?:{archives.ways.source}|[/<>«»‹›←→◀▶|·•-])\W*)+"
    return re.compile(way, re.IGNORECASE), re.compile(archives.notices.source, re.IGNORECASE)


def _is_link(block: PageBlock) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.SKIPPED):
        return False
    return block.links > 0 and len(block.text) <= _LONGEST_LINK * block.links


def _with_name(blocks: Sequence[PageBlock], first: int) -> int:
    above = first - 1
    if above >= 0 and reason_of_title(blocks[above].text) == CONTENTS:
        return above
    return first
