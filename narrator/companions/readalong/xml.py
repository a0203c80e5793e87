"""Writing XML: what a book's text must go through, and the beginnings of files."""

import re
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
XHTML = (
    DECLARATION + '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"'
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


def text(value: str) -> str:
    """`value` as the text of an element, without the characters that XML cannot hold."""
    return escape(_FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """`value` as an attribute, in quotation marks."""
    return quoteattr(_FORBIDDEN.sub("", value))


def language_tag(tag: str) -> str:
    """`tag` where it is one of BCP 47, else `und`.

    >>> language_tag("en-GB"), language_tag("Old English")
    ('en-GB', 'und')
    """
    tag = tag.replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else "und"


def is_language(tag: str) -> bool:
    """Whether `tag` looks like one of BCP 47."""
    return bool(_LANGUAGE.fullmatch(tag))
