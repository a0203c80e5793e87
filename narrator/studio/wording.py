"""What is said for the lines of a book, kept from one run to the next.

It is a second copy of what the rules give, and safe to delete: a file that is damaged, or that was
written by other rules or for another diction, counts as not there.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from narrator.model import Span
from narrator.text import Diction, is_speakable, split_sentences, spoken

_ROOT = Path(__file__).parent.parent
_RULES = ("text", "languages", "model")
"""The rooms on which spoken words depend: the rules, their tables, and what a lexicon has."""
_LIBRARIES = ("num2words", "pykakasi")
"""What rules ask for numbers and readings, where it is installed."""

Sentences = tuple[tuple[Span, str], ...]
"""Where each sentence with something to say stands in the line as written, and what is said."""
_Kept = dict[str, tuple[tuple[int, int, str], ...]]


def said_for(text: str, diction: Diction, *, heading: bool = False) -> Sentences:
    """What is said for a line, sentence by sentence; nothing where it holds nothing to say."""
    parts = (
        (span, spoken(text[span.start : span.end], diction, heading=heading))
        for span in split_sentences(text, diction.locale)
    )
    return tuple((span, part) for span, part in parts if is_speakable(part))


class Wording:
    """`said_for` the lines of one book in one diction, found out once."""

    def __init__(self, path: Path, diction: Diction) -> None:
        self._path = path
        self._diction = diction
        self._under = f"{_rules()}{diction!r}".encode()
        self._before = self._read()
        self._now: _Kept = {}

    def said_for(self, text: str, *, heading: bool) -> Sentences:
        """What is said for a line."""
        name = f"{heading:d}{text}"
        kept = self._now.get(name, self._before.get(name))
        if kept is None:
            said = said_for(text, self._diction, heading=heading)
            kept = tuple((*span, part) for span, part in said)
        self._now[name] = kept
        return tuple((Span(start, end), part) for start, end, part in kept)

    def keep(self) -> None:
        """Write down what was asked for; where that fails, the next run finds it out anew."""
        if self._now == self._before:
            return
        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        with contextlib.suppress(OSError):
            try:
                content = msgspec.json.encode(self._now)
                self._path.parent.mkdir(parents=True, exist_ok=True)
                beside.write_bytes(self._seal(content) + content)
                beside.replace(self._path)
            finally:
                beside.unlink(missing_ok=True)

    def _read(self) -> _Kept:
        """What is kept, if it is whole, and was found out by these rules for this diction."""
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            data = self._path.read_bytes()
            seal, content = data[:64], data[64:]
            if seal == self._seal(content):
                return msgspec.json.decode(content, type=_Kept)
        return {}

    def _seal(self, content: bytes) -> bytes:
        """A SHA-256 over the content and all that it follows from."""
        return hashlib.sha256(self._under + b"\0" + content).hexdigest().encode()


def _rules() -> str:
    """What tells the rules of this program, on this machine, from any others."""
    files = (file for room in _RULES for file in _files(_ROOT / room))
    return repr((sys.version, tuple(files), tuple(map(_version, _LIBRARIES))))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """All files of a room: path in it, size in bytes, time of writing in nanoseconds."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if not entry.is_dir():
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns
        elif entry.name != "__pycache__":
            yield from _files(Path(entry.path))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
