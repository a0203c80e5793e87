"""ffmpeg's text format for tags and chapters."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_SPECIAL = re.compile(r"[=;#\\\n]")


class Mark(NamedTuple):
    """A chapter of a file, from one frame to another."""

    start: int
    end: int
    title: str


def ffmetadata(tags: Mapping[str, str], marks: Iterable[Mark] = (), rate: int = 1) -> str:
    """The text ffmpeg reads: `tags` that are not empty, then chapters timed in 1/`rate` seconds."""
    lines = [";FFMETADATA1"]
    lines += [_row(key, clean(value)) for key, value in tags.items() if clean(value)]
    for mark in marks:
        lines += ["[CHAPTER]", f"TIMEBASE=1/{rate}", f"START={mark.start}", f"END={mark.end}"]
        lines += [_row("title", clean(mark.title))]
    return "\n".join(lines) + "\n"


def _row(key: str, value: str) -> str:
    # ffmpeg takes a backslash before a line end for an escaped line end, escaped or not, and reads
    # the next row as part of the value: a space keeps them apart.
    return f"{key}={escaped(value)}" + (" " if value.endswith("\\") else "")


def escaped(text: str) -> str:
    r"""`text` with a backslash before everything ffmpeg would take for its own.

    >>> escaped("a=b; c")
    'a\\=b\\; c'
    """
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def clean(text: str) -> str:
    """`text` without what tags cannot hold: line ends are `\\n`, controls and lone halves go."""
    lines = "\n".join(text.splitlines())
    kept = (char for char in lines if char == "\n" or unicodedata.category(char) not in "Cc Cs")
    return "".join(kept).strip()
