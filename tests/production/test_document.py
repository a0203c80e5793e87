"""The JSON document of a script: every character of a plain text is in one place of it."""

from pathlib import Path

from narrator.parser import parse_book
from narrator.production.scripting.document import script_document
from narrator.readers import read_book

TEXT = """\
The Mill

Chapter One

The wheel stood still that winter, and nobody came up[1] to the mill but the postman. He had walked
all the way from the bridge.

“Is there no bread?” asked the postman. Ada shook her head[2] and looked at the empty bins beside
the door, one after the other.

“Not before the ice goes,” said Ada. The postman put down[3] his bag, for it was heavy, and sat on
the step.
"""


def test_a_mark_within_a_line_is_counted_once(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = script_document(parse_book(read_book(path)))
    rows = [line for chapter in found["chapters"] for line in chapter["lines"]]
    within = [TEXT[slice(*row["within"])] for row in found["skipped"] if "within" in row]
    assert within == ["[1]", "[2]", "[3]"]
    counts = [0] * len(TEXT)
    for row in (*rows, *found["skipped"]):
        for at in range(row["start"] or 0, row["end"] or 0):
            counts[at] += 1
    # The title of the book is no line of it.
    title = len("The Mill")
    assert all(counts[at] == 1 for at, c in enumerate(TEXT) if at >= title and not c.isspace())
