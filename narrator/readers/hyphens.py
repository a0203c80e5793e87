"""Words that were cut in two at the end of a line, in scans and old files, made whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrator.languages import every_pack
from narrator.model import Block, BlockKind, Chapter

_CUT = re.compile(
    r"(?<![\w-])(?P<head>[^\W\d_]+)(?P<sign>[-\u2010\u00ad])(?P<end>[ \t]*(?:\r\n?|\n)[ \t]*)"
    r"(?=(?P<tail>[^\W\d_]+))"
)
_SEAM = re.compile("[-\u2010\u00ad][ \t]*[\r\n]")
"""Without which no word is cut, and quicker to find."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def with_whole_words(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """`chapters` with words that a line end cut in two put together, the hyphen kept or not as the
    rest of the book writes them."""
    if not any(_SEAM.search(block.text) for chapter in chapters for block in chapter.blocks):
        return tuple(chapters)
    known = {
        word.casefold()
        for chapter in chapters
        for block in chapter.blocks
        for word in _WORD.findall(_CUT.sub(" - ", block.text))
    }
    return tuple(
        replace(chapter, blocks=tuple(_whole(block, known) for block in chapter.blocks))
        for chapter in chapters
    )


def _whole(block: Block, known: set[str]) -> Block:
    if block.kind in (BlockKind.SKIPPED, BlockKind.SCENE_BREAK, BlockKind.VERSE):
        return block
    spans = list(_spans(block.text, known))
    return block.without(spans) if spans else block


def _spans(text: str, known: set[str]) -> Iterator[tuple[int, int]]:
    """What to take out of `text`: line ends within words, mostly with the hyphens before them."""
    for match in _CUT.finditer(text):
        head, tail = match["head"].casefold(), match["tail"].casefold()
        if not match["tail"][0].islower() and not match["head"].isupper():
            yield match.span("end")  # `Anglo-Saxon`
        elif match["sign"] != "\u00ad" and _is_compound(head, tail, known):
            yield match.span("end")
        else:
            yield match.start("sign"), match.end("end")


def _is_compound(head: str, tail: str, known: set[str]) -> bool:
    """Whether the hyphen belongs to the word: most that stand at a line end only part syllables."""
    if f"{head}-{tail}" in known:
        return head + tail not in known
    return head in every_pack().matter.compounds and head + tail not in known
