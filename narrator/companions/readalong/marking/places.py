"""The text of a page with the place of each of its letters in the tree."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..pages import BLOCKS, SILENT, name_of

EDGE = "\x1e"
"""Stands where a block begins or ends: no sentence's mark goes across."""
LINE_END = "\x1f"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens and the like, which may stand within a word."""
_WORD = re.compile(rf"[^\W_](?:[{_INVISIBLE}]*[^\W_])*")
_HIDDEN = re.compile(f"[{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Run:
    """A text of the tree."""

    element: etree._Element
    is_tail: bool
    """Whether it stands behind the element, not in it."""
    start: int
    """Where it begins in `PageText.text`."""
    text: str


@dataclass(slots=True)
class PageText:
    """The text of a page's body, in the order in which it is read."""

    text: str
    runs: list[Run] = field(default_factory=list)

    def runs_in(self, start: int, end: int) -> Iterator[Run]:
        """The runs that have letters in [start, end)."""
        at = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        for run in self.runs[at:]:
            if run.start >= end:
                return
            if run.start + len(run.text) > start:
                yield run


def page_text(body: etree._Element) -> PageText:
    """The text in `body`, as far as it can be heard."""
    pieces: list[str] = []
    runs: list[Run] = []
    size = 0

    def add(text: str) -> None:
        nonlocal size
        pieces.append(text)
        size += len(text)

    silent: etree._Element | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = name_of(element)
        if event == "start":
            if silent is None and (name in SILENT or not name):
                silent = element
            if silent is None:
                if name in BLOCKS:
                    add(EDGE)
                elif name == "br":
                    add(LINE_END)
                if element.text:
                    runs.append(Run(element, False, size, element.text))
                    add(element.text)
            continue
        if name in BLOCKS and silent is None:
            add(EDGE)
        if silent is element:
            silent = None
        if silent is None and element.tail and element is not body:
            runs.append(Run(element, True, size, element.tail))
            add(element.tail)
    return PageText("".join(pieces), runs)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    key: str
    """As it is compared."""
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text: runs of letters and digits.

    >>> [word.key for word in words("Don’t “o\\u00adpen” it—please")]
    ['Don', 't', 'open', 'it', 'please']
    """
    for found in _WORD.finditer(text):
        yield Word(_HIDDEN.sub("", found[0]), found.start(), found.end())
