"""Fonts that a book holds mixed up, as their makers ask (EPUB 3.3, 4.4; Adobe's older way).

They stay mixed up in the read-along book, with the key of its own identifier.
"""

import hashlib
from itertools import cycle
from urllib.parse import unquote
from uuid import UUID

from lxml import etree

from narrator.readers.archive import Archive
from narrator.readers.markup.trees import all_text, attribute, parse_xml

from ..xml import DECLARATION
from ..xml import attribute as quoted

IDPF = "http://www.idpf.org/2008/embedding"
_ADOBE = "http://ns.adobe.com/pdf/enc#rc"
_IDPF_SIZE, _ADOBE_SIZE = 1040, 1024
"""Bytes at the beginning that are mixed up."""


def plain_fonts(archive: Archive, package: etree._Element) -> dict[str, tuple[bytes, int]]:
    """The mixed-up fonts of a book: for each file the key, and how many bytes it is good for."""
    name = archive.find("META-INF/encryption.xml")
    root = parse_xml(archive.read(name)) if name else None
    found: dict[str, tuple[bytes, int]] = {}
    for data in root.iter("{*}EncryptedData") if root is not None else ():
        methods = {attribute(m, "Algorithm").lower() for m in data.iter("{*}EncryptionMethod")}
        key, size = b"", 0
        if IDPF in methods:
            key, size = idpf_key(_identifier(package)), _IDPF_SIZE
        elif _ADOBE in methods:
            key, size = _adobe_key(package), _ADOBE_SIZE
        for reference in data.iter("{*}CipherReference"):
            file = archive.find(unquote(attribute(reference, "URI")))
            if file and key:
                found[file] = (key, size)
    return found


def mixed(data: bytes, key: bytes, size: int = _IDPF_SIZE) -> bytes:
    """`data` with its beginning mixed up by `key`, or no longer so: both are the same work."""
    head = bytes(a ^ b for a, b in zip(data[:size], cycle(key), strict=False))
    return head + data[size:]


def idpf_key(identifier: str) -> bytes:
    """The key that a book's unique identifier makes."""
    return hashlib.sha1("".join(identifier.split()).encode(), usedforsecurity=False).digest()


def encryption_file(names: list[str]) -> str:
    """`META-INF/encryption.xml` for fonts that are mixed up."""
    rows = "\n".join(
        "<enc:EncryptedData>"
        f"<enc:EncryptionMethod Algorithm={quoted(IDPF)}/>"
        f"<enc:CipherData><enc:CipherReference URI={quoted(name)}/></enc:CipherData>"
        "</enc:EncryptedData>"
        for name in names
    )
    return (
        DECLARATION + '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        f'xmlns:enc="http://www.w3.org/2001/04/xmlenc#">\n{rows}\n</encryption>\n'
    )


def _identifier(package: etree._Element) -> str:
    wanted = attribute(package, "unique-identifier")
    for element in package.iter("{*}identifier"):
        if attribute(element, "id") == wanted:
            return all_text(element)
    return ""


def _adobe_key(package: etree._Element) -> bytes:
    for element in package.iter("{*}identifier"):
        text = all_text(element).lower().removeprefix("urn:uuid:")
        try:
            return UUID(text).bytes
        except ValueError:
            continue
    return b""
