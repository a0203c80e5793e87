"""Letters set apart: a drop cap with a gap, and pictures that stand for a letter or a word."""

import re

from lxml import etree

from .trees import all_text, local_name

WHOLE_WORDS = "AIOÀÉÔYАВИКОСУЯ"
"""Letters that are words in one language or another, so that a gap behind them stays."""

_INITIAL = re.compile(r"drop|initial|lettrine|first-?letter|big-?cap|float\s*:\s*left", re.I)
_WORDS = re.compile(r"[^\W\d_].*\s.*[^\W\d_]", re.DOTALL)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp)\s*$", re.I)
_RUBY = frozenset({"ruby", "rb"})


def stands_for_text(element: etree._Element, shown: str) -> bool:
    """Whether the picture `element` is read as what it shows: a letter with the rest of its word
    behind it, or the base of a reading aid."""
    parent = element.getparent()
    if shown and parent is not None and local_name(parent) in _RUBY:
        return True
    if len(shown) != 1 or not shown.isalpha():
        return False
    if (element.tail or "")[:1].isalpha() or is_initial(element):
        return True
    if parent is None or all_text(parent):
        return False
    after = parent.getnext()
    return after is not None and shown not in WHOLE_WORDS and all_text(after)[:1].islower()


def is_description(shown: str) -> bool:
    """Whether the alternative text of a picture tells what is on it.

    >>> is_description("A boat at the quay"), is_description("cover"), is_description("p 12.jpg")
    (True, False, False)
    """
    return bool(_WORDS.search(shown)) and not _FILE.search(shown)


def is_initial(element: etree._Element) -> bool:
    """Whether `element` is a drop cap that white space parts from the rest of its word."""
    tail = element.tail
    if not tail or not tail[0].isspace() or not tail.lstrip()[:1].islower():
        return False
    if local_name(element) in ("img", "image"):
        letter = (element.get("alt") or "").strip()
    else:
        called = f"{element.get('class') or ''} {element.get('style') or ''}"
        letter = all_text(element) if _INITIAL.search(called) else ""
    return len(letter) == 1 and letter.isupper() and letter not in WHOLE_WORDS


def without_gap(element: etree._Element) -> str:
    """What follows a drop cap, the white space before it left out."""
    return (element.tail or "").lstrip()
