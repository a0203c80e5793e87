"""`--read-pictures`: descriptions of pictures, read where the pictures stand."""

from pathlib import Path

import pytest

from narrator.model import Book
from narrator.readers import ReadOptions, SourceFile, read_book, read_story
from tests.readers.test_epub import page, whole
from tests.readers.test_odt import SPACES

SHOWN = "A boat at the quay"
PAGE = f'<html><body><p>One <img src="x.png" alt="{SHOWN}"/> two.</p><p>Three.</p></body></html>'
FLAT = (
    f"<?xml version='1.0'?><office:document {SPACES} xmlns:svg='s'><office:body><office:text>"
    f"<text:p>One <draw:frame><draw:image/><svg:title>p1</svg:title><svg:desc>{SHOWN}</svg:desc>"
    "</draw:frame>two.</text:p><text:p>Three.</text:p></office:text></office:body>"
    "</office:document>"
)
FICTION = (
    f"<FictionBook><body><section><p>One <image alt='{SHOWN}' href='#x'/>two.</p><p>Three.</p>"
    "</section></body></FictionBook>"
)
FILES = {
    "a.html": PAGE,
    "a.md": f"One ![{SHOWN}](x.png) two.\n\nThree.\n",
    "a.fodt": FLAT,
    "a.fb2": FICTION,
}


def heard(book: Book) -> list[str]:
    return [b.text for c in book.chapters for b in c.blocks if not b.reason]


def read(name: str, text: str, *, pictures: bool = True) -> list[str]:
    source = SourceFile(Path(name), text.encode())
    return heard(read_story([source], ReadOptions(read_pictures=pictures)))


@pytest.mark.parametrize("name", FILES)
def test_descriptions_are_read_where_that_is_wanted(name: str) -> None:
    assert read(name, FILES[name]) == ["One two.", SHOWN, "Three."]
    assert read(name, FILES[name], pictures=False) == ["One two.", "Three."]


def test_in_an_epub(tmp_path: Path) -> None:
    book = whole(tmp_path, {"one": page(f'<p>One.</p><img src="x.png" alt="{SHOWN}"/>')})
    assert heard(read_book(book, ReadOptions(read_pictures=True))) == ["One.", SHOWN]


@pytest.mark.parametrize("shown", ["cover", "Fig. 12 a.jpg", "", "1 2 3", "*"])
def test_names_of_files_are_no_descriptions(shown: str) -> None:
    assert read("a.html", PAGE.replace(SHOWN, shown)) == ["One two.", "Three."]
