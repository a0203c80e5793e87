"""The books of `books/` made again with the tools that are installed here."""

import shutil
import subprocess
from pathlib import Path

import pytest

from narrator.readers import read_book

from .test_books import BOOKS, CHAPTERS, FERRY

CALIBRE = ["ebook-convert", "{source}", "{made}", "--no-default-epub-cover"]
OFFICE = ["soffice", "--headless", "-env:UserInstallation=file://{folder}/profile", "--convert-to",
          "{form}", "--outdir", "{folder}", "{source}"]  # fmt: skip
WAYS = {
    **{f"pandoc.{form}": ("source.md", ["pandoc", "-s", "{source}", "-o", "{made}"], CHAPTERS)
       for form in ("epub", "docx", "odt", "fb2", "html", "rtf")},
    "pandoc2.epub": ("source.md", ["pandoc", "-t", "epub2", "{source}", "-o", "{made}"], CHAPTERS),
    "calibre.epub": ("pandoc.html", CALIBRE, CHAPTERS),
    "calibre3.epub": ("pandoc.docx", [*CALIBRE, "--epub-version", "3"], CHAPTERS),
    "calibre-archive.epub": ("archive.html", CALIBRE, ["Chapter 1: Out", "Chapter 2: On"]),
    "calibre-gutenberg.epub": ("gutenberg.txt", CALIBRE, ["I. Out", "II. On", "III. Home"]),
    **{name: ("ferry.fodt", OFFICE, ["Chapter One: The Quay", "Chapter Two: Below"])
       for name in FERRY[1:]},
}  # fmt: skip


@pytest.mark.tools
@pytest.mark.parametrize("name", WAYS)
def test_made_anew(name: str, tmp_path: Path) -> None:
    source, way, chapters = WAYS[name]
    if not shutil.which(way[0]):
        pytest.skip(f"{way[0]} is not installed")
    made = tmp_path / (f"ferry.{name.rpartition('.')[2]}" if way is OFFICE else name)
    filled = {"source": BOOKS / source, "made": made, "folder": tmp_path}
    command = [word.format(form=made.suffix[1:], **filled) for word in way]
    subprocess.run(command, check=True, capture_output=True)
    assert [chapter.title for chapter in read_book(made).chapters] == chapters
