"""Files that other people made, read one by one: what came of each, and what it took.

usage: python -m benchmarks.files FOLDER [--most FILES] [--limit SECONDS] [--all]

Each is read in a process of its own. Told are the words in the raw file (by its angle brackets
alone; none are counted of RTF and PDF), those read and those skipped, warnings and errors. A line
is printed for each file that was refused or warned of, with `--all` for every one, and the totals
of each format. Exit code 1: one ended in a traceback, or ran past the limit.
"""

import argparse
import json
import re
import subprocess
import sys
import time
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import BlockKind
from narrator.readers import read_book, suffixes
from narrator.readers.counting import text_of_markup
from narrator.readers.decoding import decode_loosely

from .hard.child import peak

_WORD = re.compile(r"[^\W_]+")
_PAGES = re.compile(r"\.x?html?$|^content\.xml$|^word/(document|footnotes|endnotes)\.xml$|\.fb2$")
_UNCOUNTED = (".rtf", ".pdf")
_MARKUP = (".html", ".htm", ".xhtml", ".fb2")


@dataclass(frozen=True)
class Outcome:
    """What came of one file."""

    raw: int = 0
    """Words in the file; 0 where they cannot be counted."""
    read: int = 0
    skipped: int = 0
    warnings: tuple[str, ...] = ()
    refused: str = ""
    """Why it is not read, in one line."""
    fault: str = ""
    """What nobody foresaw."""
    seconds: float = 0.0
    """Of CPU."""
    memory: float = 0.0
    """MB."""


def main() -> int:
    options = _options()
    if options.child:
        print(json.dumps(vars(read(Path(options.folder)))))
        return 0
    endings = set(suffixes())
    found = (p for p in sorted(Path(options.folder).rglob("*")) if p.suffix.lower() in endings)
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for path in [p for p in found if p.is_file()][: options.most]:
        outcome = apart(path, options.limit)
        kinds[path.suffix.lower()].append(outcome)
        if options.all or outcome.warnings or outcome.refused or outcome.fault:
            print(told(path.name, outcome), flush=True)
    print(f"\n{'':8}{'files':>6}{'raw':>11}{'read':>11}{'skipped':>10}"
          f"{'warned':>8}{'refused':>8}{'faults':>7}{'slowest':>9}{'MB':>6}")  # fmt: skip
    for kind, rows in sorted(kinds.items()):
        print(total(kind, rows))
    print(total("all", [row for rows in kinds.values() for row in rows]))
    return int(any(row.fault for rows in kinds.values() for row in rows))


def apart(path: Path, limit: float) -> Outcome:
    """What comes of a file, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.files", str(path), "--child"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return Outcome(fault=f"no end after {limit:g} s")
    if run.returncode:
        return Outcome(fault=(run.stderr.strip().splitlines() or [f"code {run.returncode}"])[-1])
    return Outcome(**json.loads(run.stdout.splitlines()[-1]))


def read(path: Path) -> Outcome:
    """What comes of a file, here."""
    started = time.process_time()
    try:
        book = read_book(path)
    except NarratorError as error:
        return Outcome(refused=str(error).replace("\n", " "), memory=peak())
    seconds = time.process_time() - started
    words = {True: 0, False: 0}
    for chapter in book.chapters:
        words[False] += _words(chapter.title)
        for block in chapter.blocks:
            words[block.kind is BlockKind.SKIPPED] += _words(block.text)
    raw = raw_words(path)
    return Outcome(raw, words[False], words[True], book.warnings, "", "", seconds, peak())


def raw_words(path: Path) -> int:
    """The words in a file by the simplest count there is; 0 where there is none."""
    suffix = path.suffix.lower()
    if suffix in _UNCOUNTED:
        return 0
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            pages = [parts.read(name) for name in parts.namelist() if _PAGES.search(name)]
        return sum(_words(text_of_markup(decode_loosely(page))) for page in pages)
    text = decode_loosely(path.read_bytes())
    return _words(text_of_markup(text) if suffix in _MARKUP else text)


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def told(name: str, one: Outcome) -> str:
    """A line about one file."""
    why = one.fault or one.refused or "; ".join(one.warnings)
    return f"{name[:40]:40}{one.raw:>9,}{one.read:>9,}{one.skipped:>8,}{one.seconds:7.2f}  {why}"


def total(kind: str, rows: list[Outcome]) -> str:
    """A line about all files of a kind."""
    raw, heard, skipped = (sum(getattr(r, k) for r in rows) for k in ("raw", "read", "skipped"))
    warned, refused, faults = (
        sum(bool(getattr(r, k)) for r in rows) for k in ("warnings", "refused", "fault")
    )
    slowest, memory = (max((getattr(r, k) for r in rows), default=0) for k in ("seconds", "memory"))
    return (f"{kind:8}{len(rows):>6}{raw:>11,}{heard:>11,}{skipped:>10,}"
            f"{warned:>8}{refused:>8}{faults:>7}{slowest:>8.2f}s{memory:>6.0f}")  # fmt: skip


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.files")
    parser.add_argument("folder")
    parser.add_argument("--most", type=int, default=1_000, help="files that are tried")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds that one may take")
    parser.add_argument("--all", action="store_true", help="a line for every file")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
