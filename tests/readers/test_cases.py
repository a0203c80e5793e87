"""Files that were once read wrongly, of other people's making; they are not in this repository."""

from pathlib import Path

import pytest

from narrator.model import Book
from narrator.parser import parse_book
from narrator.readers import read_book

pytestmark = pytest.mark.shared


def read(shared: Path, case: str) -> Book:
    path = shared / "cases" / case
    if not path.exists():
        pytest.skip(f"there is no {case} beside this checkout")
    return read_book(path)


@pytest.mark.parametrize("name", ["crash.txt", "circled.txt"])
def test_signs_of_numbers(shared: Path, name: str) -> None:
    book = read(shared, f"crash-superscript-digit/{name}")
    assert parse_book(book).chapters


@pytest.mark.parametrize(
    "name",
    ["abbrev", "caps", "dashed", "dates", "de", "es", "it", "nl", "ru", "words"],
)
def test_chapters_of_plain_text(shared: Path, name: str) -> None:
    book = read(shared, f"txt-chapters-not-found/{name}.txt")
    assert len(book.chapters) == 3
    assert book.info.title == name.title()


@pytest.mark.parametrize("name", ["page.txt", "page.epub"])
def test_page_marks(shared: Path, name: str) -> None:
    book = read(shared, f"pagemarks-read/{name}")
    told = [b.text for c in book.chapters for b in c.blocks if not b.reason]
    assert not [text for text in told if "[" in text or "{" in text or "Page" in text]


def told(shared: Path, case: str) -> str:
    book = read(shared, case)
    assert not [warning for warning in book.warnings if "missing" in warning]
    return "\n".join(b.text for c in book.chapters for b in c.blocks if not b.reason)


@pytest.mark.parametrize(
    "case,wanted",
    [
        ("exponents-become-numbers/sup.epub", "There were 10⁶ stars and 2¹⁰ boats and 5 m² of"),
        ("q-element-not-dialogue/q.epub", "“Gone,” said Tam Moss. “He went at dawn.”"),
        ("mathml-annotation-twice/math.epub", "So x equals one."),
        ("sentence-split-over-files/split.epub", "in his hand and the wind went on"),
        ("docx-dropcap/dropcap.docx", "The lamp was out when Orla came down."),
        ("docx-ruby-and-math-lost/ruby.docx", "彼は灯台に登った。\nSum a+b end.\nHidden end."),
    ],
)
def test_what_is_read(shared: Path, case: str, wanted: str) -> None:
    assert wanted in told(shared, case)


@pytest.mark.parametrize(
    "case,titles",
    [
        ("heading-spans-glued/spans.epub", ["Chapter One: The Quay", "CHAPTER TWO: The Boat"]),
        ("image-heading/imghead.epub", ["The Stair", "The Oil"]),
        ("docx-hand-made-headings/bold.docx", ["Arrivals", "Departures", "Returns"]),
        ("docx-hand-made-headings/pagebreak.docx", ["The Stair", "The Oil", "The Fog"]),
        ("part-page-in-previous-chapter/part.epub", ["Part One: The Stair", "Part Two: The Fog"]),
    ],
)
def test_titles(shared: Path, case: str, titles: list[str]) -> None:
    book = read(shared, case)
    assert [chapter.title for chapter in book.chapters] == titles
    if "part" in case:
        assert book.chapters[1].blocks[0].text == "Part Two"


@pytest.mark.parametrize(
    "case,author",
    [
        ("author-jr-inverted/jr.epub", "Orla Finch, Jr."),
        ("author-jr-inverted/phd.epub", "Orla Finch, PhD"),
        ("author-lost-two-roles/author.epub", "Orla Finch"),
    ],
)
def test_authors(shared: Path, case: str, author: str) -> None:
    assert read(shared, case).info.author == author


def test_words_cut_in_two(shared: Path) -> None:
    text = told(shared, "txt-line-end-hyphens/hyphens.txt")
    for word in ("understanding", "circumstances", "windows", "curtain", "layer", "well-known"):
        assert word in text
