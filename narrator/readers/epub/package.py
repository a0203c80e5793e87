"""The package document of an EPUB: what the book is called and which files it is made of."""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from lxml import etree

from narrator.model import BookInfo

from ..archive import Archive
from ..authors import authors_of
from ..collection import natural_order
from ..markup.trees import all_text, attribute, parse_xml
from ..title_page import authors_named

_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
_PAGE_NAME = re.compile(r"\.(?:x?html?|xml)$", re.IGNORECASE)
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png)$", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]+>")
_AUTHOR = "aut"
_MAKERS = frozenset({"edt", "com", "cre", "ths", "pbd", "ill", "art", "nrt", "adp", "dto"})
"""By their MARC codes those after whom a book is called that has no author; no translators."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    id: str
    name: str
    """Its path in the archive."""
    media_type: str
    properties: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether text is on it."""
        if self.media_type.lower() in _PAGE_TYPES:
            return True
        return not self.media_type.startswith(("image/", "font/")) and bool(
            _PAGE_NAME.search(self.name)
        )


@dataclass(slots=True)
class Package:
    """What the package document says."""

    info: BookInfo
    items: dict[str, Item]
    """By id."""
    spine: list[tuple[Item, bool]]
    """The pages in reading order, and whether each is part of the main text."""
    navigation: list[str] = field(default_factory=list)
    """The files with tables of contents, the better one first."""
    guide: dict[str, str] = field(default_factory=dict)
    """What kind of matter a file holds, where the package says so: `copyright-page`."""
    cover: str = ""
    """The picture of the cover; empty where there is none."""
    warnings: list[str] = field(default_factory=list)
    name: str = ""
    """Where the package document is; empty where there is none that can be read."""


def read_package(archive: Archive) -> Package:
    """The package document of a book; a book without one is put together from its files.

    Raises:
        BadSource: the archive holds no book.
    """
    warnings: list[str] = []
    name = _package_name(archive, warnings)
    root = parse_xml(archive.read(name)) if name else None
    if root is None:
        return _put_together(archive, warnings)
    items = _items(archive, root, posixpath.dirname(name), warnings)
    spine = _spine(root, items, warnings)
    if not spine:
        warnings.append(
            "its reading order is empty: its pages are read in the order of their names"
        )
        return _put_together(archive, warnings, _info(root))
    package = Package(_info(root), items, spine, warnings=warnings, name=name)
    package.navigation = _navigation(root, items)
    package.guide = dict(_guide(archive, root, posixpath.dirname(name)))
    package.cover = _cover(root, items)
    return package


def located(archive: Archive, base: str, link: str) -> str | None:
    """The file in the archive that `link`, found in a file in the folder `base`, leads to."""
    try:
        path = unquote(urlsplit(link).path)
    except ValueError:
        path = unquote(link.partition("#")[0])
    if not path:
        return None
    return archive.find(posixpath.join(base, path)) or archive.find(path)


def _package_name(archive: Archive, warnings: list[str]) -> str:
    container = archive.find("META-INF/container.xml")
    root = parse_xml(archive.read(container)) if container else None
    if root is not None:
        for file in root.iter("{*}rootfile"):
            found = archive.find(attribute(file, "full-path"))
            if found:
                return found
    found = min((n for n in archive.names if n.lower().endswith(".opf")), key=len, default="")
    if found:
        warnings.append("its container file is missing or wrong; the book was found without it")
    return found


def _put_together(archive: Archive, warnings: list[str], info: BookInfo | None = None) -> Package:
    names = sorted(
        (name for name in archive.names if _PAGE_NAME.search(name) and "META-INF" not in name),
        key=natural_order,
    )
    pages = [name for name in names if not name.lower().endswith(".xml")]
    if not pages:
        raise archive.damaged("there is no book in this archive")
    if info is None:
        warnings.append(
            "its package file is missing: its pages are read in the order of their names"
        )
    items = {name: Item(name, name, "", ()) for name in pages}
    return Package(
        info or BookInfo(""), items, [(items[name], True) for name in pages], warnings=warnings
    )


def _items(
    archive: Archive, root: etree._Element, base: str, warnings: list[str]
) -> dict[str, Item]:
    items: dict[str, Item] = {}
    for element in root.iter("{*}item"):
        link, key = attribute(element, "href"), attribute(element, "id")
        name = located(archive, base, link)
        media_type = attribute(element, "media-type")
        if name is None:
            if media_type in _PAGE_TYPES:
                warnings.append(f"a page is missing from it: {link[:80]}")
            continue
        properties = tuple(attribute(element, "properties").split())
        items.setdefault(key, Item(key, name, media_type, properties))
    return items


def _spine(
    root: etree._Element, items: dict[str, Item], warnings: list[str]
) -> list[tuple[Item, bool]]:
    spine: list[tuple[Item, bool]] = []
    seen: set[str] = set()
    for reference in root.iter("{*}itemref"):
        item = items.get(attribute(reference, "idref"))
        if item is None or item.name in seen or not item.is_page:
            continue
        seen.add(item.name)
        spine.append((item, attribute(reference, "linear").lower() != "no"))
    return spine


def _navigation(root: etree._Element, items: dict[str, Item]) -> list[str]:
    found = [item.name for item in items.values() if "nav" in item.properties]
    spine = next(root.iter("{*}spine"), None)
    named = items.get(attribute(spine, "toc")) if spine is not None else None
    if named is not None:
        found.append(named.name)
    found += [item.name for item in items.values() if item.media_type == "application/x-dtbncx+xml"]
    found += [item.name for item in items.values() if item.name.lower().endswith(".ncx")]
    return list(dict.fromkeys(found))


def _guide(archive: Archive, root: etree._Element, base: str) -> Iterator[tuple[str, str]]:
    for reference in root.iter("{*}reference"):
        link = attribute(reference, "href")
        name = located(archive, base, link)
        if name and "#" not in link:
            yield name, attribute(reference, "type").lower()


def _cover(root: etree._Element, items: dict[str, Item]) -> str:
    for item in items.values():
        if "cover-image" in item.properties:
            return item.name
    for meta in root.iter("{*}meta"):
        if attribute(meta, "name").lower() == "cover":
            named = attribute(meta, "content")
            if named in items and not items[named].is_page:
                return items[named].name
    for item in items.values():
        if "cover" in (item.id + posixpath.basename(item.name)).lower() and _PICTURE_NAME.search(
            item.name
        ):
            return item.name
    return ""


def _info(root: etree._Element) -> BookInfo:
    refined = _refinements(root)
    series, number = _series(root, refined)
    language = next(_values(root, "language"), "")
    return BookInfo(
        title=_title(root, refined),
        author=authors_named(dict.fromkeys(_authors(root)), language),
        language=language,
        series=series,
        series_number=number,
        date=_date(root),
        description=_description(root),
    )


def _description(root: etree._Element) -> str:
    """What it is about; shops put HTML into it."""
    text = html.unescape(_TAG.sub(" ", html.unescape(next(_values(root, "description"), ""))))
    return " ".join(text.split())


def _refinements(root: etree._Element) -> dict[str, dict[str, str]]:
    """What EPUB 3 says about other entries, by their id."""
    found: dict[str, dict[str, str]] = {}
    for meta in root.iter("{*}meta"):
        target = attribute(meta, "refines").lstrip("#")
        if target:
            found.setdefault(target, {})[attribute(meta, "property")] = all_text(meta)
    return found


def _values(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{*}}{name}"):
        text = all_text(element)
        if text:
            yield text


def _title(root: etree._Element, refined: dict[str, dict[str, str]]) -> str:
    titles = [(attribute(e, "id"), all_text(e)) for e in root.iter("{*}title")]
    for key, text in titles:
        if refined.get(key, {}).get("title-type") == "main" and text:
            return text
    return next((text for _, text in titles if text), "")


def _authors(root: etree._Element) -> list[str]:
    """Who wrote it; where nobody did, who edited it or made it in some other way."""
    roles = _roles(root)
    named = [
        (
            name,
            {attribute(element, "role").lower(), *roles.get(attribute(element, "id"), ())} - {""},
        )
        for element in root.iter("{*}creator")
        for name in authors_of(all_text(element))
    ]
    found = [name for name, said in named if not said or _AUTHOR in said]
    return found or [name for name, said in named if not said.isdisjoint(_MAKERS)]


def _roles(root: etree._Element) -> dict[str, set[str]]:
    """What EPUB 3 says that people did, by their ids; one may have done several things."""
    found: dict[str, set[str]] = {}
    for meta in root.iter("{*}meta"):
        if attribute(meta, "property") == "role":
            target = attribute(meta, "refines").lstrip("#")
            found.setdefault(target, set()).add(all_text(meta).lower())
    return found


def _series(root: etree._Element, refined: dict[str, dict[str, str]]) -> tuple[str, str]:
    named = {
        attribute(meta, "name"): attribute(meta, "content")
        for meta in root.iter("{*}meta")
        if attribute(meta, "name")
    }
    if named.get("calibre:series"):
        number = named.get("calibre:series_index", "")
        return named["calibre:series"], number.removesuffix(".0")
    for meta in root.iter("{*}meta"):
        if attribute(meta, "property") == "belongs-to-collection":
            about = refined.get(attribute(meta, "id"), {})
            if about.get("collection-type", "series") == "series":
                return all_text(meta), about.get("group-position", "")
    return "", ""


def _date(root: etree._Element) -> str:
    """The day of publication, without the time; Calibre's `0101-01-01` means: unknown."""
    dates = [
        (attribute(element, "event"), all_text(element).partition("T")[0])
        for element in root.iter("{*}date")
    ]
    dates = [(event, date) for event, date in dates if re.match(r"[1-9]\d{3}", date)]
    published = [date for event, date in dates if "publication" in event]
    others = [date for event, date in dates if "modification" not in event]
    return next(iter(published + others), "")
