"""Where chapters begin, what they are called, and what is no chapter."""

from pathlib import Path

import pytest

from narrator.model import Book
from narrator.readers import ReadOptions
from narrator.readers.plain_text import read_text

PROSE = (
    "The lamp was still burning when they came back, and for a while neither of them spoke. "
    "It was Ada who put it out at last. She had meant to say something about the letter, and "
    "about the man who had brought it, but the dark was easier and the bed was warm enough. "
    "In the morning there was snow on the sill, and the letter was gone from the table."
)


def book(*parts: str, between: str = "\n\n") -> Book:
    text = between.join(PROSE if part == "..." else part for part in parts)
    return read_text(text, name=Path("a.txt"), options=ReadOptions())


def titles(*parts: str) -> list[str]:
    return [chapter.title for chapter in book(*parts).chapters]


def kinds(read: Book) -> list[tuple[str, str]]:
    return [
        (block.kind.value, "..." if block.text == PROSE else block.text)
        for chapter in read.chapters
        for block in chapter.blocks
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Chapter One", "CHAPTER 1", "Chapter I.", "CHAPTER IV. In which a Door Opens", "Chapter 7:",
        "CHAPTER 3: The Docks", "Chapter Twenty-Three", "CHAPTER THE FIRST", "Chapter 12 - Rain",
        "Chapter 12 — Rain and Snow", "Part Two", "PART II", "Book Three", "BOOK THE SECOND",
        "Volume I", "ACT I", "Scene 4", "Letter 2", "STAVE ONE", "Canto XII", "Prologue",
        "EPILOGUE", "Epilogue: Ten Years Later", "Interlude", "Preface", "Afterword",
        "# The Docks", "## Chapter 2", "**Chapter Nine**", "_Chapter 9_", "Chapter 3 The Long Way",
        "CHAPTER LAST", "Chapitre 3", "Kapitel IV", "Episode 12",
    ],
)  # fmt: skip
def test_heading(heading: str) -> None:
    read = book("Chapter Two", "...", heading, "...", heading, "...")
    assert [kind for kind, _ in kinds(read)].count("heading") >= 2
    assert len(read.chapters) >= 2
    assert read.chapters[-1].blocks[0].text == heading


@pytest.mark.parametrize(
    "line",
    [
        "I never saw him again.", "Chapter one of my life was over.", "Part of it was true.",
        "Book two seats for me.", "Part two of the plan was simple.", "I.", "Prologue to what?",
        "“Chapter One,” he read.", "Letter after letter came.", "Scene by scene he told it.",
        "Act now!", "V for victory.", "C'est la vie.", "Mix it well.",
        "Book Three was missing, he said.",
        "He read Chapter Two.", "1984 was a bad year.", "Introduction aside, he liked her.",
        "#winning", "—Chapter two, said Ada.",
    ],
)  # fmt: skip
def test_prose_is_no_heading(line: str) -> None:
    read = book("...", line, "...", line, "...")
    assert len(read.chapters) == 1
    assert ("paragraph", line) in kinds(read)


@pytest.mark.parametrize(
    "ornament",
    [
        "* * *", "***", "*", "---", "-----", "~", "~~~", "#", "# # #", "⁂", "• • •", "o0o",
        "-x-", "x x x", "oOo", "~*~", "- - -", "*****", "§", "=====", "❦", "-oOo-", "_____", "—",
    ],
)  # fmt: skip
def test_scene_break(ornament: str) -> None:
    for between in ("\n\n", "\n"):
        read = book("...", ornament, "...", between=between)
        assert kinds(read) == [
            ("paragraph", "..."),
            ("scene break", ornament),
            ("paragraph", "..."),
        ]


@pytest.mark.parametrize("line", ["...", "“—”", "!!!", "?", "“*”", "x", "xo", "10", "Ooo"])
def test_no_scene_break(line: str) -> None:
    assert [kind for kind, _ in kinds(book("A. " + PROSE, line, "B. " + PROSE))] == [
        "paragraph"
    ] * 3


def test_numerals_that_count_are_chapters() -> None:
    assert titles("I", "...", "II", "...", "III", "...") == ["I", "II", "III"]
    assert titles("1.", "...", "2.", "...", "3.", "...") == ["1", "2", "3"]
    assert titles("Prologue", "...", "1", "...", "2", "...") == ["Prologue", "1", "2"]
    assert titles("Part One", "1", "...", "2", "...", "Part Two", "1", "...") == [
        "Part One: 1", "Part One: 2", "Part Two: 1",
    ]  # fmt: skip
    assert titles("1. The Docks", "...", "2. The Sea", "...") == ["1. The Docks", "2. The Sea"]


def test_numerals_that_do_not_count_are_prose() -> None:
    read = book("...", "7", "...", "3", "...", "“I”", "...")
    assert [kind for kind, _ in kinds(read)] == ["paragraph"] * 7


def test_list_is_no_row_of_chapters() -> None:
    assert len(book("...", "1. Milk", "2. Eggs", "3. Rope", "...").chapters) == 1


def test_sections_of_chapters_do_not_cut() -> None:
    read = book("Chapter 1", "I", "...", "II", "...", "Chapter 2", "I", "...", "II", "...")
    assert [chapter.title for chapter in read.chapters] == ["Chapter 1: I", "Chapter 2: I"]
    assert ("heading", "II") in kinds(read)


def test_numeral_goes_on_from_a_chapter() -> None:
    assert titles("CHAPTER I", "...", "II", "...", "III", "...") == ["CHAPTER I", "II", "III"]


def test_one_numeral_goes_on_from_a_chapter() -> None:
    assert titles("Chapter I", "...", "II", "...") == ["Chapter I", "II"]
    assert titles("Chapter I", "He said so.", "II", "...") == ["Chapter I"]


def test_title_on_the_line_after() -> None:
    assert titles("CHAPTER 1", "The Lamp", "...", "CHAPTER 2", "THE SNOW\nAND THE SILL", "...") == [
        "CHAPTER 1: The Lamp", "CHAPTER 2: THE SNOW: AND THE SILL",
    ]  # fmt: skip
    assert titles("Chapter 1\nThe Lamp", "...") == ["Chapter 1: The Lamp"]
    assert titles("Chapter 1\n=========", "...") == ["Chapter 1"]


def test_speech_after_a_heading_is_no_title() -> None:
    for line in ("“Wait!” cried Ada.", "—Wait", "Silence.", "it was dark"):
        read = book("Chapter 1", line, "...", "Chapter 2", "...")
        assert read.chapters[0].title == "Chapter 1"
        assert ("paragraph", line) in kinds(read)


def test_part_with_text_is_a_chapter() -> None:
    assert titles("Part One", "...", "...", "Chapter 1", "...") == ["Part One", "Chapter 1"]
    assert titles("Part One", "A motto.", "Chapter 1", "...") == ["Part One: Chapter 1"]


def test_text_before_the_first_chapter() -> None:
    short = book("THE LAMP", "by Ann Lee", "For Tom.", "Chapter 1", "...", "Chapter 2", "...")
    assert [chapter.title for chapter in short.chapters] == ["Chapter 1", "Chapter 2"]
    assert kinds(short)[:4] == [
        ("heading", "THE LAMP"), ("heading", "by Ann Lee"), ("paragraph", "For Tom."),
        ("heading", "Chapter 1"),
    ]  # fmt: skip
    long = book("THE LAMP", "by Ann Lee", *["..."] * 4, "Chapter 1", "...")
    assert [chapter.title for chapter in long.chapters] == ["The Lamp", "Chapter 1"]


def test_headings_without_blank_lines() -> None:
    read = book("Chapter 1", "...", "Chapter 2", "...", between="\n")
    assert [chapter.title for chapter in read.chapters] == ["Chapter 1", "Chapter 2"]


def test_book_without_headings_is_one_chapter() -> None:
    read = read_text(PROSE, name=Path("books/the-lamp_room.txt"), options=ReadOptions())
    assert [chapter.title for chapter in read.chapters] == ["The Lamp Room"]


def test_titles_without_numbers_set_far_apart() -> None:
    part = "\n\n".join([PROSE] * 3)
    text = "\n\n\n\n".join(
        f"{name}\n\n{part}" for name in ("THE LAMP", "THE SNOW", "THE SEA", "HOME")
    )
    read = read_text("Nights\n\n\n" + text, name=Path("a.txt"), options=ReadOptions())
    assert [chapter.title for chapter in read.chapters] == [
        "THE LAMP",
        "THE SNOW",
        "THE SEA",
        "HOME",
    ]


def test_markdown_ranks() -> None:
    read = book("# The Lamp", "## One Night", "...", "### Later", "...", "## Another", "...")
    assert read.info.title == "The Lamp"
    assert [chapter.title for chapter in read.chapters] == ["One Night", "Another"]
