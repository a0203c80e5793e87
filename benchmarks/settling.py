"""How long one correction takes in a long book, and what a draft of it takes of memory.

usage: python -m benchmarks.settling FILE [COUNT]

The most doubtful line is settled as it is guessed, or for whoever speaks next; then the next.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

from narrator.model import Line, LineKind
from narrator.parser import Draft, Place
from narrator.readers import read_book

COUNT = 40


def main(path: str, count: str = str(COUNT)) -> None:
    """Print the times of CPU, and memory."""
    book = read_book(Path(path))
    words = sum(len(block.text.split()) for part in book.chapters for block in part.blocks)
    began = time.process_time()
    draft = Draft(book)
    print(f"{words:,} words; parsed in {time.process_time() - began:.1f} s of CPU time")
    lines = _doubtful(draft)
    settled: dict[Place, str] = {}
    times, changed = [], 0
    for at in range(min(int(count), len(lines))):
        place, speaker = lines[at]
        settled[place] = lines[at + 1][1] if at % 2 and at + 1 < len(lines) else speaker
        began = time.process_time()
        changed += len(draft.settle(settled))
        times.append(time.process_time() - began)
    print(
        f"{len(times)} corrections, {changed} lines changed; each "
        f"min {min(times):.3f}, median {statistics.median(times):.3f}, max {max(times):.3f} s"
    )
    print(
        f"the first ten {statistics.median(times[:10]):.3f}, "
        f"the last ten {statistics.median(times[-10:]):.3f} s in the median"
    )
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _doubtful(draft: Draft) -> list[tuple[Place, str]]:
    found = [
        (line.trace.confidence, (number, row), line.speaker)
        for number, chapter in enumerate(draft.script.chapters)
        for row, line in enumerate(chapter.rows)
        if isinstance(line, Line) and line.kind is LineKind.DIALOGUE
    ]
    return [(place, speaker) for _, place, speaker in sorted(found)]


if __name__ == "__main__":
    main(*sys.argv[1:])
