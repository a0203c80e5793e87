"""Whether headings as books of a language have them are found."""

import tempfile
from pathlib import Path

from narrator.model import BlockKind
from narrator.readers import ReadOptions, read_book

from .scenes import Scene

_EVERY = 4
"""Paragraphs between two headings."""


def missed(lines: list[str], scene: Scene) -> list[str]:
    """Those of `lines` that are no headings where they stand between paragraphs of a scene."""
    told = scene.text.split("\n\n")[1:]
    prose = [one for one in told if len(one) > 80] or sorted(told, key=len)[-8:]
    parts = []
    for number, line in enumerate(lines):
        parts += [line, *(prose[(number + n) % len(prose)] for n in range(_EVERY))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.txt"
        path.write_text("\n\n".join(parts), encoding="utf-8", newline="")
        book = read_book(path, ReadOptions(language=scene.language))
    found = {
        " ".join(block.text.split()).casefold()
        for chapter in book.chapters
        for block in chapter.blocks
        if block.kind is BlockKind.HEADING
    }
    return [line for line in lines if " ".join(line.split()).casefold() not in found]
