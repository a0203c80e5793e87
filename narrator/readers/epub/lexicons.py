"""The pronunciation lexicons that an EPUB carries (W3C PLS 1.0, `application/pls+xml`)."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from narrator.errors import BadSource
from narrator.model import Pronunciation

from ..archive import Archive
from ..markup.sayings import ipa_of
from ..markup.trees import all_text, attribute, parse_xml
from .package import Package

_TYPE = "application/pls+xml"
_MOST_FILES = 20
_MOST = 20_000
_LONGEST = 100


def read_lexicons(archive: Archive, package: Package) -> tuple[Pronunciation, ...]:
    """What the lexicons of a book say; a word with two entries (`read`) is left to the engine."""
    names = [item.name for item in package.items.values() if item.media_type == _TYPE]
    found = [entry for name in names[:_MOST_FILES] for entry in _read(archive, name)][:_MOST]
    times = Counter((entry.written, entry.language) for entry in found)
    return tuple(entry for entry in found if times[entry.written, entry.language] == 1)


def _read(archive: Archive, name: str) -> Iterator[Pronunciation]:
    try:
        root = parse_xml(archive.read(name))
    except BadSource:  # a book can be read without
        return
    if root is None:
        return
    language, alphabet = attribute(root, "lang"), attribute(root, "alphabet")
    for lexeme in root.iter("{*}lexeme"):
        say, sounds = _way(lexeme, alphabet)
        for grapheme in lexeme.iter("{*}grapheme"):
            written = all_text(grapheme)
            if (say or sounds) and 0 < len(written) <= _LONGEST:
                yield Pronunciation(written, say, sounds, language)


def _way(lexeme: etree._Element, alphabet: str) -> tuple[str, str]:
    """What is said for a lexeme: other words, and sounds; the first of each counts."""
    say = next((all_text(alias) for alias in lexeme.iter("{*}alias")), "")
    for phoneme in lexeme.iter("{*}phoneme"):
        return say, ipa_of(all_text(phoneme), attribute(phoneme, "alphabet") or alphabet)
    return say, ""
