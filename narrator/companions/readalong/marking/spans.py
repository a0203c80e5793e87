"""Spans around the sentences of a page, whatever elements a sentence crosses.

An inline element that only partly belongs to a sentence is cut in two: `<em>One. Two</em> three.`
becomes `<em><span>One.</span></em> <span><em>Two</em> three.</span>`, which looks the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from ..pages import OPS, WHOLE, XHTML, name_of, new_element
from .places import EDGE, PageText, Run

_LEAF = f"{XHTML}narrator-leaf"
"""A piece of text while the work goes on, so that there are only elements to move."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence within one block of the page: most sentences have one."""

    sentence: int
    """Index of the sentence it belongs to."""
    start: int
    """In `PageText.text`."""
    end: int
    letters: int


@dataclass(slots=True)
class _Marked:
    part: int
    leaves: list[etree._Element] = field(default_factory=list)


def parts_of(page: PageText, ranges: Iterable[tuple[int, int, int]]) -> list[Part]:
    """The ranges `(sentence, start, end)` of a page, cut where blocks begin and end."""
    found: list[Part] = []
    for sentence, start, end in ranges:
        at = start
        for piece in page.text[start:end].split(EDGE):
            left = at + len(piece) - len(piece.lstrip())
            right = at + len(piece.rstrip())
            letters = sum(map(str.isalnum, piece))
            if letters:
                found.append(Part(sentence, left, right, letters))
            at += len(piece) + 1
    return found


def mark(page: PageText, parts: Sequence[Part], ids: Sequence[str]) -> None:
    """Put a span with an id around each part, in the page's tree; `page` is of no use after."""
    marked = [_Marked(number) for number in range(len(parts))]
    leaves: list[etree._Element] = []
    for run, pieces in _pieces(page, parts):
        made = [_leaf(text) for text, _ in pieces]
        leaves += made
        _replace(run, made)
        for leaf, (_, part) in zip(made, pieces, strict=True):
            if part is not None:
                marked[part].leaves.append(leaf)
    for each in marked:
        if each.leaves:
            _wrap(each.leaves, ids[each.part])
    for leaf in leaves:
        _dissolve(leaf)


def _pieces(
    page: PageText, parts: Sequence[Part]
) -> Iterable[tuple[Run, list[tuple[str, int | None]]]]:
    """The runs with letters in a part, each cut at the edges of parts."""
    cuts: dict[int, list[tuple[int, int, int]]] = {}
    runs: dict[int, Run] = {}
    for number, part in enumerate(parts):
        for run in page.runs_in(part.start, part.end):
            runs[run.start] = run
            start, end = max(part.start, run.start), min(part.end, run.start + len(run.text))
            cuts.setdefault(run.start, []).append((start, end, number))
    for begin, run in runs.items():
        pieces: list[tuple[str, int | None]] = []
        at = begin
        for start, end, number in cuts[begin]:
            if at < start:
                pieces.append((run.text[at - begin : start - begin], None))
            pieces.append((run.text[start - begin : end - begin], number))
            at = end
        if at < begin + len(run.text):
            pieces.append((run.text[at - begin :], None))
        yield run, pieces


def _leaf(text: str) -> etree._Element:
    leaf = etree.Element(_LEAF)
    leaf.text = text
    return leaf


def _replace(run: Run, leaves: Sequence[etree._Element]) -> None:
    if run.is_tail:
        run.element.tail = None
        run.element.addnext(leaves[0])
    else:
        run.element.text = None
        run.element.insert(0, leaves[0])
    for before, leaf in pairwise(leaves):
        before.addnext(leaf)


def _parent(node: etree._Element) -> etree._Element:
    parent = node.getparent()
    if parent is None:
        raise ValueError("a text outside the page")
    return parent


def _wrap(leaves: Sequence[etree._Element], id_: str) -> None:
    first, last = _whole(leaves[0]), _whole(leaves[-1])
    above = _common(first, last)
    first, last = _cut_before(first, above), _cut_behind(last, above)
    span = etree.Element(f"{XHTML}span", id=id_)
    first.addprevious(span)
    span.tail, last.tail = last.tail, None
    node: etree._Element | None = first
    while node is not None:
        following = None if node is last else node.getnext()
        span.append(node)
        node = following


def _whole(leaf: etree._Element) -> etree._Element:
    """`leaf`, or the element around it that may not be cut."""
    around = [each for each in leaf.iterancestors() if name_of(each) in WHOLE]
    return around[-1] if around else leaf


def _common(first: etree._Element, last: etree._Element) -> etree._Element:
    """The innermost element that holds both."""
    above = set(first.iterancestors())
    return next(each for each in last.iterancestors() if each in above)


def _cut_before(node: etree._Element, above: etree._Element) -> etree._Element:
    """Cut the elements between `node` and `above` so that `node` comes first in them."""
    while (parent := _parent(node)) is not above:
        if _has_text(parent.text) or _anything(node.itersiblings(preceding=True)):
            clone = _clone(parent)
            clone.extend([node, *node.itersiblings()])
            _insert_behind(parent, clone)
            parent = clone
        _put_out_blanks(parent)
        node = parent
    return node


def _put_out_blanks(parent: etree._Element) -> None:
    """White space at the beginning of `parent` is better in front of it: it would be marked."""
    while parent.text is None and len(parent) and _is_blank(parent[0]):
        parent.addprevious(parent[0])


def _is_blank(node: etree._Element) -> bool:
    return node.tag == _LEAF and not _has_text(node.text) and not node.tail


def _cut_behind(node: etree._Element, above: etree._Element) -> etree._Element:
    """Cut the elements between `node` and `above` so that `node` comes last in them."""
    while (parent := _parent(node)) is not above:
        if _has_text(node.tail) or _anything(node.itersiblings()):
            clone = _clone(parent)
            clone.text, node.tail = node.tail, None
            clone.extend(list(node.itersiblings()))
            _insert_behind(parent, clone)
        node = parent
    return node


def _clone(element: etree._Element) -> etree._Element:
    clone = new_element(str(element.tag), {"epub": OPS[1:-1]})
    for key, value in element.attrib.items():
        if key != "id":
            clone.set(key, value)
    return clone


def _insert_behind(element: etree._Element, new: etree._Element) -> None:
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _anything(nodes: Iterable[etree._Element]) -> bool:
    """Whether one of `nodes` is more than white space."""
    return any(each.tag != _LEAF or _has_text(each.text) or _has_text(each.tail) for each in nodes)


def _dissolve(leaf: etree._Element) -> None:
    parent, before = _parent(leaf), leaf.getprevious()
    text = (leaf.text or "") + (leaf.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    leaf.tail = None
    parent.remove(leaf)
