"""The reader of EPUB: the steps from an archive to a book, in order."""

import posixpath
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import ClassVar
from urllib.parse import unquote

from narrator.errors import BadSource
from narrator.model import Book

from ..archive import Archive, open_archive
from ..counting import Written, text_of_markup
from ..interface import Reader, ReadOptions
from ..markup.book import Gathered, make_book
from ..markup.flow import Flow
from ..markup.pages import Page
from ..markup.roles import reason_of_words
from ..markup.stylesheets import hide, sheets_of
from ..markup.trees import decode_markup, parse_page
from ..pictures import LARGEST, is_cover
from ..source import SourceFile
from ..title_page import title_from_name
from .lexicons import read_lexicons
from .navigation import landmarks, read_contents
from .package import Item, Package, located, read_package
from .protection import encrypted_files, refuse_protected

_OUTSIDE = "outside the reading order"
_MOST_TEXT = 96 << 20
"""Bytes of all pages together; the memory that a book takes goes with them."""
_LARGEST_SHEET = 1 << 20


class Epub(Reader):
    """EPUB 2 and 3."""

    suffixes: ClassVar[tuple[str, ...]] = (".epub", ".kepub")

    def recognises(self, head: bytes) -> bool:
        """By the type that stands first in the archive."""
        return head.startswith(b"PK") and b"mimetypeapplication/epub+zip" in head[:100]

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in an EPUB file."""
        with open_archive(source) as archive:
            package = read_package(archive)
            pages = [item for item, _ in package.spine]
            names = {item.name for item in pages}
            refuse_protected(archive, encrypted_files(archive), names.__contains__)
            if sum(archive.size(item.name) for item in pages) > _MOST_TEXT:
                raise archive.damaged("its pages hold more text than any book")
            gathered = _gather(archive, package, source, options)
            return make_book(
                gathered,
                options,
                where=source.where,
                resolve=lambda page, link: _resolve(archive, page, link),
            )


def _gather(
    archive: Archive, package: Package, source: SourceFile, options: ReadOptions
) -> Gathered:
    matter = landmarks(archive, package) | package.guide
    pages, sources = [], []
    sheets = lru_cache(maxsize=8)(partial(_sheet, archive))
    for item, linear in package.spine:
        text = _text(archive, item)
        page = _read_page(text, item, package.warnings, sheets, options)
        sources.append(Written(item.name, text_of_markup(text)))
        reason = reason_of_words({matter.get(item.name, "")})
        if not options.read_all and (reason or not linear):
            for block in page.blocks:
                block.skip(reason or _OUTSIDE)
        pages.append(page)
    info = package.info
    if not info.title:
        info = replace(info, title=title_from_name(source.path))
    contents = read_contents(archive, package)
    if not contents:
        package.warnings.append("it has no table of contents: chapters are found by their headings")
    cover, said = _cover(archive, package), read_lexicons(archive, package)
    return Gathered(info, pages, contents, package.warnings, cover, said, sources)


def _text(archive: Archive, item: Item) -> str:
    try:
        return decode_markup(archive.read(item.name))
    except BadSource as error:
        raise BadSource(error.what, where=archive.where, todo=error.todo) from error


def _sheet(archive: Archive, folder: str, address: str) -> str:
    """A style sheet that a page in `folder` names; none where there is none."""
    name = located(archive, folder, address)
    if name is None or archive.size(name) > _LARGEST_SHEET:
        return ""
    try:
        return archive.read(name).decode("utf-8", "replace")
    except BadSource:
        return ""


def _read_page(
    text: str,
    item: Item,
    warnings: list[str],
    sheets: Callable[[str, str], str],
    options: ReadOptions,
) -> Page:
    root = parse_page(text)
    if root is None:
        if text.strip():
            warnings.append(f"a page of it could not be understood: {item.name[:80]}")
        return Page(item.name)
    hide(root, sheets_of(root, partial(sheets, posixpath.dirname(item.name))))
    flow = Flow(item.name, read_all=options.read_all, read_pictures=options.read_pictures)
    return flow.run(root)


def _cover(archive: Archive, package: Package) -> bytes | None:
    if not package.cover:
        return None
    try:
        data = archive.read(package.cover, LARGEST)
    except BadSource:
        data = b""
    if is_cover(data):
        return data
    package.warnings.append("its cover is no whole JPEG or PNG picture, so it is left out")
    return None


def _resolve(archive: Archive, page: str, link: str) -> tuple[str, str]:
    path, _, anchor = link.partition("#")
    name = located(archive, posixpath.dirname(page), path) if path else page
    return name or "", unquote(anchor)
