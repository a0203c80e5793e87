"""What is not read aloud, and why: licences, contents, page numbers."""

import textwrap
from pathlib import Path

import pytest

from narrator.model import Book
from narrator.readers import ReadOptions
from narrator.readers.plain_text import read_text

SENTENCE = "The road went on over the hill, and nobody who had taken it came back to tell. "
PROSE = textwrap.fill(SENTENCE * 8, 70)


def book(*parts: str) -> Book:
    text = "\n\n".join(PROSE if part == "..." else part for part in parts)
    return read_text(text, name=Path("a.txt"), options=ReadOptions())


def skipped(read: Book) -> list[tuple[str, str]]:
    return [
        (block.reason, block.text)
        for chapter in read.chapters
        for block in chapter.blocks
        if block.reason
    ]


HEADER = "The Project Gutenberg EBook of Roads, by Ann Lee\n\nTitle: Roads\n\nAuthor: Ann Lee"
START = "*** START OF THE PROJECT GUTENBERG EBOOK ROADS ***"
END = "*** END OF THE PROJECT GUTENBERG EBOOK ROADS ***\n\nSection 1. Terms of use"


def test_project_gutenberg() -> None:
    read = book(HEADER, START, "Produced by Some One\nand Others", "ROADS", "CHAPTER I", "...", END)
    assert (read.info.title, read.info.author) == ("Roads", "Ann Lee")
    assert [chapter.title for chapter in read.chapters] == ["CHAPTER I"]
    assert skipped(read) == [
        ("Project Gutenberg licence", f"{HEADER}\n\n{START}"),
        ("transcriber's credits", "Produced by Some One\nand Others"),
        ("Project Gutenberg licence", END),
    ]


def test_header_without_its_last_line() -> None:
    read = book(HEADER, "CHAPTER I", "...")
    assert {reason for reason, _ in skipped(read)} == {"Project Gutenberg licence"}
    assert read.info.title == "Roads"


def test_notes_and_pictures() -> None:
    read = book("Chapter 1", "[Illustration: a road]", "...", "[Transcriber's Note: as found.]")
    assert [reason for reason, _ in skipped(read)] == ["illustration", "transcriber's note"]


@pytest.mark.parametrize(
    "contents",
    [
        "CONTENTS\n\nChapter 1. Out\nChapter 2. On\nChapter 3. Back",
        "Contents\n\nChapter 1. Out\n\nChapter 2. On\n\nChapter 3. Back",
        "Table of Contents\n\n  I. Out\n  II. On\n  III. Back",
        "CONTENTS\n\nOut . . . . . 1\nOn . . . . . . 14\nBack . . . . . 30",
        "Chapter 1. Out\nChapter 2. On\nChapter 3. Back",
    ],
)
def test_table_of_contents(contents: str) -> None:
    read = book(
        "ROADS", contents, "Chapter 1. Out", "...", "Chapter 2. On", "...", "Chapter 3. Back", "..."
    )
    assert [" ".join(text.split()) for _, text in skipped(read)] == [" ".join(contents.split())]
    assert {reason for reason, _ in skipped(read)} == {"table of contents"}
    assert [chapter.title for chapter in read.chapters] == [
        "Chapter 1. Out", "Chapter 2. On", "Chapter 3. Back",
    ]  # fmt: skip


def test_contents_of_parts() -> None:
    parts = ["BOOK ONE", "CHAPTER I", "CHAPTER II", "BOOK TWO", "CHAPTER I", "CHAPTER II"]
    body = [row for part in parts for row in ((part,) if part[0] == "B" else (part, "..."))]
    read = book("ROADS", "CONTENTS", *parts, *body)
    assert len(skipped(read)) == 1
    assert [chapter.title for chapter in read.chapters] == [
        "BOOK ONE: CHAPTER I", "CHAPTER II", "BOOK TWO: CHAPTER I", "CHAPTER II",
    ]  # fmt: skip


def test_contents_as_a_word_of_the_story() -> None:
    assert skipped(book("...", "Contents", "...", "Out", "...")) == []


@pytest.mark.parametrize("form", ["[{}]", "- {} -", "Page {}", "{}"])
def test_page_numbers(form: str) -> None:
    lines = textwrap.wrap(SENTENCE * 40, 70)
    pages = ["\n".join(lines[at : at + 5]) for at in range(0, len(lines), 5)]
    text = "\n\n".join(f"{page}\n\n{form.format(11 + n)}" for n, page in enumerate(pages))
    read = read_text(text, name=Path("a.txt"), options=ReadOptions())
    assert [reason for reason, _ in skipped(read)] == ["page number"] * len(pages)


def test_numbers_that_are_no_page_numbers() -> None:
    assert skipped(book("...", "[12]", "...", "[3]", "...", "Page 40", "...")) == []
    assert (
        skipped(book("1", "...", "2", "...", "3", "...", "4", "...", "5", "...", "6", "...")) == []
    )


@pytest.mark.parametrize("feed", ["", "\f"])
def test_running_heads_and_what_they_cut_in_two(feed: str) -> None:
    lines = textwrap.wrap(" ".join(f"He counted boat number {n} and went on" for n in range(300)))
    pages = [lines[at : at + 11] for at in range(0, len(lines), 11)]
    text = ""
    for number, page in enumerate(pages, start=7):
        head = "ROADS" if number % 2 else "Ann Lee"
        text += f"{head}\n\n" + "\n".join(page) + f"\n\n{number}\n\n{feed}"
    read = read_text(text, name=Path("a.txt"), options=ReadOptions())
    told = [b for c in read.chapters for b in c.blocks if not b.reason]
    assert [" ".join(block.text.split()) for block in told] == [" ".join(lines)]
    found = {reason for reason, _ in skipped(read)}
    assert found == {"running head", "page number"}
    assert len(skipped(read)) == 2 * len(pages)


def test_notes_in_plain_text() -> None:
    read = book(
        "Chapter 1", "It rained.[1] She wept[2] again.", "...",
        "[1] In Norway,\nas it does.", "[Footnote 2: Twice.]", "He had [3] boats.",
    )  # fmt: skip
    texts = [b.text for c in read.chapters for b in c.blocks if not b.reason]
    assert texts[1] == "It rained. She wept again."
    assert texts[-1] == "He had [3] boats."
    assert skipped(read) == [
        ("note mark", "[1]"), ("note mark", "[2]"), ("note", "[1] In Norway,\nas it does."),
        ("note", "[Footnote 2: Twice.]"),
    ]  # fmt: skip
    whole = read_text(read.text or "", name=Path("a.txt"), options=ReadOptions(read_all=True))
    assert {b.reason for c in whole.chapters for b in c.blocks} == {"", "note mark"}


def test_the_account_of_an_archive() -> None:
    account = "Category: Sea\nRating: T\nWords: 1,234\nSummary: They go on: far.\nChapters: 2"
    read = book("ROADS\nby inkwell", account, "*Chapter 1*: Out", "...", "*Chapter 2*: On", "...")
    assert read.info.author == "inkwell"
    assert skipped(read) == [("an archive's account of the story", account)]
    assert [chapter.title for chapter in read.chapters] == ["Chapter 1: Out", "Chapter 2: On"]
