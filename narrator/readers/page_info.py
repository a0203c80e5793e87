"""What an HTML page says about the book on it: in its head, in a byline, in an archive's tags."""

import re
from functools import cache
from pathlib import Path

from lxml import etree

from narrator.languages import every_pack
from narrator.languages.headings import Byline
from narrator.model import BookInfo

from .drafts import letters_of
from .headings import heading
from .markup.trees import all_text, attribute, local_name
from .title_page import author_stated, title_from_name

_AUTHOR = (
    "author", "dc.creator", "dcterms.creator", "article:author", "book:author", "books:author",
)  # fmt: skip
_TITLE = ("og:title", "dc.title", "dcterms.title")
_DATE = ("dc.date", "dcterms.date", "article:published_time", "date")
_BETWEEN = re.compile(r"\s+(?:[|–—-]|::|»|«)\s+")
_BYLINE = re.compile(r"by-?line|(?:(?:story|entry|post|fic|by)-?)?author(?:-?name)?", re.IGNORECASE)
_WORD_AUTHOR = re.compile(r"<o:Author>([^<]{1,100})</o:Author>")
_SERIES = re.compile(r"Part (\d+) of (.+?)(?:,|$)")
_PUBLISHED = re.compile(r"Published:\s*(\d{4}-\d\d-\d\d)")
_LONGEST_NAME = 60
_HEAD = 1 << 16


def page_info(root: etree._Element, page_title: str, text: str, path: Path) -> BookInfo:
    """What the page `root`, made of `text`, says; its file's `path` where it says no title."""
    said: dict[str, str] = {}
    for meta in root.iter("{*}meta", "meta"):
        name = (attribute(meta, "name") or attribute(meta, "property")).lower()
        several = [said[name]] if name in _AUTHOR and said.get(name) else []
        said[name] = "; ".join([*several, attribute(meta, "content")])

    def first(names: tuple[str, ...]) -> str:
        return next((said[name] for name in names if said.get(name)), "")

    tags = _tags(root)
    language = attribute(root, "lang") or said.get("dc.language", "")
    series = _SERIES.match(tags.get("series", ""))
    published = _PUBLISHED.search(tags.get("stats", ""))
    return BookInfo(
        title=_title(root, first(_TITLE), page_title) or title_from_name(path),
        author=author_stated(first(_AUTHOR), language) or _byline(root) or _word_author(text),
        language=language,
        series=series[2] if series else "",
        series_number=series[1] if series else "",
        date=first(_DATE).partition("T")[0] or (published[1] if published else ""),
    )


def _title(root: etree._Element, stated: str, page_title: str) -> str:
    heads = [all_text(head) for head in root.iter("{*}h1", "h1")]
    if stated and not _names_chapter(stated):
        return stated
    if len(heads) == 1 and heads[0] and not _names_chapter(heads[0]):
        return heads[0]
    return _without_chapter(stated or page_title)


def _names_chapter(text: str) -> bool:
    return bool(text) and heading(text) is not None


def _without_chapter(title: str) -> str:
    """The book's part of a page title: `Chapter 3 - The Salt Road | A Site`.

    >>> _without_chapter("Chapter 3: Rain - The Salt Road | A Site"), _without_chapter("Salt - Rye")
    ('The Salt Road', 'Salt - Rye')
    """
    parts = [part for part in _BETWEEN.split(title) if part]
    others = [part for part in parts if not _names_chapter(part)]
    if not others or len(others) == len(parts):
        return title
    return next((part for part in others if len(letters_of(part)) > 1), title)


def _byline(root: etree._Element) -> str:
    for element in root.iter("{*}a", "a", "{*}div", "div", "{*}p", "p", "{*}span", "span"):
        classes = (element.get("class") or "").split()
        if element.get("rel") == "author" or any(map(_BYLINE.fullmatch, classes)):
            name = _by(every_pack().headings.byline).sub("", all_text(element), count=1)
            if 0 < len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)):
                return name
    return ""


@cache
def _by(words: Byline) -> re.Pattern[str]:
    made = f"(?:{words.written.source}|{words.made.source}|{words.posted.source})"
    return re.compile(rf"(?:{made}\s+)?{words.by.source}[:\s]\s*", re.IGNORECASE)


def _word_author(text: str) -> str:
    """The author in the properties that Word writes into the comments of a page."""
    found = _WORD_AUTHOR.search(text, 0, _HEAD)
    return " ".join(found[1].split()) if found else ""


def _tags(root: etree._Element) -> dict[str, str]:
    """An archive's list of tags: what stands behind `Series:`, say."""
    found: dict[str, str] = {}
    for group in root.iter("{*}dl", "dl"):
        name = ""
        for element in group:
            if local_name(element) == "dt":
                name = all_text(element).rstrip(":").lower()
            elif name:
                found.setdefault(name, all_text(element))
    return found
