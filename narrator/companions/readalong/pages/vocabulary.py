"""What XHTML in EPUB 3 may hold: elements, where they may stand, their attributes."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SVG = "{http://www.w3.org/2000/svg}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"

_FLOW = """
    p h1 h2 h3 h4 h5 h6 hgroup div section article aside nav header footer main address blockquote
    pre hr ul ol dl figure table details
"""
FLOW = frozenset(_FLOW.split())
"""Elements that may not stand within a paragraph."""
_PARTS = "li dt dd caption colgroup col thead tbody tfoot tr td th figcaption summary"
PARTS = frozenset(_PARTS.split())
"""Elements that may only stand in an element of their own kind."""
BLOCKS = FLOW | PARTS | {"body"}
"""Elements at whose edges a text ends."""
_PHRASING = """
    a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span
    strong sub sup time u var wbr
"""
PHRASING = frozenset(_PHRASING.split())
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"})
"""Blocks that hold only text and phrasing elements."""
TRANSPARENT = frozenset({"a", "ins", "del"})
"""Elements that may hold whatever their parent may."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SECTIONS = frozenset({"section", "article", "aside", "nav"})
EMPTY = frozenset({"br", "hr", "img", "wbr", "col"})
WHOLE = frozenset({"ruby", "math", "bdo", "time", "data"})
"""Inline elements that may not be cut in two."""
SILENT = frozenset({"svg", "annotation", "rt", "rp", "head", "script", "style"})
"""Elements in which no text of the story stands."""
_LEFT_OUT = """
    script style base iframe frame frameset noframes embed applet param object input select textarea
    button datalist template bgsound basefont area map audio video source track canvas meter
    progress link meta title head isindex keygen
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
"""Elements that are dropped with all that is in them, if that is not text for those without."""
FALLBACK = frozenset({"object", "iframe", "applet", "audio", "video", "canvas", "noframes"})
"""Of those: in them stands what to show to readers who know them not."""
RENAMED = {
    "center": ("div", "text-align: center"),
    "font": ("span", ""),
    "big": ("span", "font-size: larger"),
    "tt": ("span", "font-family: monospace"),
    "strike": ("s", ""),
    "acronym": ("abbr", ""),
    "nobr": ("span", "white-space: nowrap"),
    "dir": ("ul", ""),
    "menu": ("ul", ""),
    "xmp": ("pre", ""),
    "listing": ("pre", ""),
    "plaintext": ("pre", ""),
    "image": ("img", ""),
    "form": ("div", ""),
    "fieldset": ("div", ""),
    "legend": ("div", ""),
    "search": ("div", ""),
    "rb": ("span", ""),
    "label": ("span", ""),
    "output": ("span", ""),
}
"""What older and other elements become, and the style that keeps their look."""

GLOBAL = frozenset({"id", "class", "title", "dir", "hidden"})
OF_ELEMENT = {
    "a": frozenset({"href", "hreflang"}),
    "img": frozenset({"alt", "width", "height"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope", "abbr"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "details": frozenset({"open"}),
}
"""The attributes that are kept, beside `style`, the language and `epub:type`."""
_COUNT = re.compile(r"[1-9]\d{0,3}")
_NUMBER = re.compile(r"-?\d{1,9}")
_MOMENT = r"\d{4,}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?"  # noqa: E501
VALUES = {
    "colspan": _COUNT,
    "rowspan": _COUNT,
    "span": _COUNT,
    "width": re.compile(r"\d{1,6}"),
    "height": re.compile(r"\d{1,6}"),
    "start": _NUMBER,
    "value": _NUMBER,
    "type": re.compile(r"[1aAiI]"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "hidden": re.compile(r"hidden|"),
    "open": re.compile(r"open|"),
    "reversed": re.compile(r"reversed|"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "hreflang": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "datetime": re.compile(_MOMENT),
}
"""What an attribute may say; another value is dropped."""
_PART_ROLES = """
    abstract acknowledgments afterword appendix bibliography chapter colophon conclusion credits
    dedication endnotes epigraph epilogue errata foreword glossary index introduction part preface
    prologue qna
"""
_PART_OF_BOOK = frozenset(f"doc-{name}" for name in _PART_ROLES.split())
_LINK = frozenset({"doc-noteref", "doc-backlink", "doc-biblioref", "doc-glossref"})
_SUBTITLE = frozenset({"doc-subtitle"})
ROLES = {
    "section": _PART_OF_BOOK,
    "a": _LINK,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _SUBTITLE),
}
"""Roles of parts of books (DPUB-ARIA), on the elements that may have them."""


def new_element(tag: str, prefixes: Mapping[str, str] = MappingProxyType({})) -> etree._Element:
    """An element whose own namespace needs no prefix."""
    spaces: dict[Any, str] = {None: tag.partition("}")[0][1:], **prefixes}
    return etree.Element(tag, nsmap=spaces)


def name_of(element: etree._Element) -> str:
    """An element's local name; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
