"""How long reading a book takes, and how much memory: `python -m benchmarks.reading`."""

import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from narrator.readers import read_book

SENTENCE = "<p>“Boat number {n} is <i>late</i>,” said Tom, and Anna counted the ropes again.</p>"
CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'


def make_epub(path: Path, size: int) -> None:
    """An EPUB with `size` bytes of pages in chapters of 20 kB."""
    pages, number = [], 0
    while sum(map(len, pages)) < size:
        body = f"<h1>Chapter {len(pages) + 1}</h1>"
        while len(body) < 20_000:
            body += SENTENCE.format(n=number)
            number += 1
        pages.append(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>')
    items = "".join(
        f'<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(pages))
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr(
            "b.opf",
            f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for n, page in enumerate(pages):
            book.writestr(f"{n}.xhtml", page)


def measure(path: Path) -> None:
    """Print what reading the book at `path` costs in a process of its own."""
    began, used = time.perf_counter(), time.process_time()
    book = read_book(path)
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{path.name}: {len(book.chapters)} chapters, {wall:.2f} s ({cpu:.2f} s CPU), "
        f"{memory:.0f} MB at most, Python and imports included"
    )


def main() -> None:
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (1, 4, 16):
            path = Path(folder) / f"{megabytes} MB.epub"
            make_epub(path, megabytes * 1_000_000)
            subprocess.run([sys.executable, "-m", "benchmarks.reading", str(path)], check=True)


if __name__ == "__main__":
    main()
