"""The reader of DOCX: Word's documents, made into HTML by mammoth, then read like it."""

import html
import re
from dataclasses import replace
from typing import Any, BinaryIO, ClassVar
from xml.parsers.expat import ExpatError

from narrator.errors import BadSource
from narrator.model import Book, BookInfo

from .archive import Archive, open_archive
from .html import read_html
from .interface import Reader, ReadOptions
from .markup.trees import all_text, parse_xml
from .source import SourceFile
from .title_page import author_named, author_stated, title_from_name
from .word_markup import prepared

_MAIN = "word/document.xml"
_LARGEST = 24 << 20
"""Bytes of the XML in it; mammoth holds all of it as a tree."""
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Verse'] => p.verse:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name^='toc '] => p.toc:fresh
p[style-name^='TOC '] => p.toc:fresh
p[style-name^='Contents '] => p.toc:fresh
r.NarratorHidden => span.narrator-hidden
r.NarratorAside => span.narrator-aside
p.NarratorHeading => h2:fresh
br[type='page'] => hr.page-end
br[type='column'] =>
"""
_TITLE = re.compile(r'<h1 class="title">(.*?)</h1>', re.DOTALL)
_SUBTITLE = re.compile(r'<p class="subtitle">(.*?)</p>', re.DOTALL)
_TAG = re.compile(r"<[^<>]+>")
_PAGE_END = '<hr class="page-end" />'


class Docx(Reader):
    """DOCX, as Word and LibreOffice write it."""

    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm")

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in a DOCX file."""
        with open_archive(source) as archive:
            info = _info(archive, source)
            _check(archive)
            document, written = prepared(archive, _LARGEST)
        page = f"<html><body>{_as_html(document, source)}</body></html>"
        return read_html(page, source, options, _with_title_page(info, page, source), written)


def _with_title_page(info: BookInfo, page: str, source: SourceFile) -> BookInfo:
    """`info`, and what the title page says where the properties of the document say nothing."""
    titles = _TITLE.findall(page)
    title = info.title
    if titles and title == title_from_name(source.path):
        title = " ".join(html.unescape(_TAG.sub("", titles[0])).split())
    byline = next((_TAG.sub("", line) for line in _SUBTITLE.findall(page)), "")
    author = info.author or author_named(html.unescape(byline))
    return replace(info, title=title, author=author)


def _check(archive: Archive) -> None:
    """Read every part once with the archive's limits, before mammoth does without."""
    main = archive.find(_MAIN)
    if main is None and archive.find("EncryptedPackage"):
        raise archive.damaged("is locked with a password")
    parts = [name for name in archive.names if name.lower().endswith((".xml", ".rels"))]
    if sum(map(archive.size, parts)) > _LARGEST:
        raise archive.damaged("it holds more text than any book")
    for name in parts:
        data = archive.read(name, _LARGEST)
        if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
            raise archive.damaged("it declares things that no Word document does")


def _as_html(file: BinaryIO, source: SourceFile) -> str:
    import mammoth

    try:
        result = mammoth.convert_to_html(
            file,
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_unseen),
            ignore_empty_paragraphs=False,
        )
    except (ExpatError, LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        raise BadSource(
            "this Word document is damaged",
            where=source.where,
            todo="open it in a word processor and save it again",
        ) from error
    except RecursionError as error:
        raise BadSource(
            "this Word document is nested too deeply",
            where=source.where,
            todo="open it in a word processor and save it as plain text",
        ) from error
    return str(result.value).replace(_PAGE_END, "")


def _unseen(_: Any) -> dict[str, str]:
    """No picture, but its alternative text, which mammoth adds."""
    return {"src": ""}


def _info(archive: Archive, source: SourceFile) -> BookInfo:
    name = archive.find("docProps/core.xml")
    root = parse_xml(archive.read(name)) if name else None
    said = (
        {}
        if root is None
        else {
            str(element.tag).rpartition("}")[2]: all_text(element)
            for element in root.iter()
            if isinstance(element.tag, str)
        }
    )
    return BookInfo(
        title=said.get("title") or title_from_name(source.path),
        author=author_stated(said.get("creator", ""), said.get("language", "")),
        language=said.get("language", ""),
    )
