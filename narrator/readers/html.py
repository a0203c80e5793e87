"""The reader of HTML: a story saved from the Web, or from a word processor."""

from typing import ClassVar

from lxml import etree

from narrator.errors import BadSource
from narrator.model import Book, BookInfo

from .decoding import decode
from .interface import Reader, ReadOptions
from .markup.book import Gathered, make_book
from .markup.flow import Flow
from .markup.pages import Page, PageBlock
from .markup.roles import FURNITURE
from .markup.trees import all_text, attribute, decode_markup, local_name, parse_page
from .source import SourceFile
from .title_page import title_from_name

_BEGINNINGS = (b"<!doctype html", b"<html", b"<?xml")
_AUTHOR = ("author", "dc.creator", "dcterms.creator", "article:author", "book:author")
_TITLE = ("og:title", "dc.title", "dcterms.title")
_DATE = ("dc.date", "dcterms.date", "article:published_time", "date")
_ARTICLES = ("main", "article")
_SHARE = 0.5


class Html(Reader):
    """HTML and XHTML pages."""

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml", ".xht")

    def recognises(self, head: bytes) -> bool:
        """By its first words."""
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1000].lower()
        return start.startswith(_BEGINNINGS[:2]) or (
            start.startswith(_BEGINNINGS[2]) and b"<html" in start
        )

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book on a page."""
        data = source.read()
        text = (
            decode(data, where=source.where, encoding=options.encoding)
            if options.encoding
            else decode_markup(data)
        )
        return read_html(text, source, options)


def read_html(
    text: str, source: SourceFile, options: ReadOptions, info: BookInfo | None = None
) -> Book:
    """The book in the HTML `text` made of `source`; `info` goes before what the page says.

    Raises:
        BadSource: there is nothing in it to read.
    """
    root = parse_page(text)
    if root is None:
        raise BadSource(
            "this file is empty", where=source.where, todo="give a file with a story in it"
        )
    page = Flow(read_all=options.read_all).run(root)
    if not options.read_all:
        _skip_outside(page, root)
    return make_book(
        Gathered(info or _info(root, page, source), [page]), options, where=source.where
    )


def _info(root: etree._Element, page: Page, source: SourceFile) -> BookInfo:
    said = {
        (attribute(meta, "name") or attribute(meta, "property")).lower(): attribute(meta, "content")
        for meta in root.iter("{*}meta", "meta")
    }

    def first(names: tuple[str, ...]) -> str:
        return next((said[name] for name in names if said.get(name)), "")

    heads = [all_text(head) for head in root.iter("{*}h1", "h1")]
    heading = heads[0] if len(heads) == 1 else ""
    return BookInfo(
        title=first(_TITLE) or heading or page.title or title_from_name(source.path),
        author=first(_AUTHOR),
        language=attribute(root, "lang") or said.get("dc.language", ""),
        date=first(_DATE).partition("T")[0],
    )


def _skip_outside(page: Page, root: etree._Element) -> None:
    """On a page of the Web with one article, what stands around it is not the story."""
    articles = [
        element
        for element in root.iter()
        if local_name(element) in _ARTICLES or element.get("role") in _ARTICLES
    ]
    outer = [a for a in articles if not any(up in articles for up in a.iterancestors())]
    if len(outer) != 1:
        return
    told = "".join(all_text(outer[0]).split())
    inside = [_squeezed(block) in told for block in page.blocks]
    words = sum(block.words for block, within in zip(page.blocks, inside, strict=True) if within)
    if words < _SHARE * sum(block.words for block in page.blocks):
        return
    first = inside.index(True) if True in inside else 0
    last = len(inside) - 1 - inside[::-1].index(True) if True in inside else len(inside) - 1
    for index, block in enumerate(page.blocks):
        if not first <= index <= last:
            block.skip(FURNITURE)


def _squeezed(block: PageBlock) -> str:
    return "".join(block.text.replace("*", "").split())
