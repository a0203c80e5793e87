"""Reads, parses and speaks one hard text, and says what that took.

usage: python -m benchmarks.hard.child SHAPE CHARACTERS
"""

import gc
import json
import sys
import tempfile
import time
from pathlib import Path

from narrator.errors import BadSource
from narrator.parser import parse_book
from narrator.readers import read_book
from narrator.text import split_sentences, spoken

from .shapes import SHAPES


def main(shape: str, size: str) -> None:
    with tempfile.TemporaryDirectory(prefix="hard-") as folder:
        work(Path(folder) / "small.txt", SHAPES[shape](1000))  # rules are made, tables are read
        gc.collect()
        seconds = work(Path(folder) / "hard.txt", SHAPES[shape](int(size)))
    print(json.dumps({**seconds, "memory": peak()}))


def work(path: Path, text: str) -> dict[str, float]:
    """The CPU seconds of each step with `text`."""
    path.write_text(text, encoding="utf-8")
    started = time.process_time()
    try:
        book = read_book(path)
    except BadSource:  # no story at all: what was refused is read, too
        return {"reading": time.process_time() - started, "parsing": 0.0, "speaking": 0.0}
    read = time.process_time()
    lines = [line.text for chapter in parse_book(book).chapters for line in chapter.lines]
    parsed = time.process_time()
    for line in lines:
        for begin, end in split_sentences(line):
            spoken(line[begin:end])
    said = time.process_time()
    return {"reading": read - started, "parsing": parsed - read, "speaking": said - parsed}


def peak() -> float:
    """The most memory that this process ever held, MB (Linux)."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
