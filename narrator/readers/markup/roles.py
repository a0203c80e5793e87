"""What an element is for, by its name, its `epub:type` and `role`, or its class."""

import re
from dataclasses import dataclass

from lxml import etree

from narrator.model import BlockKind

from ..page_edges import RUNNING_HEAD
from .pages import NO_RANK
from .trees import attribute, local_name

NOTE = "note"
NOTE_MARK = "note mark"
PAGE_NUMBER = "page number"
CAPTION = "picture caption"
CONTENTS = "table of contents"
FURNITURE = "part of the web page, not of the story"
CUE = "speaker cue"
STAND_IN = "stands for a picture, a film or a sound"
FORMULA = "source of a formula"
_RUBY = "reading aid"
HIDDEN = "hidden on the page"
_COVER, _TITLE_PAGE, _COPYRIGHT = "cover", "title page", "copyright page"

ALWAYS_SKIPPED = frozenset(
    {NOTE_MARK, PAGE_NUMBER, RUNNING_HEAD, CUE, _RUBY, HIDDEN, FURNITURE, FORMULA}
)
"""Reasons that hold even for somebody who wants everything read."""

_SEMANTIC = {
    "cover": _COVER,
    "titlepage": _TITLE_PAGE,
    "halftitlepage": _TITLE_PAGE,
    "halftitle": _TITLE_PAGE,
    "seriespage": "list of the series",
    "copyright-page": _COPYRIGHT,
    "imprint": "imprint",
    "imprimatur": "imprint",
    "colophon": "colophon",
    "toc": CONTENTS,
    "toc-brief": CONTENTS,
    "landmarks": CONTENTS,
    "page-list": "list of pages",
    "loi": "list of illustrations",
    "lot": "list of tables",
    "loa": "list of recordings",
    "lov": "list of films",
    "index": "index",
    "bibliography": "bibliography",
    "acknowledgments": "acknowledgements",
    "acknowledgements": "acknowledgements",
    "other-credits": "credits",
    "contributors": "credits",
    "credits": "credits",
    "errata": "errata",
    "footnote": NOTE,
    "footnotes": NOTE,
    "endnote": NOTE,
    "endnotes": NOTE,
    "rearnote": NOTE,
    "rearnotes": NOTE,
    "noteref": NOTE_MARK,
    "backlink": NOTE_MARK,
    "pagebreak": PAGE_NUMBER,
}
_CLASSES = (
    (
        re.compile(r"(?:foot|end|rear)-?notes?(?:-(?:text|body|item|list|area|section))?|fn-?text"),
        NOTE,
    ),
    (
        re.compile(
            r"note-?ref|fn-?ref|foot-?note-?(?:ref(?:erence)?|anchor|link|mark|back)|fnanchor"
            r"|sdfootnoteanc|sdendnoteanc|sdfootnotesym|sdendnotesym|kindle-note-ref|fn-marker"
        ),
        NOTE_MARK,
    ),
    (re.compile(r"page-?(?:num(?:ber)?|no|break|list)s?|pg-?num"), PAGE_NUMBER),
    (re.compile(r"(?:fig(?:ure)?|img|image|picture|illus(?:tration)?)?-?caption"), CAPTION),
    (re.compile(r"pg-?(?:boilerplate|header|footer)"), "Project Gutenberg licence"),
    (re.compile(r"trans(?:criber)?s?-?notes?"), "transcriber's note"),
    (re.compile(r"toc|table-?of-?contents"), CONTENTS),
    (re.compile(r"narrator-hidden"), HIDDEN),
    (re.compile(r"narrator-aside"), _RUBY),
    (
        re.compile(
            r"comments?(?:-?(?:list|area|section|form|thread))?|disqus[\w-]*|breadcrumbs?|pagination"
            r"|(?:social|share|sharing)-?(?:links?|buttons?|icons?|bar)?|side-?bar|nav-?(?:bar|links)"
            r"|(?:site|page)-?(?:header|footer|nav)|cookie-?[\w-]*|related-?(?:posts?|works?)"
            r"|(?:post|entry)-?meta|tags|tag-?(?:list|cloud)|btn(?:-[\w-]+)?"
        ),
        FURNITURE,
    ),
)
_TAGS = {
    "rt": _RUBY,
    "rp": _RUBY,
    "figcaption": CAPTION,
    "caption": CAPTION,
    "nav": CONTENTS,
    "form": FURNITURE,
    "button": FURNITURE,
    "select": FURNITURE,
    "textarea": FURNITURE,
    "noscript": FURNITURE,
    "datalist": FURNITURE,
    "annotation": FORMULA,
    "annotation-xml": FORMULA,
} | dict.fromkeys(("svg", "object", "audio", "video", "iframe", "embed", "map", "canvas"), STAND_IN)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_VERSE = frozenset({"verse", "poem", "song", "hymn", "lyrics", "ballad", "sonnet", "stanza"})
_VERSE_CLASS = re.compile(r"poem|poetry|verse|stanza|line-?(?:group|block)|lg|song|lyrics")
_LETTER_CLASS = re.compile(r"letter|epistle")
_BREAK_CLASS = re.compile(
    r"(?:scene|section|text)-?break|tb|asterism|ornament|fleuron|separator|thought-?break"
)
_HEADING_CLASS = re.compile(
    r"(?:chapter|chap|section|part|book)-?(?:title|head(?:ing)?|num(?:ber)?|no|name)"
    r"|(?:book-?|main-?)?title|heading-?\d?|h[1-6]"
)
_SUBTITLE_CLASS = re.compile(r"(?:chapter-?)?sub-?(?:title|head(?:ing)?)|byline")
_TITLES = frozenset({"title", "subtitle", "fulltitle", "covertitle"})
_REMARK_CLASS = re.compile(r"author-?s?-?notes?(?:-[a-z]+)?|a-?n-?box")
_PLURALS = re.compile(r"z3998:|doc-|bodymatter:|se:")


@dataclass(frozen=True, slots=True)
class Role:
    """What is known of an element."""

    reason: str = ""
    """Why nothing in it is read."""
    kind: BlockKind | None = None
    """What its paragraphs are: verse or a letter."""
    is_break: bool = False
    """Whether it stands for a change of scene."""
    rank: int = 0
    """What heading a paragraph is that only its class or its type calls one."""
    is_remark: bool = False
    """Whether an author speaks to the readers in it."""


_PLAIN = Role()


def role_of(element: etree._Element) -> Role:
    """The role of `element`."""
    name = local_name(element)
    if not element.attrib:
        return Role(_TAGS[name]) if name in _TAGS else _PLAIN
    meanings = semantics(element)
    classes = element.get("class", "").lower().split()
    reason = _reason(element, name, meanings, classes)
    if reason:
        return Role(reason)
    if not meanings and not classes:
        return _PLAIN
    return Role(
        "",
        _kind(meanings, classes),
        _has(classes, _BREAK_CLASS),
        _rank(name, meanings, classes),
        _has(classes, _REMARK_CLASS) or (name == "blockquote" and "userstuff" in classes),
    )


def semantics(element: etree._Element) -> set[str]:
    """The words of its `epub:type` and `role`, prefixes taken off."""
    said = (
        f"{attribute(element, 'type') if _may_have_type(element) else ''} {element.get('role', '')}"
    )
    return {_PLURALS.sub("", word) for word in said.lower().split()}


def reason_of_words(meanings: set[str]) -> str:
    """Why what these words describe is not read; empty where it is."""
    return next((_SEMANTIC[word] for word in sorted(meanings) if word in _SEMANTIC), "")


def _may_have_type(element: etree._Element) -> bool:
    """The plain `type` of a list or a button says nothing about the story."""
    return element.get("type") is None


def _reason(element: etree._Element, name: str, meanings: set[str], classes: list[str]) -> str:
    if reason := reason_of_words(meanings):
        return reason
    if name in _TAGS:
        return _TAGS[name]
    if name in ("body", "html"):
        return ""
    if name == "div" and element.get("title") in ("header", "footer"):
        return RUNNING_HEAD  # LibreOffice writes them so
    for pattern, reason in _CLASSES:
        if _has(classes, pattern):
            return reason  # a note that is shown when it is touched is a note
    return HIDDEN if _is_hidden(element) else ""


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_UNSEEN.search(element.get("style", "")))


def _kind(meanings: set[str], classes: list[str]) -> BlockKind | None:
    if meanings & _VERSE or _has(classes, _VERSE_CLASS):
        return BlockKind.VERSE
    if "letter" in meanings or _has(classes, _LETTER_CLASS):
        return BlockKind.LETTER
    return None


def _rank(name: str, meanings: set[str], classes: list[str]) -> int:
    if name != "p":
        return 0
    if meanings & _TITLES or "heading-line" in classes:
        return NO_RANK
    if _has(classes, _SUBTITLE_CLASS):
        return 6
    return 2 if _has(classes, _HEADING_CLASS) else 0


def _has(classes: list[str], pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(word) for word in classes)
