"""A session that does one thing after the other, and tells of each once it is confirmed."""

import sys
import time
from pathlib import Path

from narrator.model import LineKind
from narrator.review import Session
from narrator.review.actions import Assign, Deliver
from narrator.workspace import Workspace


def main(root: str, first: str) -> None:
    """Begin, and never end by oneself."""
    session = Session(Workspace(Path(root)), "keys")
    session.start()
    while session.overview().learning == "studying":
        time.sleep(0.01)
    rows = [row for n in session.overview().chapters for row in session.sheet(n.number).rows]
    spoken = [row for row in rows if row.kind == LineKind.DIALOGUE]
    print("ready", flush=True)  # noqa: T201
    for number in range(int(first), 100_000):
        row = spoken[number % len(spoken)]
        session.act(Deliver((row.id,), f"number {number}"))
        print(number, row.text, sep="\t", flush=True)  # noqa: T201
        session.act(Assign((row.id,), ("Anna Bell", "Tom Reed")[number % 2]))


if __name__ == "__main__":
    main(*sys.argv[1:])
