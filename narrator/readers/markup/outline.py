"""Where the chapters of a book with markup begin, and what they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from narrator.languages import every_pack, titles_for
from narrator.model import BlockKind, BookInfo

from ..drafts import joined_titles, letters_of
from ..headings import heading, numeral
from ..marks import Level, Marks
from ..outline import mark_outline
from ..rows import Row
from .matter import reason_of_title
from .pages import NO_RANK, Entry, Page, PageBlock

_SHORT_PART = 80
"""Words; with as many before its first chapter, an entry is a part."""
_FEWEST_WORDS = 25
"""Words in a chapter on average; headings closer together head something else."""
_FILE_NAME = re.compile(
    r"[\w.-]+\.(?:x?html?|xml)|[a-z]+_split_\d+|[a-z]{1,9}[-_]?0\d{1,5}", re.IGNORECASE
)
_LONG_PAGE = 100
_BACK = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """The beginning of a chapter or of a part."""

    at: int
    """Index of its first block in the book."""
    title: str
    level: Level
    page: str = ""


def find_cuts(pages: Sequence[Page], contents: Sequence[Entry], info: BookInfo) -> list[Cut]:
    """Where chapters of the book begin: by the contents, the headings, or convention."""
    return _with_part_pages(pages, _found_cuts(pages, contents, info))


def _with_part_pages(pages: Sequence[Page], cuts: Sequence[Cut]) -> list[Cut]:
    """`cuts` with the title pages of parts that no contents name at the head of what follows."""
    found = sorted(cuts, key=lambda cut: cut.at)
    first = [0, *accumulate(len(page.blocks) for page in pages)]
    places = {cut.at for cut in cuts}
    for page, start, end in zip(pages, first, first[1:], strict=False):
        if end not in places or not _is_part_page(page) or not places.isdisjoint(range(start, end)):
            continue
        index = next(i for i, cut in enumerate(found) if cut.at == end)
        if not index:
            continue  # the title page of the book
        if found[index].level is Level.PART:
            found[index] = replace(found[index], at=start)
        else:
            found.insert(index, Cut(start, _headed(page), Level.PART, page.name))
    return found


def _is_part_page(page: Page) -> bool:
    """Whether a page holds the heading of a part, and an epigraph at most."""
    told = [block for block in page.blocks if block.kind is not BlockKind.SKIPPED]
    if not told or sum(block.words for block in told) > _SHORT_PART:
        return False
    alone = all(block.kind is BlockKind.HEADING for block in told)
    return told[0].kind is BlockKind.HEADING and (alone or _is_part(told[0].text))


def _found_cuts(pages: Sequence[Page], contents: Sequence[Entry], info: BookInfo) -> list[Cut]:
    blocks = [block for page in pages for block in page.blocks]
    words = [0, *accumulate(block.words for block in blocks)]
    listed = _from_contents(pages, contents, blocks, words)
    if not any(cut.title or blocks[cut.at].kind is BlockKind.HEADING for cut in listed):
        listed = []  # places without a name
    headed = _from_headings(blocks, words)
    if _are_of_story(_chapters(listed), info.title) and 3 * len(listed) > len(_chapters(headed)):
        return listed
    if len(headed) > len(listed) and _are_of_story(_chapters(headed), info.title):
        return headed
    if len(_chapters(listed)) == 1 and words[-1] > 0 and listed[0].title:
        found = _by_convention(blocks)
        return found if len(found) > 1 else listed
    return _by_convention(blocks) or headed or _from_pages(pages, words, info.language)


def _are_of_story(cuts: Sequence[Cut], title: str) -> bool:
    """Whether at least two of them are chapters, and not a title page, contents or `The End`."""
    own = letters_of(title)
    told = [
        cut
        for cut in cuts
        if not reason_of_title(cut.title) and letters_of(cut.title) != own and not _ends(cut.title)
    ]
    return len(told) >= 2


def _ends(title: str) -> bool:
    """Whether it only says that the book is at its end."""
    return letters_of(title) in map(letters_of, every_pack().headings.ends)


def _chapters(cuts: Sequence[Cut]) -> list[Cut]:
    return [cut for cut in cuts if cut.level is not Level.PART]


def _from_contents(
    pages: Sequence[Page], contents: Sequence[Entry], blocks: list[PageBlock], words: list[int]
) -> list[Cut]:
    places = _places(pages, contents, blocks)
    cuts: list[Cut] = []
    inside: int | None = None  # the depth of a chapter whose sections begin no chapters
    for index, (at, entry) in enumerate(places):
        if inside is not None and entry.depth > inside:
            continue
        inside = None
        after = places[index + 1] if index + 1 < len(places) else None
        level = Level.CHAPTER
        if after and after[1].depth > entry.depth:
            short = words[after[0]] - words[at] <= _SHORT_PART
            if short or after[1].page != entry.page:
                level = Level.PART if short else Level.CHAPTER
            else:
                inside = entry.depth
        elif after and words[after[0]] - words[at] <= _SHORT_PART and _is_part(entry.title):
            level = Level.PART
        cuts.append(Cut(at, entry.title, level, entry.page))
    return cuts


def _is_part(title: str) -> bool:
    mark = heading(title) if title else None
    return mark is not None and mark.level is Level.PART


def _places(
    pages: Sequence[Page], contents: Sequence[Entry], blocks: list[PageBlock]
) -> list[tuple[int, Entry]]:
    """The entries in the order of the book, each with the block it leads to."""
    starts: dict[str, tuple[int, Page]] = {}
    at = 0
    for page in pages:
        starts.setdefault(page.name, (at, page))
        at += len(page.blocks)
    found: list[tuple[int, int, Entry]] = []
    named = [entry for entry in contents if any(map(str.isalnum, entry.title))]
    for entry in _without_file_names(named or contents):
        if entry.page not in starts:
            continue
        start, page = starts[entry.page]
        if not page.blocks and reason_of_title(entry.title):
            continue  # a cover that is only a picture names nothing
        first = page.anchors.get(entry.anchor, (0, 0))[0] if entry.anchor else 0
        place = start + min(first, len(page.blocks))
        if place < len(blocks):
            found.append((start, place, entry))
    targets = {place for _, place, _ in found}
    moved = [(_above(blocks, start, at, targets), entry) for start, at, entry in found]
    return sorted(moved, key=lambda each: each[0])


def _without_file_names(contents: Sequence[Entry]) -> Iterator[Entry]:
    """`contents`, their titles blank that a program made of the names of files, or are all one."""
    all_one = len(contents) > 1 and len({entry.title for entry in contents}) == 1
    for entry in contents:
        stem = entry.page.rpartition("/")[2].partition(".")[0]
        is_stem = entry.title == stem and stem[-1:].isdecimal() and not stem.isdecimal()
        is_name = is_stem or _FILE_NAME.fullmatch(entry.title)
        yield replace(entry, title="") if all_one or is_name else entry


def _above(blocks: list[PageBlock], start: int, at: int, targets: set[int]) -> int:
    """`at`, moved up over headings that stand right above it on its page."""
    for _ in range(_BACK):
        if at > start and at - 1 not in targets and blocks[at - 1].kind is BlockKind.HEADING:
            if blocks[at].kind is BlockKind.HEADING and blocks[at].rank <= blocks[at - 1].rank:
                break
            at -= 1
        else:
            break
    return at


def _from_headings(blocks: list[PageBlock], words: list[int]) -> list[Cut]:
    """The highest rank of headings that comes more than once heads the chapters."""
    headings = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    places = [i for i in headings if blocks[i].rank != NO_RANK]
    known = {i: heading(blocks[i].text) for i in places}
    rank = _chapter_rank(blocks, places, words)
    cuts = []
    for index in places:
        mark, title = known[index], blocks[index].text
        if mark is not None and mark.level in (Level.PART, Level.CHAPTER):
            level = mark.level if blocks[index].rank >= rank or mark.level is Level.PART else None
            level = level or Level.CHAPTER
        elif blocks[index].rank == rank:
            level = Level.CHAPTER
        elif blocks[index].rank < rank and index != places[0]:
            level = Level.PART
        else:
            continue
        cuts.append(Cut(index, title, level))
    return cuts


def _chapter_rank(blocks: list[PageBlock], places: list[int], words: list[int]) -> int:
    """The rank of chapter headings; 0 where no rank comes twice with enough between.

    Under headings of parts, numbers head the chapters, whatever is of the rank of the parts.
    """
    for rank in range(6, 1, -1):
        same = [index for index in places if blocks[index].rank == rank]
        enough = len(same) >= 2 and words[-1] - words[same[0]] >= _FEWEST_WORDS * len(same)
        if enough and all(_is_numbered(blocks[index].text) for index in same):
            above = [_heading_above(blocks, places, index) for index in same]
            if all(block is not None and _is_part(block.text) for block in above):
                return rank
    for rank in range(1, 7):
        same = [index for index in places if blocks[index].rank == rank]
        if len(same) >= 2 and words[-1] - words[same[0]] >= _FEWEST_WORDS * len(same):
            return rank
    return 0


def _is_numbered(title: str) -> bool:
    mark = heading(title) or numeral(title)
    return mark is not None and mark.number is not None and mark.level is not Level.PART


def _heading_above(blocks: list[PageBlock], places: list[int], at: int) -> PageBlock | None:
    """The last heading of a higher rank before the one at `at`."""
    found = (i for i in reversed(places) if i < at and blocks[i].rank < blocks[at].rank)
    index = next(found, None)
    return None if index is None else blocks[index]


def _by_convention(blocks: list[PageBlock]) -> list[Cut]:
    """Paragraphs that read like headings: `Chapter One`, a row of numerals."""
    told = [(i, block) for i, block in enumerate(blocks) if block.kind is not BlockKind.SKIPPED]
    rows = [Row(i, " ".join(block.text.split()), 0, 1 + block.emptied) for i, block in told]
    marks: Marks = [None] * len(rows)
    mark_outline(rows, marks)
    cuts = []
    for (index, block), mark in zip(told, marks, strict=True):
        if mark is None or block.kind in (BlockKind.SCENE_BREAK, BlockKind.VERSE):
            continue
        if mark.kind is BlockKind.SKIPPED:
            block.skip(mark.reason)
        elif mark.kind is BlockKind.HEADING:
            block.kind, block.rank, block.speaker = BlockKind.HEADING, 2, ""
            if mark.level is not Level.MINOR:
                cuts.append(Cut(index, mark.title, mark.level))
    return cuts


def _headed(page: Page) -> str:
    """The headings that open a page, as one title."""
    heads = takewhile(lambda block: block.kind is BlockKind.HEADING, page.blocks[:3])
    return joined_titles([block.text for block in heads])


def _from_pages(pages: Sequence[Page], words: list[int], language: str) -> list[Cut]:
    """In a book that says nothing about its chapters, each long page is one."""
    cuts: list[Cut] = []
    at = 0
    titles = [page.title for page in pages]
    for page in pages:
        behind = at + len(page.blocks)
        if words[behind] - words[at] >= _LONG_PAGE:
            own = _headed(page) or (page.title if titles.count(page.title) == 1 else "")
            numbered = titles_for(language).chapter.format(number=len(cuts) + 1)
            cuts.append(Cut(at, own or numbered, Level.CHAPTER, page.name))
        at = behind
    return cuts if len(cuts) > 1 else []
