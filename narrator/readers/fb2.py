"""The reader of FB2: FictionBook's XML, rewritten as HTML, then read like it."""

import base64
import binascii
import re
from html import escape
from typing import ClassVar

from lxml import etree

from narrator.errors import BadSource
from narrator.model import Book, BookInfo

from .archive import open_archive
from .counting import Written, text_of_markup
from .interface import Reader, ReadOptions
from .markup.book import Gathered, make_book
from .markup.flow import Flow
from .markup.trees import all_text, attribute, decode_markup, local_name, parse_page, parse_xml
from .pictures import is_cover
from .source import SourceFile
from .title_page import authors_named, title_from_name

_LARGEST = 48 << 20
"""Bytes; the pictures of the book are in the same file as its words."""
_RENAMED = {
    "section": "section",
    "subtitle": 'p class="subtitle"',
    "p": "p",
    "poem": 'div class="poem"',
    "stanza": 'div class="stanza"',
    "v": "div",
    "cite": "blockquote",
    "epigraph": "blockquote",
    "text-author": 'p class="text-author"',
    "emphasis": "em",
    "strong": "strong",
    "style": "span",
    "sup": "sup",
    "sub": "sub",
    "table": "table",
    "tr": "tr",
    "td": "td",
    "th": "td",
    "annotation": "div",
    "date": "p",
}
_BODY = re.compile(r"<(?:\w+:)?body\b.*?(?:</(?:\w+:)?body\s*>|<(?:\w+:)?binary\b|\Z)", re.DOTALL)
_NOTE_BODIES = ("notes", "comments", "footnotes")


class Fb2(Reader):
    """FB2, plain or zipped."""

    suffixes: ClassVar[tuple[str, ...]] = (".fb2", ".fbz", ".fb2.zip")

    def recognises(self, head: bytes) -> bool:
        """By the name of its root."""
        return b"<FictionBook" in head[:1000]

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in an FB2 file."""
        data = _content(source)
        root = parse_xml(data)
        if root is None or next(root.iter("{*}body"), None) is None:
            raise BadSource(
                "this FB2 file is damaged", where=source.where, todo="get another copy of the book"
            )
        page = parse_page(_Writer().html(root))
        pages = (
            []
            if page is None
            else [Flow(read_all=options.read_all, read_pictures=options.read_pictures).run(page)]
        )
        warnings: list[str] = []
        cover = _cover(root, warnings)
        written = Written("", text_of_markup(_bodies(decode_markup(data))))
        gathered = Gathered(_info(root, source), pages, [], warnings, cover, sources=[written])
        return make_book(gathered, options, where=source.where)


def _bodies(text: str) -> str:
    """What stands between the description of a book and its pictures."""
    return "".join(_BODY.findall(text))


def _content(source: SourceFile) -> bytes:
    if source.head(2) != b"PK":
        return source.read()
    with open_archive(source) as archive:
        name = next((name for name in archive.names if name.lower().endswith(".fb2")), None)
        if name is None:
            raise archive.damaged("there is no FB2 book in this archive")
        return archive.read(name, _LARGEST)


def _info(root: etree._Element, source: SourceFile) -> BookInfo:
    info = next(root.iter("{*}title-info"), None)
    if info is None:
        return BookInfo(title_from_name(source.path))

    def first(name: str) -> etree._Element | None:
        return next(info.iter(f"{{*}}{name}"), None)

    def text(name: str) -> str:
        found = first(name)
        return all_text(found) if found is not None else ""

    series, date = first("sequence"), first("date")
    authors = filter(None, map(_name, info.findall("{*}author")))
    return BookInfo(
        title=text("book-title") or title_from_name(source.path),
        author=authors_named(authors, text("lang")),
        language=text("lang"),
        series=attribute(series, "name") if series is not None else "",
        series_number=attribute(series, "number") if series is not None else "",
        date=(attribute(date, "value") or all_text(date)) if date is not None else "",
    )


def _name(author: etree._Element) -> str:
    parts = {local_name(element): all_text(element) for element in author}
    names = [parts.get(f"{which}-name", "") for which in ("first", "middle", "last")]
    return " ".join(filter(None, names)) or parts.get("nickname", "")


def _cover(root: etree._Element, warnings: list[str]) -> bytes | None:
    page = next(root.iter("{*}coverpage"), None)
    image = next(page.iter("{*}image"), None) if page is not None else None
    if image is None:
        return None
    wanted = attribute(image, "href").lstrip("#")
    for binary in root.iter("{*}binary"):
        if attribute(binary, "id") == wanted:
            try:
                data = base64.b64decode("".join((binary.text or "").split()))
            except (binascii.Error, ValueError):
                data = b""
            if is_cover(data):
                return data
    warnings.append("its cover is no whole JPEG or PNG picture, so it is left out")
    return None


class _Writer:
    """Rewrites the bodies of a book as one HTML page."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._closing: list[str] = []
        self._depth = 0
        self._title = 0
        self._lines = 0
        self._poems = 0
        self._noted: set[str] = set()
        """The ids of the notes."""
        self._in_notes = False

    def html(self, root: etree._Element) -> str:
        """The whole page."""
        bodies = list(root.iter("{*}body"))
        for body in bodies:
            if attribute(body, "name").lower() in _NOTE_BODIES:
                self._noted |= {attribute(each, "id") for each in body.iter("{*}section")} - {""}
        for body in bodies:
            notes = attribute(body, "name").lower() in _NOTE_BODIES
            self._in_notes = notes
            self._out.append('<section role="doc-endnotes">' if notes else "<section>")
            for event, element in etree.iterwalk(body, events=("start", "end", "comment")):
                if element is body:
                    continue
                if event == "start":
                    self._start(element)
                elif event == "end":
                    self._end(element)
                if event != "start":
                    self._text(element.tail)
            self._out.append("</section>")
        return f"<html><body>{''.join(self._out)}</body></html>"

    def _start(self, element: etree._Element) -> None:
        name = local_name(element)
        opened = self._opened(element, name)
        if name == "section":
            self._depth += 1
        if name == "title":
            self._title += 1
            self._lines = 0
        if name == "poem":
            self._poems += 1
        tag = opened.split(" ")[0]
        self._closing.append(f"</{tag}>" if tag else "")
        if opened:
            self._out.append(f"<{opened}>")
        if name == "image" and (shown := attribute(element, "alt")):
            self._out.append(f'<img alt="{escape(shown)}"/>')
        if name == "empty-line":
            self._out.append("<p></p>")
        self._text(element.text)

    def _end(self, element: etree._Element) -> None:
        name = local_name(element)
        self._out.append(self._closing.pop())
        if name == "section":
            self._depth -= 1
        if name == "title":
            self._title -= 1
        if name == "poem":
            self._poems -= 1

    def _text(self, text: str | None) -> None:
        if text:
            self._out.append(escape(text))

    def _opened(self, element: etree._Element, name: str) -> str:
        key = attribute(element, "id")
        extra = f' id="{escape(key)}"' if key else ""
        if self._title and name == "p":
            self._lines += 1
            if self._poems or self._lines > 1:  # it goes on with the heading above
                return f'p class="heading-line"{extra}'
            return f"h{min(1 + self._depth, 6)}{extra}"
        if name == "a":
            target = attribute(element, "href").rpartition("#")[2]
            is_note = attribute(element, "type") == "note" or target in self._noted
            mark = ' role="doc-noteref"' if is_note and not self._in_notes else ""
            return f'a href="{escape(attribute(element, "href"))}"{mark}{extra}'
        known = _RENAMED.get(name, "")
        return known + extra if known else ""
