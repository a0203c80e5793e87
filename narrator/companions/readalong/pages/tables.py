"""Elements whose children must be of certain kinds, in a certain order: lists, tables, figures."""

import re

from lxml import etree

from .vocabulary import HEADINGS, XHTML

_ROWS = ("thead", "tbody", "tfoot")
_OWN = frozenset(
    {"start", "reversed", "value", "type", "colspan", "rowspan", "span", "scope", "abbr", "open"}
)
"""Attributes that only some kinds have."""
_RUBY = re.compile(r"(?:w+(?:t|ptp)+)+")
"""Words, readings and the brackets around these."""
_PARTS_OF_TABLE = ("caption", "colgroup", *_ROWS)


def put_in_order(made: etree._Element) -> None:
    """Make `made` one that may hold what it holds; nothing is lost."""
    _ORDERS[_kind(made)](made)


def _kind(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _retag(element: etree._Element, kind: str) -> None:
    element.tag = f"{XHTML}{kind}"
    for key in _OWN & set(map(str, element.attrib)):
        del element.attrib[key]


def _loose(element: etree._Element, kinds: tuple[str, ...]) -> bool:
    """Whether text or elements of other kinds stand right in it."""
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts) or any(
        _kind(child) not in kinds for child in element
    )


def _wrap_loose(element: etree._Element, kinds: tuple[str, ...], wrapper: str) -> None:
    """Put text and elements of other kinds into elements of kind `wrapper`."""
    if not _loose(element, kinds):
        return
    children, text = list(element), element.text
    element.text = None
    for child in children:
        element.remove(child)
    box: etree._Element | None = None
    if text and text.strip():
        box = etree.SubElement(element, f"{XHTML}{wrapper}")
        box.text = text
    for child in children:
        tail, child.tail = child.tail, None
        if _kind(child) in kinds:
            element.append(child)
            box = None
        else:
            if box is None:
                box = etree.SubElement(element, f"{XHTML}{wrapper}")
            box.append(child)
        if tail and tail.strip():
            if box is None:
                box = etree.SubElement(element, f"{XHTML}{wrapper}")
                box.text = tail
            elif len(box):
                box[-1].tail = tail
        elif tail:
            element[-1].tail = tail


def _list(made: etree._Element) -> None:
    _wrap_loose(made, ("li",), "li")


def _row(made: etree._Element) -> None:
    _wrap_loose(made, ("td", "th"), "td")


def _definitions(made: etree._Element) -> None:
    """Terms and what they mean, in turn; a list that is not like that is only a division."""
    _wrap_loose(made, ("dt", "dd"), "dd")
    kinds = [_kind(child) for child in made]
    runs = [kind for n, kind in enumerate(kinds) if n == 0 or kinds[n - 1] != kind]
    if not kinds or runs[0] != "dt" or runs[-1] != "dd":
        for child in made:
            _retag(child, "div")
        _retag(made, "div")


def _figure(made: etree._Element) -> None:
    captions = [child for child in made if _kind(child) == "figcaption"]
    at_edge = [
        child
        for child in captions[:1]
        if (child is made[0] and not (made.text or "").strip())
        or (child is made[-1] and not (child.tail or "").strip())
    ]
    for child in captions:
        if child not in at_edge:
            _retag(child, "div")


def _details(made: etree._Element) -> None:
    summaries = [child for child in made if _kind(child) == "summary"]
    first = len(made) and _kind(made[0]) == "summary" and not (made.text or "").strip()
    for child in summaries[1:] if first else summaries:
        _retag(child, "div")
    if not first:
        _retag(made, "div")


def _ruby(made: etree._Element) -> None:
    """Words with their reading behind them; what is not like that is only words."""
    shown = "w" if (made.text or "").strip() else ""
    for child in made:
        shown += {"rt": "t", "rp": "p"}.get(_kind(child), "w")
        shown += "w" if (child.tail or "").strip() else ""
    if not _RUBY.fullmatch(shown):
        for child in made:
            if _kind(child) in ("rt", "rp"):
                _retag(child, "span")
        _retag(made, "span")


def _headings(made: etree._Element) -> None:
    kinds = [_kind(child) for child in made]
    loose = _loose(made, ("p", *HEADINGS))
    if loose or sum(kind in HEADINGS for kind in kinds) != 1:
        _retag(made, "div")


def _table(made: etree._Element) -> None:
    """Caption, columns, head, bodies, foot: in this order, of rows only."""
    _wrap_loose(made, (*_PARTS_OF_TABLE, "col", "tr"), "tr")
    for child in list(made):
        if _kind(child) in _ROWS:
            _wrap_loose(child, ("tr",), "tr")
    for row in list(made.iter(f"{XHTML}tr")):
        if row.getparent() is made or _kind(_above(row)) in _ROWS:
            _row(row)
    _gather(made, ("col",), "colgroup")
    if any(_kind(child) in _ROWS for child in made):
        _gather(made, ("tr",), "tbody")
    found: dict[str, list[etree._Element]] = {}
    for child in list(made):
        child.tail = None
        kind = _kind(child)
        if kind in ("caption", "thead", "tfoot") and kind in found:
            if kind == "caption":
                kind = "tbody"
                _retag(child, "td")
                row = etree.Element(f"{XHTML}tr")
                child.addprevious(row)
                row.append(child)
                body = etree.Element(f"{XHTML}tbody")
                row.addprevious(body)
                body.append(row)
                child = body
            else:
                kind = "tbody"
                _retag(child, kind)
        found.setdefault(kind, []).append(child)
    if "tbody" in found and "tr" in found:
        body = etree.Element(f"{XHTML}tbody")
        body.extend(found.pop("tr"))
        found["tbody"].insert(0, body)
    made.text = None
    for kind in ("caption", "colgroup", "thead", "tbody", "tr", "tfoot"):
        for child in found.get(kind, ()):
            made.append(child)
    if not len(made):
        _retag(made, "div")


def _above(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _gather(made: etree._Element, kinds: tuple[str, ...], wrapper: str) -> None:
    """Put neighbours of these kinds into one element of kind `wrapper`."""
    box: etree._Element | None = None
    for child in list(made):
        if _kind(child) not in kinds:
            box = None
            continue
        if box is None:
            box = etree.Element(f"{XHTML}{wrapper}")
            child.addprevious(box)
        box.append(child)


_ORDERS = {
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "tr": _row,
    "figure": _figure,
    "details": _details,
    "hgroup": _headings,
    "ruby": _ruby,
}
