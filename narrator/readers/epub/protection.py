"""Whether a book is locked so that only its shop's own programs can open it."""

from collections.abc import Callable
from urllib.parse import unquote

from narrator.errors import BadSource

from ..archive import Archive
from ..markup.trees import attribute, parse_xml

_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc")
"""Algorithms that only mix up fonts; the text is not touched by them."""


def encrypted_files(archive: Archive) -> set[str]:
    """The files of a book whose content is encrypted."""
    name = archive.find("META-INF/encryption.xml")
    root = parse_xml(archive.read(name)) if name else None
    found: set[str] = set()
    if root is None:
        return found
    for data in root.iter("{*}EncryptedData"):
        methods = [attribute(method, "Algorithm") for method in data.iter("{*}EncryptionMethod")]
        if any(method.lower().startswith(_FONTS) for method in methods):
            continue
        for reference in data.iter("{*}CipherReference"):
            file = archive.find(unquote(attribute(reference, "URI")))
            found |= {file} if file else set()
    return found


def refuse_protected(archive: Archive, files: set[str], is_page: Callable[[str], bool]) -> None:
    """Stop where the text itself is encrypted.

    Raises:
        BadSource: it is.
    """
    if any(map(is_page, files)):
        raise BadSource(
            "is protected by DRM, so only the programs of its shop can open it",
            where=archive.where,
            todo="give a copy without DRM: many shops and libraries offer one",
        )
