"""The notes that the note marks of a book lead to."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrator.languages import every_pack
from narrator.model import BlockKind

from .pages import NoteMark, Page, PageBlock
from .roles import NOTE, NOTE_MARK

_LONGEST = 600
"""Words; what a mark leads to is no note if it is longer."""
_BACK = re.compile(r"\s*[\[(]?(?:[↩↑⏎⤴←^]\ufe0e?\s*)+[\])]?\s*$")

Resolve = Callable[[str, str], tuple[str, str]]
"""From the page a link stands on and its address to the page and the id it leads to."""

Place = tuple[int, int]
"""Number of a page and of a block on it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note and the mark that leads to it."""

    at: PageBlock
    """The paragraph that the mark is in."""
    label: str
    blocks: tuple[PageBlock, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    mark: NoteMark
    start: Place
    page: int
    first: int
    behind: int
    """It leads to the blocks `first` up to `behind` of the page."""

    def leads_to(self, place: Place) -> bool:
        return place[0] == self.page and self.first <= place[1] < self.behind


def skip_notes(pages: Sequence[Page], resolve: Resolve) -> list[Note]:
    """Leave out the notes that marks lead to, wherever in the book they are; these notes."""
    links = list(_links(pages, resolve))
    starting: dict[Place, list[_Link]] = {}
    for link in links:
        starting.setdefault(link.start, []).append(link)
    notes: list[Note] = []
    for link in links:
        blocks = pages[link.page].blocks[link.first : link.behind]
        if not _leads_back(link, starting) and _may_be_note(blocks):
            for block in blocks:
                block.skip(NOTE)
            at = pages[link.start[0]].blocks[link.start[1]]
            notes.append(Note(at, link.mark.text, tuple(blocks)))
    for page in pages:
        _skip_headings(page)
    return notes


def with_notes_read(blocks: Sequence[PageBlock], notes: Sequence[Note]) -> list[PageBlock]:
    """`blocks` of a book with each of its notes read at the end of its paragraph."""
    following: dict[int, list[Note]] = {}
    moved: set[int] = set()
    for note in notes:
        fresh = [block for block in note.blocks if id(block) not in moved]
        if fresh and id(note.at) not in moved:
            following.setdefault(id(note.at), []).append(note)
            moved |= set(map(id, fresh))
    found: list[PageBlock] = []
    for block in blocks:
        if id(block) not in moved:
            found.append(block)
        for note in following.get(id(block), ()):
            found += _read_out(note)
    return found


def _links(pages: Sequence[Page], resolve: Resolve) -> Iterator[_Link]:
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages):
        numbers.setdefault(page.name, number)
    for number, page in enumerate(pages):
        for mark in page.note_marks:
            name, anchor = resolve(page.name, mark.link)
            target = numbers.get(name)
            if target is not None and mark.at < len(page.blocks):
                place = pages[target].anchors.get(anchor)
                if place:
                    yield _Link(mark, (number, mark.at), target, *place)


def _leads_back(link: _Link, starting: Mapping[Place, Sequence[_Link]]) -> bool:
    """Whether a link leads from a note back to its mark: of the two the first is the story."""
    return any(
        other.start < link.start and other.leads_to(link.start)
        for at in range(link.first, link.behind)
        for other in starting.get((link.page, at), ())
    )


def _may_be_note(blocks: Sequence[PageBlock]) -> bool:
    if not blocks or any(block.kind is BlockKind.HEADING for block in blocks):
        return False
    return sum(block.words for block in blocks) <= _LONGEST


def _read_out(note: Note) -> Iterator[PageBlock]:
    """The blocks of a note as paragraphs, its label and the way back as skipped blocks."""
    label = re.escape(note.label.strip("[]() .^"))
    opening = re.compile(rf"[\[(←↑^]*{label}(?![\da-z])[\])]*[.:]?\s*")
    for number, block in enumerate(note.blocks):
        if block.kind is not BlockKind.SKIPPED or block.reason != NOTE:
            yield block
            continue
        start = opening.match(block.text) if number == 0 and label else None
        back = _BACK.search(block.text)
        first, behind = start.end() if start else 0, back.start() if back else len(block.text)
        for text in (block.text[:first], block.text[behind:]):
            if text.strip():
                yield PageBlock(BlockKind.SKIPPED, text.strip(), NOTE_MARK)
        if block.text[first:behind].strip():
            yield PageBlock(BlockKind.PARAGRAPH, block.text[first:behind].strip())


def _skip_headings(page: Page) -> None:
    """A heading right above notes, with nothing else under it, is theirs."""
    after = None
    for block in reversed(page.blocks):
        if block.kind is BlockKind.HEADING and after is not None and after.reason == NOTE:
            words = block.text.strip(" .:").casefold()
            if words in every_pack().matter.notes.headings:
                block.skip(NOTE)
        if not block.drawn:
            after = block
