"""Markup to a tree: well-formed or not, in whatever encoding, and never a door for anyone."""

import codecs
import html
import re
from functools import lru_cache, partial
from html.entities import html5
from itertools import islice

from lxml import etree

from narrator.text.characters import without_controls

from ..counting import text_of_markup
from ..decoding import decode_loosely
from .spacing import EDGE, LINE_END, parted

XHTML = "{http://www.w3.org/1999/xhtml}"

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,400}?charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096
_PREAMBLE = 16_384
"""Characters in which a document type has to end."""
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^>\[]|\[[^\]]*\])*>", re.IGNORECASE)
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_LONG_TAG = re.compile(r"<([A-Za-z][\w:.-]*)(\s[^<>]{8000,})>")
_ATTRIBUTE = re.compile(r"""\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'/]+))?""")
_MOST_ATTRIBUTES = 200
_ESCAPE = "\x1b"
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#(x?[0-9a-fA-F]{1,8});|(\w{1,32});)?")
_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/>")
_TAG = re.compile(r"<(/?[A-Za-z][\w:.-]*)[^<>]*>")
_FLAT_TAGS = "html head title body p h1 h2 h3 h4 h5 h6 br hr li script style"
_FLAT = frozenset(_FLAT_TAGS.split())
_FLATTEST = frozenset(["html", "head", "title", "body", "p", "br", "hr", "script", "style"])
_DEEP = 200
"""Tags, not more than which no parser can have nested too deeply."""
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr image"
_VOID = frozenset(_VOID_TAGS.split())


def parse_xml(data: bytes) -> etree._Element | None:
    """The tree of an XML file, mended where it is broken; None where there is none."""
    text = _plain(decode_markup(data)).encode("utf-8")
    for recover in (False, True):
        try:
            root = etree.fromstring(text, _xml_parser(recover=recover))
        except etree.XMLSyntaxError:
            continue
        if root is not None:
            return root
    return None


def parse_page(text: str) -> etree._Element | None:
    """The tree of an HTML or XHTML page; None where it holds nothing.

    Entities that a file declares for itself are never expanded, and nothing is fetched.
    """
    text = _plain(text)
    if "<html" in text[:_HEAD].lower() and "xmlns" in text[:_HEAD]:
        try:
            return etree.fromstring(text.encode("utf-8"), _xml_parser(recover=False))
        except etree.XMLSyntaxError:
            pass
        text = _SELF_CLOSED.sub(_opened_and_closed, text)
    if not text.strip():
        return None
    root = _parse_html(text)
    for kept in (_FLAT, _FLATTEST):
        if root is None or not _is_cut_short(root, text):
            break
        # The parser leaves out what is nested thousands of times, as tags are that nobody closed.
        root = _parse_html(_TAG.sub(partial(_flat, kept), text))
    return root


def _parse_html(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None


def _is_cut_short(root: etree._Element, text: str) -> bool:
    """Whether the tree lacks text, and is as deep as those are of which the rest was left out."""
    if text.count("<") <= _DEEP:
        return False
    found = " ".join(map(str, root.itertext()))
    unseen = sum(len(all_text(each)) for each in root.iter("script", "style", "template", "title"))
    wanted = len("".join(text_of_markup(text).split()))
    return len("".join(found.split())) - unseen < wanted and _depth(root) > _DEEP


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _flat(kept: frozenset[str], tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if tag[1].lower().strip("/") in kept else ""


def decode_markup(data: bytes) -> str:
    """The text of a markup file: its byte-order mark, what it declares, or what it looks like."""
    found = None if data.startswith(codecs.BOM_UTF8) else _DECLARED.search(data[:_HEAD])
    if found:
        name = (found[1] or found[2]).decode("ascii", "replace")
        try:
            # What calls itself Latin-1 on the Web is cp1252.
            if codecs.lookup(name).name in ("iso8859-1", "ascii"):
                return decode_loosely(data)
            return data.decode(name).removeprefix("\ufeff")
        except (LookupError, ValueError):
            pass
    return decode_loosely(data)


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace, lower case; empty for comments and the like."""
    tag = element.tag
    return _bare_name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=512)
def _bare_name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute, whatever namespace it is in; empty where there is none."""
    value = element.get(name)
    if value is not None:
        return value
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2].rpartition(":")[2] == name:
            return str(found)
    return ""


def all_text(element: etree._Element) -> str:
    """All text in an element, white space folded; nothing for a comment."""
    if not isinstance(element.tag, str):
        return ""
    return " ".join("".join(map(str, element.itertext())).split())


def label_text(element: etree._Element) -> str:
    """The text of an entry in a list of contents: as `all_text`, but what is set apart stays so."""
    pieces: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        name = local_name(each)
        if event == "start":
            mark = name == "sup" and all_text(each).strip("[]*†‡").isdecimal()
            pieces += [EDGE, " " if name in ("br", "img") else "", "" if mark else each.text or ""]
            continue
        pieces += [EDGE, (each.tail or "") if each is not element else ""]
    lines = parted("".join(pieces)).split(LINE_END)
    return ": ".join(" ".join(line.split()) for line in lines if line.strip())


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=True,  # for its depth: entities, which might grow without end, are out of it
        recover=recover,
        remove_pis=True,
    )


def _plain(text: str) -> str:
    """`text` without what may do harm: declared entities, and signs that no XML may hold."""
    if _ESCAPE in text:
        text = without_controls(text)
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _XML_DECLARATION.sub("", text, count=1)
    text = _DOCTYPE.sub("", text[:_PREAMBLE], count=1) + text[_PREAMBLE:]
    return _REFERENCE.sub(_character, _LONG_TAG.sub(_shortened, text))


def _shortened(tag: re.Match[str]) -> str:
    """A tag with its first attributes alone: the time that more take goes with their square."""
    kept = islice(_ATTRIBUTE.finditer(tag[2]), _MOST_ATTRIBUTES)
    return f"<{tag[1]}{''.join(each[0] for each in kept)}{'/' if tag[2].endswith('/') else ''}>"


def _character(match: re.Match[str]) -> str:
    """What a reference stands for; one that nobody knows is text as it is written."""
    if match[1]:
        known = html.unescape(match[0])
        known = _CONTROL.sub(" ", known)
    elif match[2]:
        known = html5.get(f"{match[2]};", match[0])
    else:
        known = match[0]
    return known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _opened_and_closed(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name.lower() in _VOID else f"<{name}{match[2]}></{name}>"
