"""Runs `narrator` again and again without importing it each time: reads a run a line, forks it.

Each line is JSON: the arguments, the folder, the environment, and the files for standard input,
output and errors. Answers with two lines: the number of the process, and its exit code once it has
ended (negative: a signal). Every run has a process group of its own, so that all of it can be
killed, and ends as every Python program does.
"""

import json
import os
import sys
from typing import Any


def become(run: dict[str, Any]) -> None:
    """Be the process that a shell would have started."""
    os.setsid()
    os.chdir(run["folder"])
    os.environ.clear()
    os.environ.update(run["environment"])
    entry, *exits = run["files"]
    # Both may be the same file: each adds to its end.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    opened = [os.open(entry, os.O_RDONLY), *(os.open(path, flags) for path in exits)]
    for number, file in enumerate(opened):
        os.dup2(file, number)
        os.close(file)
    sys.argv = ["narrator", *run["arguments"]]


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def next_run() -> dict[str, Any] | None:
    """Fork for each line; in the child, the run that it is to be, and None at the end."""
    while line := sys.stdin.readline():
        pid = os.fork()
        if not pid:
            run: dict[str, Any] = json.loads(line)
            return run
        tell(pid)
        _, status = os.waitpid(pid, 0)
        tell(os.waitstatus_to_exitcode(status))
    return None


def load() -> None:
    """Load all that runs load, and compile what they compile when they first meet a text."""
    for name in COMMANDS:
        importlib.import_module(f"narrator.commands.{name}")
    paragraph = Block(BlockKind.PARAGRAPH, "“Mr. Ray paid $5,” said Olga.")
    spoken(paragraph.text)
    parse_book(Book(BookInfo("A book"), (Chapter("One", (paragraph,)),)))


if __name__ == "__main__":
    import importlib

    from narrator.cli import COMMANDS, main
    from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
    from narrator.parser import parse_book
    from narrator.text import spoken

    load()
    if (run := next_run()) is not None:
        become(run)
        main()
