"""File names that every file system takes, whatever a book or chapter is called."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 250
"""Bytes of UTF-8 in a whole name: 255 is the limit, and a file being written is `<name>.part`."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)", re.I)
_SPELT = {":": " - ", "/": "-", "\\": "-", "|": "-", '"': "'", "<": "(", ">": ")", "*": "", "?": ""}
_JOINERS = "\u200c\u200d"
"""Invisible, but letters and emoji change without them."""
_EDGES = " .-~"


def safe_name(text: str, *, suffix: str = "", fallback: str = "Untitled") -> str:
    """`text` as a file name on any system, as like it as can be, ending with `suffix`.

    >>> safe_name("Who? Me: a/b.", suffix=".mp3")
    'Who Me - a-b.mp3'
    """
    spelt = "".join(_spelt(char) for char in unicodedata.normalize("NFC", text))
    name = _trimmed(spelt, LONGEST - len(suffix.encode())) or fallback
    return ("_" if _RESERVED.match(name + suffix) else "") + name + suffix


def chapter_names(titles: Iterable[str], suffix: str) -> tuple[str, ...]:
    """A file name for each chapter in order, no two alike even where case does not count."""
    titles = tuple(titles)
    return tuple(
        chapter_name(number, len(titles), title, suffix) for number, title in enumerate(titles, 1)
    )


def chapter_name(number: int, count: int, title: str, suffix: str) -> str:
    """The file name of chapter `number` of `count`, counted from 1."""
    width = max(2, len(str(count)))
    return safe_name(f"{number:0{width}} - {title}", suffix=suffix)


def shortened(text: str, size: int) -> str:
    """As much of `text` as fits into `size` bytes of UTF-8, whole letters with their marks."""
    if len(text.encode("utf-8", "replace")) <= size:
        return text
    head = text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
    while head and _clings(text[len(head)], head[-1]):
        head = head[:-1]
    return head


def _clings(char: str, before: str) -> bool:
    """Whether `char` is drawn as one with the character before it."""
    return bool(unicodedata.combining(char)) or char in _JOINERS or before in _JOINERS


def _spelt(char: str) -> str:
    if char in _SPELT:
        return _SPELT[char]
    if char.isspace():
        return " "
    # Controls, among them those that turn the direction of writing, and halves of characters.
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
    return "" if hidden and char not in _JOINERS else char


def _trimmed(text: str, size: int) -> str:
    whole = " ".join(text.split()).strip(_EDGES)
    return shortened(whole, size - 1).strip(_EDGES)
