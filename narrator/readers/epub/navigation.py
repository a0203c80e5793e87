"""The table of contents that an EPUB carries: nav in EPUB 3, NCX in EPUB 2."""

import posixpath
from urllib.parse import unquote

from lxml import etree

from ..archive import Archive
from ..markup.pages import Entry
from ..markup.roles import semantics
from ..markup.trees import (
    all_text,
    attribute,
    decode_markup,
    label_text,
    local_name,
    parse_page,
    parse_xml,
)
from .package import Package, located

_DEEPEST = 12
_MOST = 20_000


def read_contents(archive: Archive, package: Package) -> list[Entry]:
    """The table of contents; empty where there is none that leads anywhere."""
    for name in package.navigation:
        if name.lower().endswith(".ncx"):
            root = parse_xml(archive.read(name))
            entries = _from_ncx(archive, name, root) if root is not None else []
        else:
            root = parse_page(decode_markup(archive.read(name)))
            entries = _from_nav(archive, name, root) if root is not None else []
        if entries:
            return entries
    return []


def landmarks(archive: Archive, package: Package) -> dict[str, str]:
    """What kind of matter a file holds, as the landmarks of an EPUB 3 say."""
    found: dict[str, str] = {}
    for name in package.navigation:
        if name.lower().endswith(".ncx"):
            continue
        root = parse_page(decode_markup(archive.read(name)))
        for nav in _navs(root, "landmarks"):
            for link in nav.iter("{*}a"):
                file, anchor = _target(archive, name, attribute(link, "href"))
                words = semantics(link)
                if file and not anchor and words:
                    found.setdefault(file, min(words))
    return found


def _navs(root: etree._Element | None, kind: str) -> list[etree._Element]:
    if root is None:
        return []
    return [nav for nav in root.iter("{*}nav") if kind in semantics(nav)]


def _from_nav(archive: Archive, name: str, root: etree._Element) -> list[Entry]:
    navs = _navs(root, "toc") or list(root.iter("{*}nav"))[:1]
    entries: list[Entry] = []
    for nav in navs[:1]:
        depth = -1
        for event, element in etree.iterwalk(nav, events=("start", "end")):
            tag = local_name(element)
            if tag in ("ol", "ul"):
                depth += 1 if event == "start" else -1
            elif event == "start" and tag == "a" and len(entries) < _MOST:
                page, anchor = _target(archive, name, attribute(element, "href"))
                entries.append(
                    Entry(label_text(element), min(max(depth, 0), _DEEPEST), page, anchor)
                )
            elif event == "start" and tag == "span" and local_name(_parent(element)) == "li":
                entries.append(Entry(label_text(element), min(max(depth, 0), _DEEPEST), "", ""))
    return _with_headings(entries)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _with_headings(entries: list[Entry]) -> list[Entry]:
    """A heading in the contents that leads nowhere stands where its first entry does."""
    found: list[Entry] = []
    after: Entry | None = None
    for entry in reversed(entries):
        if not entry.page and after is not None and after.depth > entry.depth:
            entry = Entry(entry.title, entry.depth, after.page, after.anchor)
        found.append(entry)
        after = entry
    return [entry for entry in reversed(found) if entry.page]


def _from_ncx(archive: Archive, name: str, root: etree._Element) -> list[Entry]:
    entries: list[Entry] = []
    depth = -1
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if local_name(element) != "navpoint":
            continue
        depth += 1 if event == "start" else -1
        if event == "start" and len(entries) < _MOST:
            label = next(element.iter("{*}text"), None)
            content = next(element.iter("{*}content"), None)
            title = all_text(label) if label is not None else ""
            link = attribute(content, "src") if content is not None else ""
            page, anchor = _target(archive, name, link)
            if page:
                entries.append(Entry(title, min(depth, _DEEPEST), page, anchor))
    return entries


def _target(archive: Archive, name: str, link: str) -> tuple[str, str]:
    file = located(archive, posixpath.dirname(name), link)
    return file or "", unquote(link.partition("#")[2])
