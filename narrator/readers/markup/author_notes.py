"""What authors of fan fiction say to their readers before and after a chapter."""

import re
from collections.abc import Sequence

from narrator.model import BlockKind

from .pages import PageBlock

REASON = "author's note"

_LABEL = re.compile(
    r"[*_\[(]*(?:A\s?/\s?N|AN|Author(?:['’]?s)?['’]? notes?|Chapter (?:end )?notes|End notes|Notes|"
    r"Disclaimer|(?:Chapter )?Summary|See the end of the chapter for .{0,40}notes)"
    r"[*_]*(?:\s*[:.–—-]|\s*[*_\])]*$)",
    re.IGNORECASE,
)
_MOST = 15
"""Paragraphs of one note."""


def skip_author_notes(blocks: Sequence[PageBlock]) -> None:
    """Leave out the notes at the beginning and at the end of a chapter."""
    told = [block for block in blocks if block.kind is not BlockKind.SKIPPED]
    for index, block in enumerate(told):
        if block.kind is BlockKind.SKIPPED or not _LABEL.match(block.text):
            continue
        behind = index + 1
        if _LABEL.fullmatch(block.text.strip()):
            behind = _end(told, index + 1)
        for each in told[index:behind]:
            each.skip(REASON)


def _end(told: Sequence[PageBlock], first: int) -> int:
    """The block behind a note that stands under its label: up to the next break or the end."""
    for index in range(first, min(first + _MOST, len(told))):
        if told[index].kind in (BlockKind.SCENE_BREAK, BlockKind.HEADING):
            return index
    return len(told) if len(told) - first <= _MOST else first + 1
