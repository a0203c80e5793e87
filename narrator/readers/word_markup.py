"""What Word has and mammoth does not know, written as what it knows: one step before it.

Readings above words, formulas, hidden text, drop caps, and headings that a writer made by hand.
"""

import io
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from .archive import Archive
from .markup.trees import attribute, local_name, parse_xml

HIDDEN, HEADING, ASIDE = "NarratorHidden", "NarratorHeading", "NarratorAside"
"""Styles by which later steps know a run, a paragraph, a run."""

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_LONGEST_HEADING = 80
_FEWEST_HEADINGS = 2
_OFF = ("0", "false", "off", "none")


def prepared(archive: Archive, limit: int) -> tuple[io.BytesIO, str]:
    """A document for mammoth, and the text that it holds, each part at most `limit` bytes."""
    made, written = io.BytesIO(), []
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name in archive.names:
            if not name.lower().endswith((".xml", ".rels")):
                continue  # pictures are left out anyway
            data = archive.read(name, limit)
            root = parse_xml(data) if name.lower() in _PARTS else None
            if root is not None:
                written.append(_text(root))
                _prepare(root)
                data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            packed.writestr(zipfile.ZipInfo(name), data)
    made.seek(0)
    return made, "\n".join(written)


def _text(root: etree._Element) -> str:
    """The words of a part, a paragraph a line; what is told twice for old programs once."""
    lines: list[str] = []
    for element in root.iter("{*}p", "{*}t", "{*}tab", "{*}br"):
        name = local_name(element)
        if any(local_name(up) in _TWICE for up in element.iterancestors()):
            continue
        lines.append({"p": "\n", "tab": " ", "br": " "}.get(name) or element.text or "")
    return "".join(lines)


_TWICE = frozenset({"fallback", "movefrom"})


def _prepare(root: etree._Element) -> None:
    for element in list(root.iter("{*}ruby")):
        _unfold_reading(element)
    for element in list(root.iter("{*}oMath")):
        _replace(element, _run(_formula(element), element))
    for element in list(root.iter("{*}vanish", "{*}webHidden")):
        if attribute(element, "val").lower() not in _OFF:
            _style_run(element)
    paragraphs = list(root.iter("{*}p"))
    for paragraph in paragraphs:
        if _is_drop_cap(paragraph):
            _join_next(paragraph)
    body = [] if next(root.iter("{*}body"), None) is None else paragraphs
    for paragraph in _handmade([p for p in body if p.getparent() is not None]):
        _style_paragraph(paragraph)


def _w(element: etree._Element, name: str) -> str:
    """`name` in the namespace of Word's own words, as this document has it."""
    spaces = element.nsmap.values()
    space = next((s for s in spaces if s and "wordprocessingml" in s and "2010" not in s), "")
    return f"{{{space}}}{name}"


def _run(text: str, near: etree._Element, style: str = "") -> etree._Element:
    run = etree.Element(_w(near, "r"))
    if style:
        properties = etree.SubElement(run, _w(near, "rPr"))
        etree.SubElement(properties, _w(near, "rStyle")).set(_w(near, "val"), style)
    etree.SubElement(run, _w(near, "t")).text = text
    return run


def _words(element: etree._Element | None) -> str:
    return "" if element is None else "".join(t.text or "" for t in element.iter("{*}t"))


def _unfold_reading(ruby: etree._Element) -> None:
    """Put the base of a reading in the place of the run that it is in, and the reading aside."""
    run = ruby.getparent()
    if run is None or run.getparent() is None:
        return
    base = _words(next(ruby.iter("{*}rubyBase"), None))
    reading = _words(next(ruby.iter("{*}rt"), None))
    for each in (_run(base, ruby), _run(reading, ruby, ASIDE)):
        run.addprevious(each)
    run.remove(ruby)


def _formula(element: etree._Element) -> str:
    """A formula on one line, as plain signs."""
    up = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
    pieces = []
    for text in element.iter("{*}t"):
        raised = any(local_name(each) == "sup" for each in text.iterancestors())
        divided = any(local_name(each) == "den" for each in text.iterancestors())
        shown = text.text or ""
        pieces.append(shown.translate(up) if raised else f" / {shown}" if divided else shown)
    return "".join(pieces)


def _replace(element: etree._Element, run: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        run.tail = element.tail
        parent.replace(element, run)


def _style_run(hidden: etree._Element) -> None:
    properties = hidden.getparent()
    if properties is None or local_name(properties) != "rpr":
        return
    for old in properties.findall("{*}rStyle"):
        properties.remove(old)
    style = etree.Element(_w(hidden, "rStyle"))
    style.set(_w(hidden, "val"), HIDDEN)
    properties.insert(0, style)


def _is_drop_cap(paragraph: etree._Element) -> bool:
    frame = paragraph.find("{*}pPr/{*}framePr")
    return frame is not None and attribute(frame, "dropCap").lower() not in ("", "none")


def _join_next(paragraph: etree._Element) -> None:
    """Put a drop cap, a paragraph of its own, before the text of the next."""
    after = paragraph.getnext()
    if after is None or local_name(after) != "p":
        return
    first = after.find("{*}pPr")
    runs = [child for child in paragraph if local_name(child) != "ppr"]
    at = 0 if first is None else list(after).index(first) + 1
    for run in reversed(runs):
        after.insert(at, run)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _handmade(paragraphs: Sequence[etree._Element]) -> list[etree._Element]:
    """Paragraphs that are headings by their looks alone, in a document that has no others."""
    if any(_is_styled(paragraph) for paragraph in paragraphs):
        return []
    told = [p for p in paragraphs if _words(p).strip()]
    found = [
        paragraph
        for paragraph, after in pairwise(told)
        if _looks_like_heading(paragraph) and not _looks_like_heading(after)
    ]
    return found if len(found) >= _FEWEST_HEADINGS and 3 * len(found) <= len(told) else []


def _is_styled(paragraph: etree._Element) -> bool:
    style = paragraph.find("{*}pPr/{*}pStyle")
    named = attribute(style, "val").lower() if style is not None else ""
    return named.startswith(("heading", "berschrift", "titre", "überschrift", "kop", "rubrik"))


def _looks_like_heading(paragraph: etree._Element) -> bool:
    """Whether a paragraph is short and all bold, alone on its line."""
    text = _words(paragraph).strip()
    if (
        len(text) > _LONGEST_HEADING
        or text[-1] in ".,;:"
        or paragraph.find("{*}pPr/{*}pStyle") is not None
    ):
        return False
    if any(local_name(up) == "tbl" for up in paragraph.iterancestors()):
        return False
    runs = [run for run in paragraph.iter("{*}r") if _words(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: etree._Element) -> bool:
    bold = run.find("{*}rPr/{*}b")
    return bold is not None and attribute(bold, "val").lower() not in _OFF


def _style_paragraph(paragraph: etree._Element) -> None:
    properties = paragraph.find("{*}pPr")
    if properties is None:
        properties = etree.Element(_w(paragraph, "pPr"))
        paragraph.insert(0, properties)
    style = etree.Element(_w(paragraph, "pStyle"))
    style.set(_w(paragraph, "val"), HEADING)
    properties.insert(0, style)
