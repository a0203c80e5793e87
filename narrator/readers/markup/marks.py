"""Which elements are the marks of notes, and where they lead."""

import re

from lxml import etree

from ..page_marks import is_page_mark
from .trees import all_text, attribute, local_name

_MARK = re.compile(r"[\[({]?\s*(?:\d{1,4}|[*†‡§¶#]{1,4}|[a-z]|[ivxl]{1,6})\s*[\])}]?")
_BRACKETED = re.compile(r"\[[^\]]{1,5}\]|\([*†‡\d]{1,4}\)|[*†‡§¶]{1,4}")
_ABOUT_NOTES = re.compile(r"note|fn|(?<![a-z])ref", re.IGNORECASE)
_BARE = re.compile(r"\[?(?:\d{1,3}|[*†‡§¶]{1,3})\]?")
_OF_PAGE = re.compile(r"(?<![a-z])(?:page|pg|p|pb|pagina|seite|folio)[-_]?\d*(?![a-z])", re.I)
_YEAR = re.compile(r"(?<!\d)1[4-9]\d\d\Z")
_UNIT = re.compile(
    r"[kcdmnµ]?m|[kmM]?Hz|[kMG]?W|ft|in|mi|yd|sec|sq|ha|[khd]?g|[cdm]l|[A-Z][a-z]?|sin|cos|tan"
)
"""What has an exponent, or in a formula an index."""
_LONGEST = 8
_AFTER_SENTENCE = ".,;:!?…”’\"')]»"


def is_note_mark(element: etree._Element, name: str, before: str) -> bool:
    """Whether an `a` or `sup` is only the mark of a note; `before` is the text before it."""
    if name not in ("a", "sup") or not before.strip():
        return False
    text = all_text(element)
    if not text or len(text) > _LONGEST or not _MARK.fullmatch(text):
        return False
    if name == "a":
        return _leads_to_note(element, text)
    if next(element.iter("{*}a"), None) is not None:
        return True
    return is_note_number(text, before)


def is_note_number(text: str, before: str) -> bool:
    """Whether `text`, raised above the line, is the mark of a note; `before` stands before it."""
    return bool(_BARE.fullmatch(text.strip())) and _after_words(before)


def marks_page(element: etree._Element) -> bool:
    """Whether an element is called after a page, and holds its number and nothing else."""
    called = f"{element.get('id', '')} {element.get('name', '')} {element.get('class', '')}"
    return bool(_OF_PAGE.search(called)) and is_page_mark(all_text(element))


def note_link(element: etree._Element) -> str:
    """Where the mark of a note leads; empty where it does not."""
    if local_name(element) == "a":
        return attribute(element, "href")
    link = next(element.iter("{*}a"), None)
    return attribute(link, "href") if link is not None else ""


def _leads_to_note(element: etree._Element, text: str) -> bool:
    href = attribute(element, "href")
    if "#" not in href:
        return False
    parent = element.getparent()
    raised = next(element.iter("{*}sup"), None) is not None or (
        parent is not None and local_name(parent) == "sup"
    )
    about = " ".join((href.rpartition("#")[2], element.get("id", ""), element.get("class", "")))
    return raised or bool(_BRACKETED.fullmatch(text)) or bool(_ABOUT_NOTES.search(about))


def _after_words(before: str) -> bool:
    """A raised number after a sentence, a word or a year; `km²`, `x²` and `10³` are no notes."""
    if before[-1:] in _AFTER_SENTENCE or _YEAR.search(before):
        return True
    word = re.search(r"[^\W\d_]*\Z", before)
    return word is not None and len(word[0]) >= 2 and not _UNIT.fullmatch(word[0])
