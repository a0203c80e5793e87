"""The notes that the note marks of a book lead to."""

from collections.abc import Callable, Mapping, Sequence

from narrator.model import BlockKind

from .pages import Page
from .roles import NOTE

_LONGEST = 600
"""Words; what a mark leads to is no note if it is longer."""

Resolve = Callable[[str, str], tuple[str, str]]
"""From the page a link stands on and its address to the page and the id it leads to."""


def skip_notes(pages: Sequence[Page], resolve: Resolve) -> None:
    """Leave out the notes that marks lead to, wherever in the book they are."""
    by_name = {page.name: page for page in pages}
    for page in pages:
        for link in page.note_links:
            name, anchor = resolve(page.name, link)
            _skip(by_name, name, anchor)
    for page in pages:
        _skip_headings(page)


def _skip(pages: Mapping[str, Page], name: str, anchor: str) -> None:
    page = pages.get(name)
    if page is None or anchor not in page.anchors:
        return
    first, behind = page.anchors[anchor]
    note = page.blocks[first:behind]
    if any(block.kind is BlockKind.HEADING for block in note):
        return
    if sum(block.words for block in note) <= _LONGEST:
        for block in note:
            block.skip(NOTE)


def _skip_headings(page: Page) -> None:
    """A heading right above notes, with nothing else under it, is theirs."""
    after = None
    for block in reversed(page.blocks):
        if block.kind is BlockKind.HEADING and after is not None and after.reason == NOTE:
            words = block.text.strip(" .:").casefold()
            if words in ("notes", "footnotes", "endnotes", "footnotes:"):
                block.skip(NOTE)
        after = block
