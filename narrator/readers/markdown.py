"""The reader of Markdown: made into HTML, then read like it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, ClassVar

from narrator.model import Book, BookInfo

from .counting import text_of_markup
from .decoding import decode
from .html import read_html
from .interface import Reader, ReadOptions
from .source import SourceFile
from .title_page import author_stated, authors_named, title_from_name

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|author|lang(?:uage)?|date|series)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.M)
_AUTHORS = re.compile(r"^author[ \t]*:[ \t]*\n((?:[ \t]*-[ \t]+\S.*\n?)+)", re.M)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?:name:[ \t]*)?(\S.*?)[ \t]*$", re.M)
_PERCENT = re.compile(
    r"\A%[ \t]*(?P<title>.+)\n(?:%[ \t]*(?P<author>.+)\n)?(?:%[ \t]*(?P<date>.+)\n)?"
)


def _note(match: re.Match[str]) -> str:
    body = re.sub(r"\n(?: {4}|\t)", "\n", match[2])
    key = escape(match[1])
    return f'\n<aside role="doc-footnote" id="note-{key}">\n\n\\[^{match[1]}]: {body}\n\n</aside>\n'


_Rule = tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""Signs without which it is nowhere, what it is, and what is made of it."""
_SETTINGS = {"html": True, "maxNesting": 200}
"""The preset lets nothing be nested more than 20 times, and leaves out the rest."""
_UNREAD = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|\]\([^()\s]*(?:\s[^()]*)?\)|\]\[[^\[\]]{1,200}\]"
    r"|^ {0,3}\[[^\]^][^\]]*\]:.*$|^[ \t>]*(?:```|~~~).*$",
    re.MULTILINE,
)
"""Where links lead, what pictures show, in what language a program is written."""
_MARKS: tuple[_Rule, ...] = (
    (":::", re.compile(r"^ {0,3}:{3,}.*$", re.M), ""),
    (
        "{",
        re.compile(r"(?<=\S)[ \t]*\{[#.:-][^{}\n]*\}[ \t#]*$|(?<=[\]`])\{[#.][^{}\n]*\}", re.M),
        "",
    ),
    ("[", re.compile(r"^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\][ \t]+", re.M), r"\1"),
    ("==", re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]+)(?<=\S)==(?![=\w])"), r"\1"),
    ("^", re.compile(r"(?<=\w)\^([^\s^\[\]]{1,10})\^"), r"<sup>\1</sup>"),
    ("~", re.compile(r"(?<=\w)(?<!~)~([^\s~]{1,10})~(?!~)"), r"<sub>\1</sub>"),
)
"""What pandoc's and GitHub's Markdown have beside CommonMark's, and what is made of it."""
_NOTES: tuple[_Rule, ...] = (
    (">", re.compile(r"^((?: {0,3}> ?){12})(?: {0,3}> ?)+", re.M), r"\1"),
    (
        "[^",
        re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?: {4}|\t).*)*)", re.M),
        _note,
    ),
    (
        "^[",
        re.compile(r"\^\[([^\[\]\n]{1,2000})\]"),
        r'<span role="doc-footnote">\1</span>',
    ),
    (
        "[^",
        re.compile(r"\[\^([^\]\s]{1,60})\](?!:)"),
        r'<a role="doc-noteref" href="#note-\1">\\[^\1]</a>',
    ),
)
"""Quotations in quotations beyond a dozen, which no parser takes, and notes."""
_ONE_TITLE = re.compile(r"^# +(\S.*?)[ #]*$", re.MULTILINE)


class Markdown(Reader):
    """Markdown, as CommonMark has it, with front matter and footnotes."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, source: SourceFile, options: ReadOptions) -> Book:
        """The book in a Markdown file."""
        text = decode(source.read(), where=source.where, encoding=options.encoding)
        return read_markdown(text, source, options)


def read_markdown(text: str, source: SourceFile, options: ReadOptions) -> Book:
    """The book that Markdown `text` holds."""
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields, text = _fields(text)
    titles = _ONE_TITLE.findall(text)
    info = BookInfo(
        title=fields.get("title")
        or (titles[0] if len(titles) == 1 else "")
        or title_from_name(source.path),
        author=fields.get("author", ""),
        language=_language(fields),
        series=fields.get("series", ""),
        date=fields.get("date", ""),
    )
    written = _rewritten(text, _MARKS)
    text = _rewritten(written, _NOTES)
    parser = MarkdownIt("commonmark", _SETTINGS).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    _number_items(tokens)
    page = f"<html><body>{parser.renderer.render(tokens, parser.options, {})}</body></html>"
    return read_html(page, source, options, info, text_of_markup(_UNREAD.sub(" ", written)))


def _number_items(tokens: Sequence["Token"]) -> None:
    """Write the numbers of a list into its items: `1985. It rained.` is a list, too."""
    number = ""
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            number = f"{token.info}{token.markup} "
        elif token.type == "inline" and number and token.children:
            token.children.insert(0, replace(token.children[0], type="text", content=number))
            number = ""
        elif token.type == "list_item_close":
            number = ""


def _rewritten(text: str, rules: Sequence[_Rule]) -> str:
    for sign, pattern, shown in rules:
        if sign in text:
            text = pattern.sub(shown, text)
    return text


def _fields(text: str) -> tuple[dict[str, str], str]:
    """What the front matter says, and the text after it."""
    front = _FRONT.match(text)
    if front and _FIELD.search(front[1]):
        found = dict(_FIELD.findall(front[1]))
        language = _language(found)
        fields = {name: _bare(value, language) for name, value in found.items()}
        if "author" in fields and not found["author"].startswith("["):
            fields["author"] = author_stated(fields["author"], language)
        if authors := _AUTHORS.search(front[1]):
            names = (_bare(name, language) for name in _ITEM.findall(authors[1]))
            fields["author"] = authors_named(names, language)
        return fields, text[front.end() :]
    percent = _PERCENT.match(text)
    if percent:
        return {name: value for name, value in percent.groupdict().items() if value}, text[
            percent.end() :
        ]
    return {}, text


def _language(fields: Mapping[str, str]) -> str:
    return fields.get("lang", fields.get("language", "")).strip("\"'")


def _bare(value: str, language: str) -> str:
    """A value of the front matter without its quotation marks; of a list in brackets, its items."""
    if value.startswith("[") and value.endswith("]"):
        items = (_bare(item.strip(), language) for item in value[1:-1].split(","))
        return authors_named(items, language)
    return value.strip("\"'")
