"""Front and back matter that a listener has no use for, told by its name, file or words."""

import posixpath
import re
from collections.abc import Sequence

from narrator.model import BlockKind

from ..boilerplate import mark_boilerplate
from ..marks import Marks
from ..rows import Row
from .pages import Page, PageBlock
from .roles import CONTENTS, FURNITURE

_NAMES = (
    ("copyright page", r"copyright(?: page| notice| information)?|legal notice|permissions"),
    (CONTENTS, r"(?:table of )?contents|toc|navigation"),
    ("title page", r"(?:half[- ]?)?title(?: ?page)?"),
    ("cover", r"(?:front |back )?cover(?: ?page| image)?"),
    ("acknowledgements", r"acknowledge?ments?"),
    ("about the author", r"about the (?:author|translator|publisher|illustrator|editor)s?"),
    ("about the author", r"(?:the )?author biography|author bio|also about .{1,40}"),
    (
        "list of other books",
        r"(?:also|other (?:books|titles|works)|more(?: books)?|books) by .{1,60}",
    ),
    ("list of other books", r"(?:also|other books) (?:available|in (?:the|this) series).{0,40}"),
    ("colophon", r"colophon"),
    ("imprint", r"imprint|publisher['’]?s (?:information|details)"),
    ("copyright page", r"uncopyright"),
    ("index", r"index"),
    ("bibliography", r"(?:select(?:ed)? )?bibliography|works cited|further reading"),
    ("note", r"(?:foot|end)?notes"),
    ("list of illustrations", r"(?:list of )?(?:illustrations|figures|plates|maps)"),
    ("credits", r"(?:photo(?:graph)?|picture|image|cover) credits|credits"),
    ("praise", r"(?:advance )?praise(?: for .{1,80})?"),
    ("advertisement", r"newsletter|sign up.{0,60}|landmarks|back ads?|advertisements?"),
    (
        "Project Gutenberg licence",
        r"the full project gutenberg.{0,60}|.{0,40}gutenberg.{0,20}license",
    ),
    ("transcriber's note", r"transcriber['’]?s['’]? notes?"),
)
_TITLES = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _NAMES)
_FILES = (
    ("cover", re.compile(r"cover(?:page|image)?")),
    ("title page", re.compile(r"(?:half)?title(?:page)?|fronttitle")),
    ("copyright page", re.compile(r"copyright(?:page)?|uncopyright|legal")),
    (CONTENTS, re.compile(r"toc|nav|(?:table)?(?:of)?contents")),
    ("imprint", re.compile(r"imprint")),
    ("colophon", re.compile(r"colophon")),
    ("acknowledgements", re.compile(r"acknowledge?ments?")),
    ("about the author", re.compile(r"about(?:the)?author")),
    ("list of other books", re.compile(r"also(?:by)?|adcard|booksby|otherbooks")),
    ("note", re.compile(r"(?:end|foot)notes")),
    ("list of illustrations", re.compile(r"loi|listofillustrations")),
)
_COPYRIGHT = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved|\bISBN\b|first published|"
    r"no part of this (?:book|publication)|work of fiction",
    re.IGNORECASE,
)
_LONGEST_COPYRIGHT = 700
_MOST_CONTENTS = 4
_FEWEST_LINKS = 3
_LONGEST_LINK = 150


_NOTICE = re.compile(
    r"Posted originally on (?:the )?\W*Archive of Our Own"
    r"|Please drop by the (?:Archive|archive) and comment"
)
_WAY = re.compile(
    r"(?:(?:previous|prev|next|first|last|index|home|back|top|up|contents|table of contents|"
    r"chapter list|all chapters|toc|chapter|page|part|to|[<>«»‹›←→◀▶|·•/-])\W*)+",
    re.IGNORECASE,
)


def reason_of_title(title: str) -> str:
    """Why a chapter of this name is not read; empty for one that is.

    >>> reason_of_title("ACKNOWLEDGMENTS"), reason_of_title("The Copyright Thief")
    ('acknowledgements', '')
    """
    bare = " ".join(title.split()).strip(" .:*_—–-")
    for reason, pattern in _TITLES:
        if pattern.fullmatch(bare):
            return reason
    return ""


def reason_of_file(name: str) -> str:
    """Why a page in a file of this name is not read; empty for one that is."""
    stem = posixpath.basename(name).rpartition(".")[0].lower()
    bare = re.sub(r"[^a-z]", "", stem)
    for reason, pattern in _FILES:
        if pattern.fullmatch(bare):
            return reason
    return ""


def is_copyright_page(blocks: Sequence[PageBlock]) -> bool:
    """Whether these blocks before the story are the small print: it says so at least twice."""
    words = sum(block.words for block in blocks)
    if not 0 < words <= _LONGEST_COPYRIGHT:
        return False
    text = "\n".join(block.text for block in blocks if block.is_read)
    return len({match[0].lower() for match in _COPYRIGHT.finditer(text)}) >= 2


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
    for block in blocks:
        way = block.links > 0 and len(block.text) <= _LONGEST_LINK and _WAY.fullmatch(block.text)
        if way or _NOTICE.match(block.text):
            block.skip(FURNITURE)


def _is_link(block: PageBlock) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.SKIPPED):
        return False
    return block.links > 0 and len(block.text) <= _LONGEST_LINK * block.links


def _with_name(blocks: Sequence[PageBlock], first: int) -> int:
    above = first - 1
    if above >= 0 and reason_of_title(blocks[above].text) == CONTENTS:
        return above
    return first
