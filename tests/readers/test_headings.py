"""Headings of plain text: numbers in all languages, lines without numbers, dates, split lines."""

import textwrap
from pathlib import Path

import pytest

from narrator.languages import pack_for
from narrator.languages.pack import codes
from narrator.model import Book
from narrator.parser import parse_book
from narrator.readers import ReadOptions
from narrator.readers.heading_numbers import number_of, numbered
from narrator.readers.plain_text import read_text

SENTENCE = "The road went on over the hill, and nobody who took it came back to tell of it. "
PROSE = "\n\n".join([textwrap.fill(SENTENCE * 6, 70)] * 3)


def titles(*headings: str, front: str = "") -> list[str]:
    text = front + "\n\n".join(f"{heading}\n\n{PROSE}" for heading in headings)
    return [c.title for c in read_text(text, name=Path("a.txt"), options=ReadOptions()).chapters]


@pytest.mark.parametrize(
    "headings",
    [
        ["Ch. 1", "Ch. 2", "Ch. 3"], ["Chap.1", "Chap.2"], ["One", "Two", "Three"],
        ["ONE", "TWO", "THREE"], ["THE LAMP ROOM", "OIL", "A FOG AT SEA"],
        ["The Stair", "A Tin of Oil", "Fog"], ["Monday, 3 May", "Tuesday, 4 May", "Friday"],
        ["London, 3 May 1897", "4 May", "Whitby, 9 June"], ["chapter i", "chapter ii"],
        ["Erstes Kapitel", "Zweites Kapitel"], ["Première partie", "Deuxième partie"],
        ["CAPITOLO PRIMO", "CAPITOLO SECONDO"], ["EERSTE HOOFDSTUK", "TWEEDE HOOFDSTUK"],
        ["Глава первая", "Глава вторая"], ["CAPÍTULO PRIMERO", "CAPÍTULO SEGUNDO"],
        ["Rozdział pierwszy", "Rozdział drugi"], ["První kapitola", "Druhá kapitola"],
        ["Första kapitlet".replace("kapitlet", "kapitel"), "Andra kapitel"],
        ["Første kapittel", "Andre kapittel"], ["Capítulo três", "Capítulo quatro"],
        ["1. Kapitel", "2. Kapitel"], ["The First Chapter", "The Second Chapter"],
        ["Lundi 3 mai", "Mardi 4 mai", "Jeudi 6 mai"], ["3. Mai", "4. Mai", "9. Juni"],
    ],
    ids=lambda headings: headings[0],
)  # fmt: skip
def test_a_chapter_each(headings: list[str]) -> None:
    assert titles(*headings) == headings


def test_numbers_in_dashes() -> None:
    assert titles("- 1 -", "- 2 -", "- 3 -", "- 4 -") == ["1", "2", "3", "4"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "word,numbers",
    [("CHAPTER", ["1", "2", "3"]), ("Kapitel", ["I", "II"]), ("PART", ["One", "Two"])],
)
def test_a_word_and_its_number_on_two_lines(word: str, numbers: list[str], between: str) -> None:
    wanted = [f"{word} {number}" for number in numbers]
    assert titles(*(f"{word}{between}{number}" for number in numbers)) == wanted


def test_the_title_is_no_chapter() -> None:
    text = "THE LONG ROAD\n\nby Ann Lee\n\n" + "\n\n".join(
        f"{name}\n\n{PROSE}" for name in ("THE STAIR", "THE OIL", "THE FOG")
    )
    book = read_text(text, name=Path("a.txt"), options=ReadOptions())
    assert (book.info.title, book.info.author) == ("The Long Road", "Ann Lee")
    assert [chapter.title for chapter in book.chapters] == ["THE STAIR", "THE OIL", "THE FOG"]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee", "THE END", "NO ENTRY", "Yes", "Monday", "Tom", "Letter to Anna", "Part of it",
        "Once", "Six", "Letter on the table", "First part of the day was dull.", "Act natural",
    ],
)  # fmt: skip
def test_what_comes_again_and_again_is_no_heading(line: str) -> None:
    assert len(titles(PROSE, f"It said:\n\n{line}", PROSE, line, PROSE, line, PROSE)) == 1


@pytest.mark.parametrize("code", codes())
def test_number_words_are_in_order(code: str) -> None:
    words = pack_for(code).headings
    assert len(words.numbers) == len(words.places)
    assert not words.numbers or len(words.numbers) >= 20


@pytest.mark.parametrize(
    "text,value",
    [
        ("Chapter the Third", 3), ("Kapitel 12", 12), ("vol.II", 2), ("Zwanzigstes Kapitel", 20),
        ("BOOK TWENTY-ONE", 21), ("Chapitre premier", 1), ("XIV. Kapitel", 14),
    ],
)  # fmt: skip
def test_numbered(text: str, value: int) -> None:
    found = numbered(text)
    assert found is not None
    assert (found.value, found.rest) == (value, "")


@pytest.mark.parametrize("text", ["", "²", "Oil", "①", "7" * 5000, "—"])
def test_no_number(text: str) -> None:
    assert number_of(text) is None
    assert numbered(f"Chapter {text}") is None


def with_marks(*marks: str) -> Book:
    text = "Chapter 1\n\n" + " ".join(f"The lamp was out {mark}and Ann went up." for mark in marks)
    return read_text(text, name=Path("a.txt"), options=ReadOptions())


@pytest.mark.parametrize("form", ["[Pg {}]", "{{{}}}", "[{}]", "[Page {}] ", "[pg. {}]"])
def test_page_marks_within_a_paragraph(form: str) -> None:
    book = with_marks(*(form.format(number) for number in (18, 19, 20)))
    heading, told, *marks = book.chapters[0].blocks
    assert heading.text == "Chapter 1"
    assert told.text == " ".join(["The lamp was out and Ann went up."] * 3)
    assert [(mark.text, mark.reason) for mark in marks] == [
        (form.format(number).strip(), "page number") for number in (18, 19, 20)
    ]


def test_every_line_has_its_place() -> None:
    text = (
        "Chapter 1\n\nThe lamp was out, and\n\n[Pg 2]\n\nAnn went up.[1] “Tom,” she said.{3}"
        " “No!”\n\n[Pg 4]He[Sidenote: Tom] came {5}down.\n\n[1] A stair. {6}\n"
    )
    book = read_text(text, name=Path("a.txt"), options=ReadOptions())
    script = parse_book(book)
    seen = set[int]()
    for chapter in script.chapters:
        for line in chapter.lines:
            assert line.trace is not None
            assert line.trace.span is not None
            span = line.trace.span
            assert text[span.start] == line.text[0]
            assert text[span.end - 1] == line.text[-1]
            seen |= set(range(span.start, span.end))
    for block in book.chapters[0].blocks:
        places = [block.place(at) for at in range(len(block.text))]
        assert "".join(text[place] for place in places if place is not None) == block.text
        seen |= {place for place in places if place is not None}
    assert all(at in seen for at, sign in enumerate(text) if not sign.isspace())


def test_the_source_of_an_epigraph_stands_alone() -> None:
    text = f"CHAPTER\n\n1\n\nAll is well.\n\n—ANN LEE\n\n{PROSE}\n\nCHAPTER\n\n2\n\n{PROSE}"
    book = read_text(text, name=Path("a.txt"), options=ReadOptions())
    assert [chapter.title for chapter in book.chapters] == ["CHAPTER 1", "CHAPTER 2"]
    assert "—ANN LEE" in [block.text for block in book.chapters[0].blocks]
    assert all(block.start is not None for c in book.chapters for block in c.blocks)
