"""The style that stands for the attributes by which older pages said how they look."""

import re

from lxml import etree

_LENGTH = re.compile(r"(\d{1,5})(%|px|)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,20}")
_FACE = re.compile(r"[\w ,'\"-]{1,80}")
_SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_BULLETS = frozenset({"disc", "circle", "square", "none"})
_ALIGNED = frozenset({"left", "right", "center", "justify"})
_RAISED = frozenset({"top", "middle", "bottom", "baseline"})
_FLOATING = frozenset({"img", "table", "object"})
_SIZED = frozenset({"td", "th", "table", "col", "hr"})


def look_of(element: etree._Element, name: str) -> str:
    """The declarations that an element's own attributes amount to; empty for most."""
    found: list[str] = []
    for key, value in element.attrib.items():
        said = _declaration(name, str(key).lower(), str(value).strip(), element)
        if said:
            found.append(said)
    return "; ".join(found)


def _declaration(name: str, key: str, value: str, element: etree._Element) -> str:
    word = value.lower()
    if key == "align":
        return _alignment(name, word)
    if key == "valign" and word in _RAISED:
        return f"vertical-align: {word}"
    if key in ("bgcolor", "color", "text") and _COLOUR.fullmatch(value):
        return f"{'background-color' if key == 'bgcolor' else 'color'}: {value}"
    if key == "face" and _FACE.fullmatch(value):
        return f"font-family: {value}"
    if key == "size" and name == "font":
        return _size(word)
    length = _LENGTH.fullmatch(word)
    if not length:
        return _other(name, key, word)
    if key in ("width", "height") and (name in _SIZED or (name == "img" and length[2])):
        return f"{key}: {length[1]}{length[2] or 'px'}"
    if key == "border" and name in ("img", "table"):
        return f"border: {length[1]}px solid" if int(length[1]) else "border: none"
    return ""


def _other(name: str, key: str, word: str) -> str:
    if key == "clear" and name == "br" and word in ("left", "right", "all", "both"):
        return f"clear: {'both' if word == 'all' else word}"
    if key == "nowrap":
        return "white-space: nowrap"
    if key == "type" and name in ("ul", "li") and word in _BULLETS:
        return f"list-style-type: {word}"
    return ""


def _alignment(name: str, word: str) -> str:
    if name in _FLOATING:
        if word in ("left", "right"):
            return f"float: {word}"
        if name == "table" and word == "center":
            return "margin-left: auto; margin-right: auto"
        return f"vertical-align: {word}" if word in _RAISED else ""
    return f"text-align: {word}" if word in _ALIGNED else ""


def _size(word: str) -> str:
    """The steps of HTML's `font`: 1 to 7, or so many more or less than 3."""
    if not re.fullmatch(r"[+-]?\d", word):
        return ""
    step = int(word) + (3 if word[0] in "+-" else 0)
    return f"font-size: {_SIZES[min(max(step, 1), 7) - 1]}"
