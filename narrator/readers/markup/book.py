"""Pages and what is known about them to a book: the steps that all formats with markup share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from narrator.errors import BadSource
from narrator.languages import every_pack
from narrator.languages.tables import Patterns
from narrator.model import (
    Block,
    BlockKind,
    Book,
    BookInfo,
    Chapter,
    Identification,
    Pronunciation,
)
from narrator.text.characters import ends_sentence
from narrator.text.numbers import number_value

from ..author_notes import skip_author_notes
from ..counting import Written, losses
from ..drafts import Draft, chapters_of, is_heard, letters_of
from ..headings import heading, numeral
from ..hyphens import with_whole_words
from ..interface import ReadOptions
from ..language import identified
from ..page_marks import set_page_marks_apart
from .gaps import gaps_mean_something, open_gaps
from .matter import (
    is_copyright_page,
    reason_of_file,
    reason_of_title,
    skip_boilerplate,
    skip_contents,
    skip_furniture,
)
from .notes import Note, Resolve, skip_notes, with_notes_read
from .outline import Cut, find_cuts
from .over_pages import join_over_pages
from .pages import NO_RANK, Entry, Page, PageBlock
from .roles import CONTENTS
from .sayings import pronunciations_of
from .wrapped import with_lines_joined, wrapped_layout

_LONG = 400
"""Words; a chapter this long is the story itself, unless its name says otherwise."""


_LONGEST_ENTRY = 20
"""Words in a line of a list of contents."""
_SHORT_FRONT = 120
"""Words in a dedication."""
_FRONT = 12
"""Blocks in which the title page of a book lies."""


@dataclass(slots=True)
class Gathered:
    """All that a reader found in a file."""

    info: BookInfo
    pages: list[Page]
    contents: list[Entry] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    cover: bytes | None = None
    pronunciations: tuple[Pronunciation, ...] = ()
    """Those of the book's own lexicons."""
    sources: list[Written] = field(default_factory=list)
    """What its files hold, against which the book is counted."""


def same_page(page: str, link: str) -> tuple[str, str]:
    """Where a link leads in a book of one page."""
    return page, link.rpartition("#")[2]


def make_book(
    gathered: Gathered, options: ReadOptions, *, where: str, resolve: Resolve = same_page
) -> Book:
    """The book that was gathered from the file `where`.

    Raises:
        BadSource: there is nothing in it to read.
    """
    pages = gathered.pages
    notes: list[Note] = []
    if not options.read_all:
        notes = skip_notes(pages, resolve)
        for page in pages:
            skip_contents(page)
    skip_furniture([block for page in pages for block in page.blocks])
    skip_boilerplate([block for page in pages for block in page.blocks])
    found = identified(_heard(pages), options, gathered.info.language)
    info = _with_options(gathered.info, options, found)
    _mark_title_page([block for page in pages for block in page.blocks][:_FRONT], info)
    cuts = find_cuts(pages, gathered.contents, info)
    sections = _sections(pages, cuts)
    if not options.read_all:
        _skip_matter(sections)
    _open_with_front(sections, info)
    if options.read_notes:
        _read_notes(sections, notes)
    if options.skip_notes:
        for section in sections:
            skip_author_notes(section.blocks)
    join_over_pages([(section.cut is None, section.blocks) for section in sections])
    layout = wrapped_layout([block for section in sections for block in section.blocks])
    if layout is not None:
        for section in sections:
            section.blocks = with_lines_joined(section.blocks, layout)
    if gaps_mean_something([block for section in sections for block in section.blocks]):
        for section in sections:
            section.blocks = open_gaps(section.blocks)
    chapters = with_whole_words(set_page_marks_apart(_chapters(sections, info.title)))
    if not any(is_heard(chapter.blocks) for chapter in chapters):
        raise BadSource(
            "there is no text in it to read",
            where=where,
            todo="a book of scanned pages has to go through text recognition (OCR) first",
        )
    said = (*gathered.pronunciations, *pronunciations_of(pages, info.language))
    told = [block.text for chapter in chapters for block in chapter.blocks]
    warnings = (*gathered.warnings, *losses(gathered.sources, told))
    return Book(info, chapters, None, warnings, gathered.cover, said, found)


def _heard(pages: Sequence[Page]) -> Iterator[str]:
    """The texts that are read aloud."""
    for page in pages:
        yield from (block.text for block in page.blocks if block.kind is not BlockKind.SKIPPED)


def _with_options(info: BookInfo, options: ReadOptions, found: Identification) -> BookInfo:
    return replace(
        info,
        title=options.title or " ".join(info.title.split()),
        author=_author(info) if options.author is None else options.author,
        language=found.tag,
    )


def _author(info: BookInfo) -> str:
    author = " ".join(info.author.split())
    nobody = _any(every_pack().headings.byline.nobody)
    return "" if nobody.fullmatch(author) else author


@cache
def _any(patterns: Patterns) -> re.Pattern[str]:
    return re.compile(patterns.source, re.IGNORECASE)


@dataclass(slots=True)
class _Section:
    """The blocks between two cuts that lie on one page, or all of a chapter's."""

    cut: Cut | None
    blocks: list[PageBlock]
    page: str = ""
    opens: bool = False
    """Whether it goes with the chapter after it, and gives that no name."""

    @property
    def words(self) -> int:
        return sum(block.words for block in self.blocks)


def _sections(pages: Sequence[Page], cuts: Sequence[Cut]) -> list[_Section]:
    """The book cut at the beginnings of its chapters and of its pages."""
    at_cuts: dict[int, list[Cut]] = {}
    for cut in cuts:
        at_cuts.setdefault(cut.at, []).append(cut)
    sections: list[_Section] = []
    index = 0
    for page in pages:
        if page.blocks and index not in at_cuts:
            sections.append(_Section(None, [], page.name))
        for block in page.blocks:
            for cut in at_cuts.get(index, ()):
                sections.append(_Section(cut, [], page.name))
            sections[-1].blocks.append(block)
            index += 1
    return sections


def _skip_matter(sections: Sequence[_Section]) -> None:
    story = [i for i, section in enumerate(sections) if _is_story(section)]
    first, last = (story[0], story[-1]) if story else (len(sections), -1)
    one_page = len({section.page for section in sections}) == 1
    for index, section in enumerate(sections):
        outside = not first <= index <= last or (index > first and section.cut is None)
        reason = _reason(section, outside=outside, named=not one_page)
        if not reason and index < first and one_page:
            _skip_small_print(section)
        elif reason:
            for block in _listing(section) if reason == CONTENTS else section.blocks:
                block.skip(reason)


def _listing(section: _Section) -> Sequence[PageBlock]:
    """The list of contents in its section: not what a title page has before it, and no prose."""
    blocks = section.blocks
    first = next((i for i, b in enumerate(blocks) if reason_of_title(b.text) == CONTENTS), 0)
    behind = next((i for i in range(first, len(blocks)) if _is_prose(blocks[i])), len(blocks))
    # Where the list runs on into the book, its first entry comes a second time.
    names = [letters_of(block.text) for block in blocks[first:behind]]
    again = names.index(names[1], 2) if len(names) > 2 and names[1] in names[2:] else len(names)
    return blocks[first : first + again]


def _is_prose(block: PageBlock) -> bool:
    return not block.links and (block.words > _LONGEST_ENTRY or ends_sentence(block.text))


def _read_notes(sections: Sequence[_Section], notes: Sequence[Note]) -> None:
    for section in sections:
        section.blocks = with_notes_read(section.blocks, notes)


def _open_with_front(sections: Sequence[_Section], info: BookInfo) -> None:
    """A short dedication, and the book's title as an entry of the contents, name no chapter."""
    title, front = letters_of(info.title), _any(every_pack().matter.front)
    for section in sections[:-1]:
        if section.cut is None or section.words > _SHORT_FRONT:
            continue
        heads = [block for block in section.blocks if block.kind is not BlockKind.SKIPPED]
        titled = bool(heads) and all(block.rank == NO_RANK for block in heads)
        if titled or front.fullmatch(section.cut.title) or letters_of(section.cut.title) == title:
            section.opens = True


def _is_story(section: _Section) -> bool:
    if section.cut is None:
        return section.words >= _LONG and not reason_of_file(section.page)
    if reason_of_title(section.cut.title):
        return False
    text = section.cut.title
    numbered = bool(text) and (heading(text) is not None or numeral(text) is not None)
    return section.words >= _LONG or (numbered and section.words > 0)


def _reason(section: _Section, *, outside: bool, named: bool) -> str:
    """Why a section is not read; empty for one that is."""
    reason = reason_of_title(section.cut.title) if section.cut else ""
    if not reason:
        first = next((b for b in section.blocks if b.kind is not BlockKind.SKIPPED), None)
        if first is not None and (first.kind is BlockKind.HEADING or len(section.blocks) > 1):
            reason = reason_of_title(first.text)
    if reason == CONTENTS or (reason and outside):
        return reason
    if not outside or not named:
        return ""
    if section.words <= _LONG and (found := reason_of_file(section.page)):
        return found
    return "copyright page" if is_copyright_page(section.blocks) else ""


def _mark_title_page(front: Sequence[PageBlock], info: BookInfo) -> None:
    """The book's title and its author, where they open it, are headings."""
    by = every_pack().headings.byline.by
    bylines = (letters_of(f"{word} {info.author}") for word in by)
    names = {letters_of(info.title), letters_of(info.author), *bylines} - {""}
    for block in front:
        if block.kind is not BlockKind.SKIPPED and letters_of(block.text) in names:
            block.kind, block.rank = BlockKind.HEADING, NO_RANK


def _skip_small_print(section: _Section) -> None:
    if is_copyright_page(section.blocks):
        for block in section.blocks:
            if block.words and is_copyright_page([block]):
                block.skip("copyright page")


def _chapters(sections: Sequence[_Section], title: str) -> tuple[Chapter, ...]:
    drafts: list[Draft] = []
    for section in _with_idle_breaks_out(sections):
        if section.cut is not None or not drafts:
            drafts.append(_opened(section))
        for block in section.blocks:
            drafts[-1].add(Block(block.kind, block.text, None, block.reason, block.speaker))
    return chapters_of(drafts, title)


def _with_idle_breaks_out(sections: Sequence[_Section]) -> Sequence[_Section]:
    """`sections` without drawn scene breaks after which a chapter has nothing more to tell."""
    told = False
    for section in reversed(sections):
        kept = []
        for block in reversed(section.blocks):
            if block.drawn and not told:
                continue
            if block.kind is not BlockKind.SKIPPED:
                told = block.is_read
            kept.append(block)
        section.blocks = kept[::-1]
        told = told and section.cut is None
    return sections


def _opened(section: _Section) -> Draft:
    """A new draft, with the name its cut and the headings right under it give it."""
    cut = section.cut
    if cut is None or section.opens:
        return Draft()
    names = [cut.title]
    if numeral(cut.title or "-") is not None or _is_bare(cut.title):
        for block in section.blocks:
            if block.kind is not BlockKind.HEADING:
                break
            if block.text.casefold() not in cut.title.casefold() and not _repeats(block, cut):
                names.append(block.text)
    if not cut.title:
        names = [block.text for block in section.blocks[:1] if block.kind is BlockKind.HEADING]
    return Draft(headings=names[:3], level=cut.level)


def _repeats(block: PageBlock, cut: Cut) -> bool:
    """Whether a heading is the number that the title has anyway."""
    mark = heading(cut.title) or numeral(cut.title)
    number = numeral(block.text)
    return mark is not None and number is not None and mark.number == number.number


def _is_bare(title: str) -> bool:
    """Whether a title is a number and no name: `Chapter 4`, `Four`."""
    mark = heading(title) if title else None
    if mark is None:
        return number_value(title.strip(" .:")) is not None
    return mark is not None and mark.number is not None and not mark.titled
