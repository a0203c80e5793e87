"""A podcast feed of the chapters (RSS 2.0), for the apps that people listen with on phones."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape, quoteattr

from narrator.errors import WrongUsage
from narrator.publish import unwritable

from .edition import Edition
from .publication import publication
from .sidefile import SideFile, text_file

NAME = "feed.xml"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_ATOM = "http://www.w3.org/2005/Atom"
_BASE = re.compile(r"https?://[^\s/?#<>\"']+(/[^\s?#<>\"']*)?", re.IGNORECASE)
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""When the first chapter counts as published. Apps sort by date: what matters is the order."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_address(base: str) -> str:
    """`base` as the address of a folder.

    Raises:
        WrongUsage: it is not an address of the web.
    """
    if not _BASE.fullmatch(base):
        raise WrongUsage(
            f"{base!r} is no web address",
            todo="give the address of the folder the book will be in: https://example.org/book/",
        )
    return base.rstrip("/") + "/"


def feed_file(edition: Edition, base: str) -> SideFile:
    """The feed as a file, for a folder that will be found at `base`.

    Raises:
        NarratorError: `base` is not an address of the web, or a chapter's file is missing.
    """

    def size(url: str) -> int:
        try:
            return (edition.folder / unquote(url)).stat().st_size
        except OSError as error:
            raise unwritable(edition.folder, error) from error

    return text_file(NAME, "feed", feed(publication(edition), feed_address(base), size))


def feed(publication: dict[str, Any], base: str, size: Callable[[str], int]) -> str:
    """The feed of the book that `publication` describes, for a folder found at `base`.

    `size` tells the bytes of a file by its relative URL.
    """
    items = [
        _item(number, publication, chapter, base, size(chapter["url"]))
        for number, chapter in enumerate(publication["readingOrder"], 1)
    ]
    cover = next((r["url"] for r in publication["resources"] if r.get("rel") == "cover"), "")
    author = publication.get("author", "")
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<rss version="2.0" xmlns:itunes="{_ITUNES}" xmlns:atom="{_ATOM}">',
        "<channel>",
        _element("title", publication["name"]),
        _element("link", base + "index.html"),
        f'<atom:link href={quoteattr(base + NAME)} rel="self" type="application/rss+xml"/>',
        _element("description", publication["abstract"]),
        _element("language", publication["inLanguage"]),
        _element("generator", "Narrator"),
        # Serial: apps play the oldest first.
        _element("itunes:type", "serial"),
        *([_element("itunes:author", author)] if author else []),
        _element("itunes:explicit", "false"),
        '<itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>',
        *(_picture(publication["name"], base, cover) if cover else ()),
        *items,
        "</channel>",
        "</rss>",
    ]
    return "\n".join(rows) + "\n"


def _picture(title: str, base: str, cover: str) -> Iterator[str]:
    """The cover, for podcast apps and for readers that know only RSS."""
    yield f"<itunes:image href={quoteattr(base + cover)}/>"
    inner = (("url", base + cover), ("title", title), ("link", base + "index.html"))
    yield f"<image>{''.join(_element(name, text) for name, text in inner)}</image>"


def _item(
    number: int, publication: dict[str, Any], chapter: dict[str, Any], base: str, size: int
) -> str:
    url, kind = base + chapter["url"], chapter["encodingFormat"]
    seconds = round(float(chapter["duration"][2:-1]))
    rows = [
        "<item>",
        _element("title", chapter["name"]),
        f'<enclosure url={quoteattr(url)} length="{size}" type={quoteattr(kind)}/>',
        f'<guid isPermaLink="false">{escape(publication["id"])}/{number}</guid>',
        _element("pubDate", format_datetime(_FIRST + timedelta(days=number - 1))),
        _element("itunes:duration", str(seconds)),
        _element("itunes:episode", str(number)),
        _element("itunes:episodeType", "full"),
        "</item>",
    ]
    return "\n".join(rows)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_NOT_XML.sub('', text))}</{name}>"
