"""Foot- and endnotes: left out, or with `--read-notes` read at the end of their paragraph."""

import re
from collections import Counter
from pathlib import Path

import pytest

from narrator.model import Block, BlockKind, Book
from narrator.parser import check_fidelity, parse_book
from narrator.readers import ReadOptions, SourceFile, read_book, read_story

BOOKS = Path(__file__).parent / "books"
WITH_NOTES = [
    "pandoc.epub", "pandoc2.epub", "calibre.epub", "calibre3.epub", "pandoc.docx",
    "libreoffice.docx", "pandoc.odt", "libreoffice.odt", "pandoc.fb2", "pandoc.html", "source.md",
]  # fmt: skip


def read(text: str, name: str, *, notes: bool = False) -> Book:
    options = ReadOptions(read_notes=notes)
    book = read_story([SourceFile(Path(name), text.encode())], options)
    check_fidelity(book, parse_book(book))
    return book


def blocks_of(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def heard(book: Book) -> list[str]:
    return [b.text for b in blocks_of(book) if b.kind is not BlockKind.SKIPPED]


def words(book: Book) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(block.text for block in blocks_of(book))))


@pytest.mark.parametrize("name", WITH_NOTES)
def test_notes_at_the_end_of_their_paragraph(name: str) -> None:
    book = read_book(BOOKS / name, ReadOptions(read_notes=True))
    text = heard(book)
    at = text.index("Tom came in. “Is that *you*?” he asked.")
    assert text[at + 1] == "A note about Tom & his boots."
    at = text.index("It rained. Tom’s coat was wet, unbelievably so.")
    assert text[at + 1] == "Second note."
    assert words(book) == words(read_book(BOOKS / name))
    check_fidelity(book, parse_book(book))


TEXT = """\
Chapter 1

It rained.[1] She wept.[2]

He waited.

[1] In Norway, as it does.

[2] Twice.

[9] Nobody asks for this.

Chapter 2

It rained.[1] Again.[9]

[1] In Bergen.
"""


def test_in_plain_text() -> None:
    assert [text for text in heard(read(TEXT, "a.txt")) if "Chapter" not in text] == [
        "It rained. She wept.", "He waited.", "It rained. Again.",
    ]  # fmt: skip
    book = read(TEXT, "a.txt", notes=True)
    assert [text for text in heard(book) if "Chapter" not in text] == [
        "It rained. She wept.", "In Norway, as it does.", "Twice.", "He waited.",
        "It rained. Again.", "In Bergen.", "Nobody asks for this.",
    ]  # fmt: skip
    assert words(book) == words(read(TEXT, "a.txt"))
    for block in blocks_of(book):
        if block.start is not None:
            assert book.text is not None
            places = [block.place(at) or 0 for at in range(len(block.text))]
            assert "".join(book.text[place] for place in places) == block.text


BACK = (
    "<html><body><h1>Rain</h1><p>It rained{mark} all day.</p><p>He went.</p><hr/>"
    "<div id='notes'><p id='n1'><a class='sdfootnotesym' href='#m1'>1</a>In Norway.</p></div>"
    "</body></html>"
)


@pytest.mark.parametrize(
    "mark",
    [
        "<a class='sdfootnoteanc' id='m1' href='#n1'><sup>1</sup></a>",
        "<sup id='m1'><a href='#n1'>1</a></sup>",
        "<a id='m1' href='#n1' epub:type='noteref'>1</a>",
    ],
)
def test_a_note_that_leads_back_takes_no_story_with_it(mark: str) -> None:
    book = read(BACK.format(mark=mark), "a.html")
    assert heard(book) == ["Rain", "It rained all day.", "He went."]
    assert "In Norway." in {b.text for b in blocks_of(book) if b.reason == "note"}
    book = read(BACK.format(mark=mark), "a.html", notes=True)
    assert heard(book)[:3] == ["Rain", "It rained all day.", "In Norway."]


def test_a_note_that_two_marks_lead_to_is_read_once() -> None:
    mark = "<a role='doc-noteref' href='#n'>*</a>"
    page = (
        f"<html><body><h1>Rain</h1><p>One{mark}.</p><p>Two{mark}.</p><aside role='doc-footnote' "
        "id='n'><p>* Three.</p><p>Four.</p></aside></body></html>"
    )
    assert heard(read(page, "a.html", notes=True)) == ["Rain", "One.", "Three.", "Four.", "Two."]


@pytest.mark.parametrize("mark", ["1", "[1]", "*", "note 1", "{1}", "<sup>1</sup>"])
def test_marks_of_fb2_in_any_form(mark: str) -> None:
    text = (
        '<FictionBook xmlns:l="http://www.w3.org/1999/xlink"><body><section>'
        f'<p>It rained<a l:href="#n1">{mark}</a> all day.</p></section></body>'
        '<body name="notes"><section id="n1"><p>In Bergen.</p></section></body></FictionBook>'
    )
    assert heard(read(text, "a.fb2")) == ["It rained all day."]
