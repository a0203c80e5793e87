"""What a chapter's file is called."""

import re
import unicodedata

LONGEST = 60
"""Characters of a file name, the ending included: far below what any file system takes."""

_ENDING = ".txt"
_FALLBACK = "chapter"
_UNDECOMPOSED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_APOSTROPHES = re.compile("['’ʼ]")


def chapter_file_name(number: int, title: str) -> str:
    """The file name of the chapter `number` (from 1): plain ASCII, safe on every file system.

    >>> chapter_file_name(1, "Chapter One: The Café’s Door")
    '01-chapter-one-the-cafes-door.txt'
    >>> chapter_file_name(12, "???")
    '12-chapter.txt'
    """
    prefix = f"{number:02d}-"
    room = LONGEST - len(prefix) - len(_ENDING)
    slug = _slug(title)[:room].strip("-") or _FALLBACK
    return prefix + slug + _ENDING


def chapter_order(file_name: str) -> tuple[int, str]:
    """A sort key that puts chapter files in reading order, the hundredth after the ninety-ninth.

    >>> sorted(["100-z.txt", "99-a.txt", "2-b.txt"], key=chapter_order)
    ['2-b.txt', '99-a.txt', '100-z.txt']
    """
    number = re.match("[0-9]+", file_name)
    return (int(number[0]) if number else 0, file_name)


def _slug(title: str) -> str:
    plain = _APOSTROPHES.sub("", title.casefold().translate(_UNDECOMPOSED))
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    spaced = "".join(sign if sign.isalnum() else " " for sign in letters)
    return "-".join(spaced.split())
