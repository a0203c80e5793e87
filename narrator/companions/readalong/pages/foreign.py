"""Drawings (SVG) and formulas (MathML): as they are, without what would run or lead outside."""

from collections.abc import Callable

from lxml import etree

from .styles import clean_declarations, clean_sheet
from .vocabulary import MATHML, SVG, XLINK, XML, new_element

Links = Callable[[str, str], str | None]

_CAPITALS = """
    viewBox preserveAspectRatio gradientUnits gradientTransform patternUnits patternTransform
    patternContentUnits clipPathUnits maskUnits maskContentUnits markerWidth markerHeight
    markerUnits refX refY spreadMethod startOffset textLength lengthAdjust stdDeviation
    linearGradient radialGradient clipPath textPath
"""
_LOWERED = {name.lower(): name for name in _CAPITALS.split()}
"""Names in SVG that an HTML parser writes small."""
_RUNNING = """
    script foreignobject metadata set animate animatetransform animatemotion annotation-xml
"""
_LEFT_OUT = frozenset(_RUNNING.split())
_DEEPEST = 100


def convert_foreign(
    source: etree._Element, links: Links, new_id: Callable[[str], str], depth: int = 0
) -> etree._Element | None:
    """The drawing or formula `source`; None where nothing of it can be kept."""
    old = str(source.tag)
    name = old.rpartition("}")[2].rpartition(":")[2]
    space = MATHML if old.startswith(MATHML) or (name == "math" and not depth) else SVG
    return _copy(source, space, links, new_id, depth)


def _copy(
    source: etree._Element, space: str, links: Links, new_id: Callable[[str], str], depth: int
) -> etree._Element | None:
    old = str(source.tag)
    strange = "}" in old and not old.startswith((space, "{http://www.w3.org/1999/xhtml}"))
    name = old.rpartition("}")[2].rpartition(":")[2]
    name = _LOWERED.get(name, name) if space == SVG else name
    if strange or name.lower() in _LEFT_OUT or depth > _DEEPEST:
        return None
    made = new_element(
        f"{space}{name}", {"xlink": XLINK[1:-1]} if space == SVG and not depth else {}
    )
    if not _attributes(source, made, links, new_id, space):
        return None
    if name == "style":
        made.text = clean_sheet("".join(map(str, source.itertext())), links)
        return made
    made.text = source.text
    for child in source:
        part = _copy(child, space, links, new_id, depth + 1) if isinstance(child.tag, str) else None
        if part is not None:
            part.tail = child.tail
            made.append(part)
        elif child.tail and child.tail.strip():
            if len(made):
                made[-1].tail = (made[-1].tail or "") + child.tail
            else:
                made.text = (made.text or "") + child.tail
    return made


def _attributes(
    source: etree._Element,
    made: etree._Element,
    links: Links,
    new_id: Callable[[str], str],
    space: str,
) -> bool:
    """Take over what may stay; False where a picture leads nowhere, so that it must go."""
    for raw, said in source.attrib.items():
        key, value = str(raw), str(said)
        name = key.rpartition("}")[2].rpartition(":")[2]
        if (
            name.lower().startswith(("on", "xmlns"))
            or key.startswith("xmlns")
            or name in ("style", "id", "href", "src")
        ):
            continue
        if "}" in key or ":" in key:
            if key == f"{XML}space":
                made.set(key, value)
            continue
        if "url(" in value and "url(#" not in value.replace(" ", "").replace("'", ""):
            continue
        made.set(_LOWERED.get(name, name) if space == SVG else name, value)
    if id_ := new_id(source.get("id", "")):
        made.set("id", id_)
    if style := clean_declarations(source.get("style", ""), links):
        made.set("style", style)
    return _link(source, made, links)


def _link(source: etree._Element, made: etree._Element, links: Links) -> bool:
    href = source.get(f"{XLINK}href") or source.get("href") or source.get("xlink:href") or ""
    if not href:
        return str(made.tag) != f"{SVG}image"
    if href.startswith("#"):
        made.set(f"{XLINK}href", href)
        return True
    is_link = str(made.tag) == f"{SVG}a"
    address = links("page" if is_link else "picture", href)
    if address:
        made.set(f"{XLINK}href", address)
    return bool(address) or is_link
