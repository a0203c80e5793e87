"""Sentences that go on behind the end of a file or of a printed page."""

from collections.abc import Sequence

from narrator.model import BlockKind
from narrator.text.characters import ends_sentence

from ..page_edges import RUNNING_HEAD
from .pages import PageBlock
from .roles import CAPTION, PAGE_NUMBER

_BETWEEN = frozenset({PAGE_NUMBER, RUNNING_HEAD, CAPTION})
_HYPHENS = "-\u2010\u00ad"


def join_over_pages(sections: Sequence[tuple[bool, list[PageBlock]]]) -> None:
    """Join paragraphs that are one sentence, with only the end of a page or a picture between.

    `sections` are the blocks between two ends of pages or beginnings of chapters, each with whether
    it goes on with the chapter before it.
    """
    open_one: PageBlock | None = None
    apart = False  # whether something of a page stands between it and what comes
    for goes_on, blocks in sections:
        apart = True
        if not goes_on:
            open_one = None
        kept = []
        for block in blocks:
            if block.reason in _BETWEEN:
                apart = True
            elif open_one is not None and apart and _continues(block):
                open_one.text = _joined(open_one.text, block.text)
                apart = False
                if ends_sentence(open_one.text):
                    open_one = None
                continue
            else:
                open_one, apart = (block if _is_open(block) else None), False
            kept.append(block)
        blocks[:] = kept


def _is_open(block: PageBlock) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or block.speaker:
        return False
    return not ends_sentence(block.text) or block.text[-1] in _HYPHENS


def _continues(block: PageBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.speaker and block.text[:1].islower()


def _joined(text: str, after: str) -> str:
    if text[-1] in _HYPHENS and text[-2:-1].isalpha():
        return text[:-1] + after
    return f"{text} {after}"
