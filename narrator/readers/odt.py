"""The reader of ODT: LibreOffice's documents, rewritten as HTML, then read like it."""

import re
from html import escape
from typing import ClassVar, NamedTuple

from lxml import etree

from narrator.errors import BadSource
from narrator.model import Book, BookInfo
from narrator.text.numbers import figures_value

from .archive import Archive, open_archive
from .counting import text_of_markup
from .html import read_html
from .interface import Reader, ReadOptions
from .markup.trees import all_text, attribute, decode_markup, local_name, parse_xml
from .source import SourceFile
from .title_page import author_stated, title_from_name

_LARGEST = 32 << 20
_LARGEST_FORMULA = 1 << 20
_DROPPED_TAGS = """
    tracked-changes annotation annotation-end sequence-decls variable-decls user-field-decls forms
    scripts title desc image object object-ole plugin script dde-connection-decls event-listeners
"""
_DROPPED = frozenset(_DROPPED_TAGS.split())
_UNTOLD = re.compile(
    rf"<(\w+:(?:{'|'.join(_DROPPED)}))\b[^>]*(?<!/)>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_BODY = re.compile(r"<office:body\b.*(?:</office:body\s*>|\Z)", re.DOTALL)
_CONTENTS_TAGS = """
    table-of-content illustration-index table-index object-index user-index alphabetical-index
    bibliography
"""
_RENAMED = {
    "section": "div",
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "text-box": "div",
    "ruby": "ruby",
    "ruby-text": "rt",
} | dict.fromkeys(_CONTENTS_TAGS.split(), "nav")
_PARAGRAPHS = {
    "title": "h1",
    "subtitle": 'p class="subtitle"',
    "quotations": "blockquote",
    "verse": 'p class="verse"',
    "poetry": 'p class="verse"',
    "preformatted": 'p class="verse"',
    "caption": 'p class="caption"',
    "illustration": 'p class="caption"',
    "figure": 'p class="caption"',
    "horizontal": "hr",
}
_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MOST_SPACES = 100


class Odt(Reader):
    """ODT, zipped or flat."""

    suffixes: ClassVar[tuple[str, ...]] = (".odt", ".fodt", ".ott")

    def recognises(self, head: bytes) -> bool:
        """By the type that stands first in the archive, or the root of a flat file."""
        zipped = head.startswith(b"PK") and _TYPE in head
        return zipped or (head.lstrip().startswith(b"<?xml") and b"<office:document" in head)

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in an ODT file."""
        if source.head(2) == b"PK":
            with open_archive(source) as archive:
                _refuse_locked(archive)
                files = [_file(archive, name) for name in ("content.xml", "styles.xml", "meta.xml")]
                formulas = _formulas(archive)
        else:
            files, formulas = [source.read()], {}
        trees = [parse_xml(data) if data else None for data in files]
        roots = [tree for tree in trees if tree is not None]
        body = next((b for root in roots for b in root.iter("{*}body")), None)
        if body is None:
            raise BadSource(
                "there is no document in it",
                where=source.where,
                todo="open it in a word processor and save it again",
            )
        info = _info(roots, source)
        html = _Writer(_styles(roots), formulas).html(body, options.language or info.language)
        return read_html(html, source, options, info, _written(files[0]))


def _written(content: bytes) -> str:
    """The text of a document, counted without its tree."""
    text = decode_markup(content)
    body = _BODY.search(text)
    return text_of_markup(_UNTOLD.sub(" ", body[0])) if body else ""


def _refuse_locked(archive: Archive) -> None:
    name = archive.find("META-INF/manifest.xml")
    root = parse_xml(archive.read(name)) if name else None
    if root is not None and next(root.iter("{*}encryption-data"), None) is not None:
        raise BadSource(
            "is locked with a password",
            where=archive.where,
            todo="save it without one, then try again",
        )


def _file(archive: Archive, wanted: str) -> bytes:
    name = archive.find(wanted)
    return archive.read(name, _LARGEST) if name else b""


def _formulas(archive: Archive) -> dict[str, str]:
    """The formulas that a document keeps in folders of their own, as MathML, by its links."""
    found = {}
    for name in archive.names:
        folder, _, file = name.rpartition("/")
        if file != "content.xml" or not folder or archive.size(name) > _LARGEST_FORMULA:
            continue
        root = parse_xml(archive.read(name))
        if root is not None and local_name(root) == "math":
            found[f"./{folder}"] = etree.tostring(root, encoding="unicode", with_tail=False)
    return found


def _info(roots: list[etree._Element], source: SourceFile) -> BookInfo:
    said: dict[str, str] = {}
    for root in roots:
        for meta in root.iter("{*}meta"):
            for element in meta:
                said.setdefault(local_name(element), all_text(element))
    return BookInfo(
        title=said.get("title") or title_from_name(source.path),
        author=author_stated(
            said.get("initial-creator") or said.get("creator", ""), said.get("language", "")
        ),
        language=said.get("language", ""),
    )


class _Style(NamedTuple):
    """What is known of a style."""

    names: str = ""
    """The readable names of it and its parents."""
    italic: bool = False
    place: str = ""
    """`sup` or `sub`, where its text is not on the line."""
    hidden: bool = False
    language: str = ""
    """Of the words in it, where the style says so."""


def _styles(roots: list[etree._Element]) -> dict[str, _Style]:
    parents, shown, italic, places, hidden, languages = {}, {}, {}, {}, {}, {}
    for root in roots:
        for style in root.iter("{*}style"):
            name = attribute(style, "name")
            parents[name] = attribute(style, "parent-style-name")
            shown[name] = attribute(style, "display-name") or name
            for text in style.iter("{*}text-properties"):
                if attribute(text, "font-style") in ("italic", "oblique"):
                    italic[name] = True
                hidden[name] = attribute(text, "display") == "none"
                places[name] = _place(attribute(text, "text-position"))
                language = attribute(text, "language")
                if language and language != "none":
                    languages[name] = language
    return {
        name: _Style(
            " ".join(shown.get(each, each) for each in line).lower(),
            name in italic,
            places.get(name, ""),
            hidden.get(name, False),
            languages.get(name, ""),
        )
        for name in parents
        for line in [_line(name, parents)]
    }


def _place(position: str) -> str:
    """`sup` or `sub` for a `style:text-position`, in words or per cent (ODF 1.3, 20.392)."""
    first = position.partition(" ")[0]
    if first in ("super", "sub"):
        return first[:3]
    if not first.endswith("%") or first == "0%":
        return ""
    return "sub" if first.startswith("-") else "sup"


def _line(name: str, parents: dict[str, str]) -> list[str]:
    """A style and those it is derived from."""
    found: list[str] = []
    while name and name not in found:
        found.append(name)
        name = parents.get(name, "")
    return found


def _described(frame: etree._Element) -> str:
    """What a picture shows, as its writer put it; empty for none."""
    names = {local_name(child): child for child in frame}
    told = names.get("desc", names.get("title"))
    return all_text(told) if "image" in names and told is not None else ""


class _Writer:
    """Rewrites a document's body as HTML."""

    def __init__(self, styles: dict[str, _Style], formulas: dict[str, str]) -> None:
        self._styles = styles
        self._formulas = formulas
        self._out: list[str] = []
        self._closing: list[str] = []
        self._dropped = 0
        self._story, self._notes = self._out, list[str]()
        """Notes wait until the paragraph that they are in is whole."""
        self._inside = self._noted = self._paragraphs = 0

    def html(self, body: etree._Element, language: str) -> str:
        """The whole page, in `language`."""
        for event, element in etree.iterwalk(body, events=("start", "end", "comment")):
            if event == "start":
                self._start(element)
            elif event == "end":
                self._end(element)
            if event != "start" and element is not body:
                self._text(element.tail)
        opening = f'<html lang="{escape(language)}"><body>'
        return f"{opening}{''.join(self._out)}</body></html>"

    def _start(self, element: etree._Element) -> None:
        name = local_name(element)
        if name == "object" and not self._dropped:
            self._out.append(self._formula(element))
        if name in _DROPPED:
            self._dropped += 1
        if name == "note-body" and not self._dropped:
            self._out, self._inside = self._notes, self._inside + 1
        if name in ("p", "h") and not (self._inside or self._dropped):
            self._paragraphs += 1
        opened = "" if self._dropped else self._opened(element, name)
        tag = opened.split(" ")[0]
        self._closing.append(f"</{tag}>" if tag and tag != "hr" else "")
        if opened:
            self._out.append(f"<{opened}>")
        if not self._dropped:
            self._void(element, name)
        self._text(element.text)

    def _end(self, element: etree._Element) -> None:
        closing = self._closing.pop()
        if local_name(element) in _DROPPED:
            self._dropped -= 1
        self._out.append(closing)
        name = local_name(element)
        if name == "note-body" and self._inside:
            self._inside -= 1
            self._out = self._notes if self._inside else self._story
        elif name in ("p", "h") and not (self._inside or self._dropped):
            self._paragraphs -= 1
            if not self._paragraphs:
                self._out += self._notes
                self._notes.clear()

    def _text(self, text: str | None) -> None:
        if text and not self._dropped:
            self._out.append(escape(text))

    def _opened(self, element: etree._Element, name: str) -> str:
        """The HTML tag, with its attributes, that an element becomes; empty for none."""
        style = self._styles.get(attribute(element, "style-name"), _Style())
        if name == "note":
            self._noted += 1
        if name == "note-citation":
            return f'a role="doc-noteref" href="#note-{self._noted}"'
        if name == "note-body":
            return f'aside role="doc-footnote" id="note-{self._noted}"'
        if name == "h":
            level = attribute(element, "outline-level")
            if self._inside:
                return "p"
            return f"h{min(max(figures_value(level) or 1, 1), 6)}"
        if name == "p":
            tag = next((tag for word, tag in _PARAGRAPHS.items() if word in style.names), "p")
            return f"{tag} hidden" if style.hidden else tag
        if name == "span":
            tag = style.place or ("em" if style.italic else "span")
            tag += " hidden" if style.hidden else ""
            return f'{tag} lang="{escape(style.language)}"' if style.language else tag
        if name == "a":
            return f'a href="{escape(attribute(element, "href"))}"'
        return _RENAMED.get(name, "")

    def _formula(self, element: etree._Element) -> str:
        """The formula in an object: in a file of its own, or, in a flat document, in it."""
        within = next((child for child in element if local_name(child) == "math"), None)
        if within is not None:
            return etree.tostring(within, encoding="unicode", with_tail=False)
        return self._formulas.get(attribute(element, "href"), "")

    def _void(self, element: etree._Element, name: str) -> None:
        if name == "frame" and (shown := _described(element)):
            self._out.append(f'<img alt="{escape(shown)}"/>')
        elif name == "s":
            count = figures_value(attribute(element, "c"))
            self._out.append(" " * (1 if count is None else min(count, _MOST_SPACES)))
        elif name == "tab":
            self._out.append(" ")
        elif name == "line-break":
            self._out.append("<br/>")
        elif name in ("bookmark", "bookmark-start"):
            self._out.append(f'<a id="{escape(attribute(element, "name"))}"></a>')
