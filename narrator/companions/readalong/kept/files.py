"""The files of an EPUB that go into its read-along book, under names that are allowed."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from lxml import etree

from narrator.errors import BadSource
from narrator.readers.archive import Archive
from narrator.readers.epub.package import located
from narrator.readers.markup.trees import decode_markup, parse_xml

from ..pages import clean_sheet, convert_foreign
from .fonts import mixed

FOLDER = "book"
"""Where the files of the source are, beside ours."""
_PICTURES = {
    b"\xff\xd8\xff": ("image/jpeg", (".jpg", ".jpeg", ".jpe")),
    b"\x89PNG\r\n\x1a\n": ("image/png", (".png",)),
    b"GIF8": ("image/gif", (".gif",)),
}
_FONTS = {
    b"\x00\x01\x00\x00": ("font/ttf", (".ttf", ".otf")),
    b"true": ("font/ttf", (".ttf", ".otf")),
    b"OTTO": ("font/otf", (".otf", ".ttf")),
    b"wOFF": ("font/woff", (".woff",)),
    b"wOF2": ("font/woff2", (".woff2",)),
}
_LARGEST = 64 << 20
"""Bytes of a picture or a font."""
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#][^\s<>\"{}|\\^`\[\]]*)?")
_MAIL = re.compile(r"mailto:[^\s<>\"{}|\\^`\[\]]+|tel:[+\d() .-]+")
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|svg\+xml|webp)[;,][^\s\"<>]+")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it goes into the book."""

    target: str
    """Relative to the package document."""
    media_type: str
    data: bytes
    mixed: bool = False
    """Whether it is a font that has to be mixed up."""


class KeptFiles:
    """Finds what the pages of a book need; what is asked for is kept, once."""

    def __init__(self, archive: Archive, fonts: dict[str, tuple[bytes, int]]) -> None:
        self._archive = archive
        self._fonts = fonts
        self._targets: dict[str, str | None] = {}
        self._taken: set[str] = set()
        self._pages: dict[str, str] = {}
        self.found: dict[str, KeptFile] = {}
        """What is kept, by its name in the source."""
        self.missing: set[str] = set()
        """Addresses that lead nowhere, for a person to know."""
        self.ids: dict[str, set[str]] | None = None
        """The ids of each page, once all pages were looked at."""
        self.linked: dict[str, None] = {}
        """Pages to which a link leads, in the order in which they were met."""

    def add_page(self, name: str) -> str:
        """The target of a page of the book."""
        if name not in self._pages:
            self._pages[name] = self._target(name, (".xhtml",))
        return self._pages[name]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages so far, by their names in the source."""
        return tuple(self._pages)

    def address(self, page: str, kind: str, link: str) -> str | None:
        """What a link of the file `page` becomes; None where it leads nowhere it may.

        Kinds are `page`, `picture`, `font` and `style`.
        """
        link = link.strip()
        if kind == "page":
            return self._page_address(page, link)
        if kind == "picture" and _DATA.fullmatch(link):
            return link
        name = self._locate(page, link)
        if name is None:
            return None
        target = self._keep(name, kind)
        return _relative(self._targets_of(page), target) if target else None

    def _page_address(self, page: str, link: str) -> str | None:
        if _WEB.fullmatch(link) or _MAIL.fullmatch(link):
            return link
        path, _, anchor = link.partition("#")
        anchor = unquote(anchor)
        name = self._locate(page, path) if path else page
        if name is None:
            return None
        if name not in self._pages:
            if not name.lower().endswith((".xhtml", ".html", ".htm")):
                return None
            if self.ids is not None:
                return None
        self.linked.setdefault(name)
        if self.ids is not None and anchor and anchor not in self.ids.get(name, ()):
            anchor = ""
            if name == page:
                return None
        if name == page:
            return f"#{quote(anchor)}" if anchor else None
        address = _relative(self._targets_of(page), self._pages.get(name, name))
        return f"{address}#{quote(anchor)}" if anchor else address

    def _targets_of(self, name: str) -> str:
        return self._pages.get(name) or self._targets.get(name) or name

    def _locate(self, page: str, link: str) -> str | None:
        try:
            scheme = urlsplit(link).scheme
        except ValueError:
            return None
        if not link or scheme or link.startswith("//"):
            return None
        name = located(self._archive, posixpath.dirname(page), link)
        if name is None:
            self.missing.add(unquote(link)[:80])
        return name

    def _keep(self, name: str, kind: str) -> str | None:
        if name not in self._targets:
            self._targets[name] = None  # a style sheet may import itself
            try:
                data = self._archive.read(name, _LARGEST)
            except BadSource:
                self.missing.add(name)
                return None
            read = {"picture": self._picture, "font": self._font, "style": self._style}[kind]
            self._targets[name] = read(name, data)
        return self._targets[name]

    def keep_picture(self, name: str) -> str | None:
        """The target of a picture of the book, such as its cover."""
        return self._keep(name, "picture")

    def _picture(self, name: str, data: bytes) -> str | None:
        for magic, (media_type, endings) in _PICTURES.items():
            if data.startswith(magic) and len(data) > 32:
                return self._found(name, endings, media_type, data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return self._found(name, (".webp",), "image/webp", data)
        if b"<svg" in data[:4096] or name.lower().endswith(".svg"):
            return self._drawing(name, data)
        return None

    def _drawing(self, name: str, data: bytes) -> str | None:
        root = parse_xml(data)
        if root is None or str(root.tag).rpartition("}")[2] != "svg":
            return None
        ids: set[str] = set()

        def new_id(wanted: str) -> str:
            fine = bool(wanted) and wanted not in ids and not any(map(str.isspace, wanted))
            ids.add(wanted)
            return wanted if fine else ""

        target = self._target(name, (".svg",))
        self._targets[name] = target
        made = convert_foreign(root, lambda kind, link: self.address(name, kind, link), new_id)
        if made is None:
            return None
        text = etree.tostring(made, encoding="utf-8", xml_declaration=True)
        self.found[name] = KeptFile(target, "image/svg+xml", text)
        return target

    def _font(self, name: str, data: bytes) -> str | None:
        known = self._fonts.get(name)
        plain = mixed(data, *known) if known else data
        for magic, (media_type, endings) in _FONTS.items():
            if plain.startswith(magic):
                return self._found(name, endings, media_type, plain, mixed=known is not None)
        return None

    def _style(self, name: str, data: bytes) -> str | None:
        if not name.lower().endswith((".css", ".txt")) and b"{" not in data:
            return None
        target = self._target(name, (".css",))
        self._targets[name] = target
        text = clean_sheet(decode_markup(data), lambda kind, link: self.address(name, kind, link))
        self.found[name] = KeptFile(target, "text/css", text.encode())
        return target

    def _found(
        self,
        name: str,
        endings: tuple[str, ...],
        media_type: str,
        data: bytes,
        *,
        mixed: bool = False,
    ) -> str:
        target = self._target(name, endings)
        self.found[name] = KeptFile(target, media_type, data, mixed)
        return target

    def _target(self, name: str, endings: tuple[str, ...]) -> str:
        """A name of its own for a file, as like its old one as may be."""
        stem, ending = posixpath.splitext(name)
        ending = ending.lower() if ending.lower() in endings else endings[0]
        plain = re.sub(r"[^A-Za-z0-9_/-]+", "_", stem).strip("/") or "file"
        target, number = f"{FOLDER}/{plain}{ending}", 1
        while target.lower() in self._taken:
            number += 1
            target = f"{FOLDER}/{plain}_{number}{ending}"
        self._taken.add(target.lower())
        return target


def _relative(source: str, target: str) -> str:
    return quote(posixpath.relpath(target, posixpath.dirname(source) or "."))
