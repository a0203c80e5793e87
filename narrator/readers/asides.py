"""What stands within a block and is not for the ear, taken out of it and listed behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from narrator.model import Block, BlockKind


class Aside(NamedTuple):
    """Something within a block that is left out."""

    span: tuple[int, int]
    """All of it, marks that only a reader put there included."""
    reason: str
    shown: tuple[int, int] | None = None
    """What is listed of it; None: all."""


def set_apart(block: Block, asides: Sequence[Aside]) -> Iterator[Block]:
    """`block` without `asides`, in order, and each of them as a skipped block of its own.

    One that stands in front of all else comes before the block, the others behind it.
    """
    if not asides:
        yield block
        return
    told = block.without([_with_space(block.text, aside.span) for aside in asides])
    opening = 0
    while opening < len(asides) and _opens(block.text, asides[: opening + 1]):
        opening += 1
    for aside in asides[:opening]:
        yield _left_out(block, aside)
    if told.text.strip():
        yield _stripped(told)
    for aside in asides[opening:]:
        yield _left_out(block, aside)


def _opens(text: str, asides: Sequence[Aside]) -> bool:
    """Whether nothing but `asides` stands before the end of the last of them."""
    at = 0
    for aside in asides:
        if text[at : aside.span[0]].strip():
            return False
        at = aside.span[1]
    return True


def _left_out(block: Block, aside: Aside) -> Block:
    part = block.part(*(aside.shown or aside.span))
    return replace(part, kind=BlockKind.SKIPPED, reason=aside.reason, speaker="")


def _with_space(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The place of a mark and the white space behind it, where there is some before it, too."""
    first, behind = span
    if first == 0 or text[first - 1].isspace():
        while behind < len(text) and text[behind].isspace():
            behind += 1
    return first, behind


def _stripped(block: Block) -> Block:
    text = block.text
    return block.part(len(text) - len(text.lstrip()), len(text.rstrip()))
