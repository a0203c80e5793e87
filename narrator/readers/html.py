"""The reader of HTML: a story saved from the Web, or from a word processor."""

import re
from collections.abc import Sequence
from typing import ClassVar

from lxml import etree

from narrator.errors import BadSource
from narrator.model import BlockKind, Book, BookInfo

from .counting import Written, text_of_markup
from .decoding import decode
from .interface import Reader, ReadOptions
from .markup.book import Gathered, make_book
from .markup.flow import Flow
from .markup.pages import NO_RANK, Page, PageBlock
from .markup.roles import FURNITURE
from .markup.stylesheets import hide, sheets_of
from .markup.trees import all_text, decode_markup, local_name, parse_page
from .page_info import page_info
from .source import SourceFile

_BEGINNINGS = (b"<!doctype html", b"<html", b"<?xml")
_ARTICLES = ("main", "article")
_STORY = re.compile(
    r"(?:chapter|story|entry|post|article|reading|fic|text)-?(?:inner|content|body|text)"
    r"|story-?text\w*|user-?stuff|chp-?raw|content-?body"
)
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
    text: str,
    source: SourceFile,
    options: ReadOptions,
    info: BookInfo | None = None,
    written: str | None = None,
) -> Book:
    """The book in the HTML `text` made of `source`; `info` goes before what the page says.

    `written` is the text that `source` holds, counted before it was made into HTML.

    Raises:
        BadSource: there is nothing in it to read.
    """
    root = parse_page(text)
    if root is None:
        raise BadSource(
            "this file is empty", where=source.where, todo="give a file with a story in it"
        )
    hide(root, sheets_of(root, lambda address: ""))
    page = Flow(read_all=options.read_all, read_pictures=options.read_pictures).run(root)
    if not options.read_all:
        _skip_outside(page, root)
    info = info or page_info(root, page.title, text, source.path)
    counted = [Written("", text_of_markup(text) if written is None else written)]
    return make_book(Gathered(info, [page], sources=counted), options, where=source.where)


def _skip_outside(page: Page, root: etree._Element) -> None:
    """On a page of the Web with one article, what stands around it is not the story."""
    article = _article(root)
    if article is None:
        return
    told = "".join(all_text(article).split())
    inside = [_squeezed(block) in told for block in page.blocks]
    words = sum(block.words for block, within in zip(page.blocks, inside, strict=True) if within)
    if not words or words < _SHARE * sum(block.words for block in page.blocks):
        return
    first = inside.index(True)
    last = len(inside) - 1 - inside[::-1].index(True)
    title = _title_above(page.blocks, first)
    for index, block in enumerate(page.blocks):
        after = page.blocks[index + 1 : index + 2]
        remark = block.remark or any(each.remark for each in after)  # with the name above it
        if index != title and not first <= index <= last and not remark:
            block.skip(FURNITURE)


def _article(root: etree._Element) -> etree._Element | None:
    """The one element that holds the story and nothing else; None where there is no telling."""
    for is_one in (_is_article, _is_story):
        found = [element for element in root.iter() if is_one(element)]
        outer = [a for a in found if not any(up in found for up in a.iterancestors())]
        if len(outer) == 1:
            return outer[0]
    return None


def _is_article(element: etree._Element) -> bool:
    return local_name(element) in _ARTICLES or element.get("role") in _ARTICLES


def _is_story(element: etree._Element) -> bool:
    classes = (element.get("class") or "").lower().split()
    return any(map(_STORY.fullmatch, classes)) if local_name(element) == "div" else False


def _title_above(blocks: Sequence[PageBlock], first: int) -> int:
    """The heading above the article that names it, or names the book; -1 where there is none."""
    below = blocks[first].rank if blocks[first].kind is BlockKind.HEADING else NO_RANK
    heads = [i for i in range(first) if blocks[i].kind is BlockKind.HEADING]
    heads = [i for i in heads if blocks[i].rank < below]
    return min(reversed(heads), key=lambda index: blocks[index].rank, default=-1)


def _squeezed(block: PageBlock) -> str:
    return "".join(block.text.replace("*", "").split())
