"""Finds the outermost quotations of one paragraph by their marks."""

import re
from dataclasses import dataclass

_MARK = re.compile('["“”]')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a paragraph between quotation marks, which are included."""

    start: int
    end: int
    closed: bool = True
    """Whether the closing mark is there; if not it lasts to the end of the paragraph."""


def scan(text: str) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order."""
    found = []
    opened = -1
    for mark in _MARK.finditer(text):
        if opened < 0 and mark[0] != "”":
            opened = mark.start()
        elif opened >= 0 and mark[0] != "“":
            found.append(Quotation(opened, mark.end()))
            opened = -1
    if opened >= 0:
        found.append(Quotation(opened, len(text), closed=False))
    return found
