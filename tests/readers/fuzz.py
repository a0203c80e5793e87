"""Damage done to real files, at random but the same every time: a target for each reader.

    python tests/readers/fuzz.py Epub --times 100000 --seed 7

runs one for longer. What a reader makes of each file must be a book in which every chapter is
heard, or one line; never another error, never more than `SECONDS`. A file for which that is not so
is kept and named.
"""

import argparse
import io
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from narrator.errors import BadSource, MissingTool
from narrator.model import BlockKind, Book
from narrator.readers import Reader, SourceFile, read_story
from narrator.readers.registry import READERS

BOOKS = Path(__file__).parent / "books"
SECONDS = 20
"""Of computing, for one damaged file; the slowest whole one takes a fiftieth of a second."""

_TEXT = (
    "Chapter 1\n\n“Tom,” said Anna.[1]\n\n* * *\n\nIt rained.\n\n[1] A note.\n\n"
    "\fChapter 2\n\n7\n\n"
)
_PLAY = "ACT I\n\nTOM. Is it late?\n\nANNA (sad). Yes.\n\n[Exit.]\n\n" * 4
_SCREENPLAY = (
    "Title: Rain\nAuthor: Ann Lee\n\n# Act\n\nINT. A ROOM - DAY #1#\n\nRain. /* a\nnote */\n\n"
    "TOM ^\n(low)\nYes.\n  \nNo.\n\n~la\n\n> END <\n\nCUT TO:\n"
)
SEEDS: dict[str, list[tuple[str, bytes]]] = {
    "PlainText": [("a.txt", (_TEXT * 5).encode()), ("b.txt", _PLAY.encode("utf-16"))],
    "Fountain": [("a.fountain", _SCREENPLAY.encode())],
}
_OF_BOOKS = {
    "Epub": ".epub", "Docx": ".docx", "Odt": ".odt", "Fb2": ".fb2", "Html": ".html",
    "Rtf": ".rtf", "Pdf": ".pdf", "Markdown": "source.md",
}  # fmt: skip
_MARKUP = [
    b"<p>", b"</p>", b"<div>" * 400, b"</section>", b"<h1>", b"<br/><br/>", b"<table><tr><td>",
    b"&",
    b"&#0;", b"&nosuch;", b"<!--", b"]]>", b"<![CDATA[", b'<!DOCTYPE x [<!ENTITY a "b">]>', b"<",
    b"<a href='#n' epub:type='noteref'>1</a>", b"<aside epub:type='footnote' id='n'>", b"<title/>",
    b" xmlns='x'", b" id='n'", b" ssml:ph='a:'", b" xml:lang='fr'", b"\xff\xfe", b"\xc3",
    b"<script>", b"<style>p, .x:nth-child(2n+1) { display: none }</style>", b"<img alt='a boat'/>",
]  # fmt: skip
_WORDS = [
    b"\n\n", b"\r", b"\x00", b"\f", b"[1]", b"[1] x", b"TOM:", b"#", b"***", b"Chapter 3", b"/*",
    b"\n12\n", b"A" * 5000, b"\n" * 3000, b"\xef\xbb\xbf", b"\xe2\x80\x9c", b"{\\rtf1", b"\\par ",
    b"\\'93", b"}", b"{\\v ", b"{\\footnote ",
    b"\\super ", b"\\v0 ", b"(" * 200,
    b"<<", b"endobj", b"stream\n", b"%%EOF", b"---\n", b"[^1]:", b"`",
]  # fmt: skip


def seeds_of(reader: Reader) -> list[tuple[str, bytes]]:
    """Whole files of a reader's format, each with its name."""
    name = type(reader).__name__
    found = list(SEEDS.get(name, ()))
    ending = _OF_BOOKS.get(name, "\0")
    found += [(p.name, p.read_bytes()) for p in sorted(BOOKS.iterdir()) if p.name.endswith(ending)]
    return found


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """`data` changed in a few places; in an archive mostly within its files."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return _damaged_archive(data, other, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_WAYS)(data, other, chance)
    return data


def _damaged_archive(data: bytes, other: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        files = {name: book.read(name) for name in book.namelist()}
    texts = [n for n in files if n.endswith((".xml", "html", ".opf", ".ncx", ".rels"))]
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(texts)
        how = chance.random()
        if how < 0.05:
            files.pop(name, None)
        elif how < 0.1:
            files[name.upper()] = files.pop(name, b"")
        else:
            files[name] = chance.choice(_WAYS)(files.get(name, b"<a/>"), b"<p>x</p>", chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as book:
        for name, content in files.items():
            book.writestr(zipfile.ZipInfo(name), content)  # with no time of its own
    return made.getvalue()


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    at = chance.randrange(len(data) + 1)
    return at, at + chance.choice((1, 1, 4, 40, 400))


def _changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, end = _place(data, chance)
    return data[:at] + chance.randbytes(min(end, len(data)) - at) + data[end:]


def _cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, end = _place(data, chance)
    return data[:at] + data[end:]


def _doubled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, end = _place(data, chance)
    return data[:end] + data[at:end] * chance.choice((1, 1, 50)) + data[end:]


def _ended(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)[0]]


def _inserted(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)[0]
    return data[:at] + chance.choice(chance.choice((_MARKUP, _WORDS))) + data[at:]


def _crossed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)[0]] + other[_place(other, chance)[0] :]


def _swapped(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Two tags, or two lines, in each other's place."""
    sign = b"<" if b"<" in data else b"\n"
    parts = data.split(sign)
    one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[two] = parts[two], parts[one]
    return sign.join(parts)


_Way = Callable[[bytes, bytes, random.Random], bytes]
_WAYS: list[_Way] = [_changed, _cut, _doubled, _ended, _inserted, _inserted, _crossed, _swapped]


def files_of(reader: Reader, times: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged files for a reader, each with its name."""
    chance = random.Random(f"{type(reader).__name__} {seed}")
    seeds = seeds_of(reader)
    for _ in range(times):
        name, data = chance.choice(seeds)
        yield name, damaged(data, chance.choice(seeds)[1], chance)


def fault_of(name: str, data: bytes) -> str:
    """What is wrong with what becomes of a file; empty where nothing is."""
    try:
        return _fault_of_book(read_story([SourceFile(Path(name), data)]))
    except (BadSource, MissingTool) as error:
        return "" if error.todo else f"an error without advice: {error}"
    except _TooLong:
        return f"more than {SECONDS} s"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _fault_of_book(book: Book) -> str:
    silent = (BlockKind.SKIPPED, BlockKind.SCENE_BREAK)
    for chapter in book.chapters:
        if all(block.kind in silent for block in chapter.blocks):
            return f"nothing is heard of the chapter {chapter.title!r}"
        if not all(block.text.strip() for block in chapter.blocks):
            return f"an empty block in the chapter {chapter.title!r}"
    return "" if book.chapters else "no chapters"


class _TooLong(BaseException):
    """Raised in the middle of whatever takes too long."""


def _stop(*_: object) -> None:
    raise _TooLong


def _limit(seconds: float) -> None:
    """Stop this process once it has computed so long; 0 for no limit."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=[type(reader).__name__ for reader in READERS])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    reader = next(each for each in READERS if type(each).__name__ == asked.reader)
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, _stop)
    slowest, faults = 0.0, 0
    for name, data in files_of(reader, asked.times, asked.seed):
        _limit(SECONDS)
        began = time.process_time()
        fault = fault_of(name, data)
        slowest = max(slowest, time.process_time() - began)
        _limit(0)
        if fault:
            faults += 1
            with tempfile.NamedTemporaryFile(suffix=f"-{name}", delete=False) as kept:
                kept.write(data)
            sys.stdout.write(f"{fault}: {kept.name}\n")
    peak = Path("/proc/self/status")
    memory = peak.read_text().split("VmHWM:")[1].split()[0] if peak.exists() else "0"
    sys.stdout.write(
        f"{asked.times} files, {faults} faults, slowest {slowest:.2f} s, {int(memory) >> 10} MB\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
