"""How a book itself wants words said: `ssml:ph`, other languages, initials and acronyms."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lxml import etree

from narrator.model import BlockKind, Pronunciation
from narrator.text.foreign_sounds import anglicised, from_x_sampa

from .pages import Page
from .roles import semantics
from .trees import all_text, attribute

_LONGEST = 100
_MOST_WORDS = 14
"""What is longer is a passage, not a phrase within a sentence."""
_MOST = 20_000
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,8}")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def saying_of(element: etree._Element, name: str) -> Pronunciation | None:
    """What an element within a paragraph says of how its words are said, if anything."""
    ph = tongue = ""
    for key, value in element.attrib.items():
        bare = str(key).rpartition("}")[2].rpartition(":")[2]
        if bare == "ph":
            ph = str(value)
        elif bare == "lang":
            tongue = str(value).strip()
    if not (ph or tongue or name == "abbr"):
        return None
    written = all_text(element)
    if not (0 < len(written) <= _LONGEST) or len(written.split()) > _MOST_WORDS:
        return None
    if not any(map(str.isalpha, written)):
        return None
    if ph:
        sounds = ipa_of(ph, _alphabet(element))
        return Pronunciation(written, ipa=sounds) if sounds else None
    if name == "abbr":
        return _abbreviation(written, semantics(element))
    return Pronunciation(written, tongue=tongue) if _TAG.fullmatch(tongue) else None


def ipa_of(sounds: str, alphabet: str) -> str:
    """Sounds in the form of a lexicon; empty where the alphabet is not known."""
    plain = alphabet.lower().removeprefix("x-").replace("_", "-")
    if plain in ("", "ipa"):
        return anglicised(sounds)
    return anglicised(from_x_sampa(sounds)) if plain in ("sampa", "x-sampa") else ""


def pronunciations_of(pages: Sequence[Page], language: str) -> tuple[Pronunciation, ...]:
    """What `pages` say of how words are said, where it holds for these words anywhere in the book.

    Words that are marked in two ways are left to the engine. So are, of small letters or of another
    language, those that stand elsewhere without a mark: `read`, marked once, has two sounds.
    """
    found = [saying for page in pages for saying in page.sayings][:_MOST]
    ways: dict[str, set[Pronunciation]] = {}
    for saying in found:
        ways.setdefault(saying.written, set()).add(saying)
    marked = Counter(saying.written.casefold() for saying in found)
    words = _words(pages, (written.casefold() for written in ways))
    kept = []
    for written, sayings in ways.items():
        (saying, *others) = sayings
        local = bool(saying.tongue) or written.islower()
        everywhere = words[written.casefold()] <= marked[written.casefold()]
        if not others and not _same_tongue(saying.tongue, language) and (everywhere or not local):
            kept.append(saying)
    return tuple(kept)


def _words(pages: Sequence[Page], wanted: Iterable[str]) -> Counter[str]:
    """How often single words that are `wanted` are read."""
    single = {word for word in wanted if _WORD.fullmatch(word)}
    if not single:
        return Counter()
    return Counter(
        word
        for page in pages
        for block in page.blocks
        if block.kind is not BlockKind.SKIPPED
        for word in map(str.casefold, _WORD.findall(block.text))
        if word in single
    )


def _same_tongue(tongue: str, language: str) -> bool:
    """Whether words are in the book's own language, or in none that is known."""
    if not tongue:
        return False
    first = tongue.casefold().partition("-")[0]
    return first in (language.replace("_", "-").casefold().partition("-")[0], "und", "mul", "zxx")


def _alphabet(element: etree._Element) -> str:
    """The alphabet that holds for the sounds of an element: its own, or that of one around it."""
    for each in (element, *element.iterancestors()):
        if found := attribute(each, "alphabet"):
            return found
    return ""


def _abbreviation(written: str, meanings: set[str]) -> Pronunciation | None:
    """Initials are said letter by letter, an acronym is said as a word."""
    if not _INITIALS.fullmatch(written):
        return None
    letters = [letter for letter in written if letter.isalpha()]
    if "initialism" in meanings:
        return Pronunciation(written, say=" ".join(letters))
    if "acronym" in meanings:
        return Pronunciation(written, say="".join(letters).capitalize())
    return None
