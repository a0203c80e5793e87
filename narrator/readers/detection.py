"""Which reader takes a file: by what is in it first, then by the ending of its name."""

import re
from collections.abc import Sequence

from narrator.errors import BadSource

from .archive import open_archive
from .interface import Reader
from .source import SourceFile

HEAD = 4096
_CONVERT = "convert it to EPUB with Calibre (ebook-convert BOOK BOOK.epub) and give that"
_RESAVE = "open it in a word processor and save it as DOCX or ODT"
_UNREADABLE = {
    ".mobi": ("a MOBI e-book", _CONVERT),
    ".prc": ("a MOBI e-book", _CONVERT),
    ".azw": ("a Kindle e-book", _CONVERT),
    ".azw3": ("a Kindle e-book", _CONVERT),
    ".kfx": ("a Kindle e-book", _CONVERT),
    ".lit": ("a LIT e-book", _CONVERT),
    ".pdb": ("a PalmDOC e-book", _CONVERT),
    ".djvu": ("a DjVu document", "it has to go through text recognition (OCR) first"),
    ".acsm": (
        "no book but a ticket for one",
        "fetch the book with its shop's program; if it is without DRM, give that",
    ),
    ".doc": ("an old Word document", _RESAVE),
    ".pages": ("a Pages document", "export it as EPUB or DOCX and give that"),
}
_PACKED = (".epub", ".kepub", ".docx", ".docm", ".odt")
"""Files that are ZIP archives, by the endings of their names."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19]")
"""Bytes that no text has."""
_MAGIC = (
    (60, b"BOOKMOBI", ".mobi"),
    (60, b"TEXtREAd", ".pdb"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (0, b"ITOLITLS", ".lit"),
    (0, b"AT&TFORM", ".djvu"),
)
_INSIDE = (
    ("META-INF/container.xml", ".epub"),
    ("word/document.xml", ".docx"),
    ("content.xml", ".odt"),
)


def find_reader(source: SourceFile, readers: Sequence[Reader]) -> Reader:
    """The reader for `source`; the first of `readers` where none is surer.

    Raises:
        BadSource: it cannot be read, or no reader can ever take its format.
    """
    head = source.head(HEAD)
    _refuse(source, head)
    for reader in readers:
        if reader.recognises(head):
            return reader
    suffix = _suffix(source, head)
    named = next((reader for reader in readers if suffix in reader.suffixes), None)
    return named or readers[0]


def _refuse(source: SourceFile, head: bytes) -> None:
    suffix = next((s for offset, magic, s in _MAGIC if head.startswith(magic, offset)), "")
    if source.suffix in _PACKED and not head.startswith(b"PK") and _CONTROLS.search(head):
        raise BadSource(
            f"this is named as {source.suffix.lstrip('.').upper()}, and is none: it is damaged, or "
            "something else",
            where=source.where,
            todo="fetch or save it again",
        )
    suffix = suffix or (source.suffix if _looks_binary(head) or source.suffix == ".acsm" else "")
    if suffix in _UNREADABLE:
        what, todo = _UNREADABLE[suffix]
        raise BadSource(
            f"this is {what}, which Narrator cannot read", where=source.where, todo=todo
        )


def _looks_binary(head: bytes) -> bool:
    return b"\0" in head


def _suffix(source: SourceFile, head: bytes) -> str:
    """The ending that fits the content, where that can be told; else that of the name."""
    suffix = source.suffix
    if not head.startswith(b"PK\x03\x04"):
        return "" if suffix in _PACKED else suffix
    with open_archive(source) as archive:
        for name, ending in _INSIDE:
            if archive.find(name):
                return ending
        names = archive.names
    if suffix in _PACKED:
        return suffix
    if any(name.lower().endswith(".opf") for name in names):
        return ".epub"
    if any(name.lower().endswith(".fb2") for name in names):
        return ".fb2"
    return suffix
