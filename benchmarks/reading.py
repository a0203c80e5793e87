"""How long reading a book takes, and how much memory: `python -m benchmarks.reading`.

An EPUB of 1, 4 and 16 MB of pages, and 1 MB in each of the other formats that can be written here.
"""

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


def make_others(folder: Path, size: int) -> list[Path]:
    """A story of `size` bytes in every other format."""
    chapters: list[list[str]] = []
    number = 0
    while number * 100 < size:
        chapters.append([f"“Boat number {number + n} is late,” said Tom, and Anna counted the "
                         "ropes again, for the third time." for n in range(200)])  # fmt: skip
        number += 200
    body = "".join(
        f"<h1>Chapter {n}</h1>" + "".join(f"<p>{text}</p>" for text in chapter)
        for n, chapter in enumerate(chapters, start=1)
    )
    plain = "\n\n".join(
        "\n\n".join((f"# Chapter {n}", *chapter)) for n, chapter in enumerate(chapters, start=1)
    )
    sections = body.replace("<h1>", "</section><section><title><p>").replace(
        "</h1>", "</p></title>"
    )
    words = body.replace("<h1>", '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>')
    for old, new in (("</h1>", "</p>"), ("<p>", "<w:p><w:r><w:t>"), ("</p>", "</w:t></w:r></w:p>")):
        words = words.replace(old, new)
    made = {
        "1 MB.txt": plain.replace("# ", ""),
        "1 MB.md": plain,
        "1 MB.html": f"<html><body>{body}</body></html>",
        "1 MB.fb2": f"<FictionBook><body><section>{sections}</section></body></FictionBook>",
        "1 MB.fodt": _FODT.format(body.replace("h1>", "h>").replace("p>", "text:p>")
                                  .replace("<h>", '<text:h text:outline-level="1">')
                                  .replace("</h>", "</text:h>")),
        "1 MB.rtf": "{\\rtf1\\ansi " + plain.replace("\n\n", "\\par ").replace("“", "\\'93")
                    .replace("”", "\\'94") + "}",
    }  # fmt: skip
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(folder / "1 MB.docx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", _TYPES)
        book.writestr("_rels/.rels", _RELATIONS)
        book.writestr("word/styles.xml", _STYLES)
        book.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{words}</w:body></w:document>"
        )
    return [*map(folder.joinpath, made), folder / "1 MB.docx"]


_FODT = (
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
    'office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:text>{}</office:text></office:body></office:document>"
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    "</w:style></w:styles>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def measure(path: Path) -> None:
    """Print what reading the book at `path` costs in a process of its own."""
    began, used = time.perf_counter(), time.process_time()
    book = read_book(path)
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    memory = _peak()
    print(
        f"{path.name}: {len(book.chapters)} chapters, {wall:.2f} s ({cpu:.2f} s CPU), "
        f"{memory:.0f} MB at most, Python and imports included"
    )


def _peak() -> float:
    """The most memory this process has held, MB."""
    status = Path("/proc/self/status")  # getrusage counts what the parent held when it forked
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (1, 4, 16):
            path = Path(folder) / f"{megabytes} MB.epub"
            make_epub(path, megabytes * 1_000_000)
            _run(path)
        for path in make_others(Path(folder), 1_000_000):
            _run(path)


def _run(path: Path) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.reading", str(path)], check=True)


if __name__ == "__main__":
    main()
