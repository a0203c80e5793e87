"""From marked rows to blocks, and from blocks to the chapters of a book."""

from collections.abc import Iterator
from dataclasses import replace

from narrator.model import Block, BlockKind, Chapter
from narrator.text.characters import DASHES, ends_sentence

from .drafts import Draft, chapters_of, joined_titles
from .layout import Layout
from .marks import Level, Mark, Marks
from .page_edges import PAGE_EDGES
from .paragraphs import passages
from .rows import Row


def build_chapters(
    text: str, rows: list[Row], marks: Marks, layout: Layout, title: str
) -> tuple[Chapter, ...]:
    """The chapters of a book; without headings it is one, named after the book."""
    drafts = [Draft()]
    for block, mark in _blocks(text, rows, marks, layout):
        if mark is not None and _cuts(mark):
            drafts.append(Draft(level=mark.level))
        draft = drafts[-1]
        if mark is not None and mark.kind is BlockKind.HEADING and not draft.words:
            draft.headings.append(mark.title)
        draft.add(block)
    return chapters_of(drafts, title)


def _cuts(mark: Mark) -> bool:
    return mark.kind is BlockKind.HEADING and mark.level is not Level.MINOR


def _blocks(
    text: str, rows: list[Row], marks: Marks, layout: Layout
) -> Iterator[tuple[Block, Mark | None]]:
    index = 0
    while index < len(rows):
        behind, mark = index + 1, marks[index]
        if mark is not None:
            while behind < len(rows) and (after := marks[behind]) and after.continues:
                mark = replace(mark, title=joined_titles([mark.title, after.title]))
                behind += 1
            yield _block(text, mark.kind, rows[index:behind], mark.reason), mark
        else:
            run, asides, behind = _ordinary_run(rows, marks, index, layout)
            yield from _told(text, run, asides, layout)
        index = behind


def _ordinary_run(
    rows: list[Row], marks: Marks, first: int, layout: Layout
) -> tuple[list[Row], dict[int, list[tuple[Row, Mark]]], int]:
    """The ordinary rows from `first` on, what of a page's edge cuts a sentence of theirs in two,
    by the place in the run before which it stands, and the first row behind it all."""
    run: list[Row] = []
    asides: dict[int, list[tuple[Row, Mark]]] = {}
    index = first
    while index < len(rows):
        if marks[index] is None:
            run.append(rows[index])
            index += 1
            continue
        behind = index
        while behind < len(rows) and (mark := marks[behind]) and mark.reason in PAGE_EDGES:
            behind += 1
        goes_on = index < behind < len(rows) and marks[behind] is None
        if not goes_on or not _cut_in_two(run[-1], rows[behind], layout):
            break
        edge = zip(rows[index:behind], marks[index:behind], strict=True)
        asides[len(run)] = [(row, mark) for row, mark in edge if mark]
        run.append(rows[behind]._replace(gap=0))
        index = behind + 1
    return run, asides, index


def _cut_in_two(above: Row, below: Row, layout: Layout) -> bool:
    """Whether a sentence goes on from the foot of a page to the next.

    A short line that nothing ends, the source of an epigraph, stands for itself.
    """
    if below.text[0].islower():
        return True
    if ends_sentence(above.text) or above.text[0] in DASHES:
        return False
    return not layout.wrapped or 2 * len(above.text) >= layout.width


def _told(
    text: str,
    run: list[Row],
    asides: dict[int, list[tuple[Row, Mark]]],
    layout: Layout,
) -> Iterator[tuple[Block, Mark | None]]:
    for kind, first, end in passages(run, 0, len(run), layout):
        inside = [place for place in sorted(asides) if first < place < end]
        for place in (at for at in sorted(asides) if at == first):
            yield from _edges(text, asides[place])
        if not inside:
            yield _block(text, kind, run[first:end]), None
            continue
        whole, start = _block(text, kind, run[first:end]), run[first].start
        # All between two rows is taken out but a line end.
        cuts = [(run[place - 1].end + 1 - start, run[place].start - start) for place in inside]
        yield whole.without(cuts), None
        for place in inside:
            yield from _edges(text, asides[place])


def _edges(text: str, edge: list[tuple[Row, Mark]]) -> Iterator[tuple[Block, Mark | None]]:
    for row, mark in edge:
        yield _block(text, mark.kind, [row], mark.reason), mark


def _block(text: str, kind: BlockKind, rows: list[Row], reason: str = "") -> Block:
    start, end = rows[0].start, rows[-1].end
    return Block(kind, text[start:end], start, reason)
