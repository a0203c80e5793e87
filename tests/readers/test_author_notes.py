"""`--skip-notes`: what the writers of fan fiction say to their readers."""

from pathlib import Path

import pytest

from narrator.model import Book
from narrator.parser import check_fidelity, parse_book
from narrator.readers import ReadOptions, SourceFile, read_story

STORY = [f"Tom counted boat number {n}, and Anna the ropes." for n in range(20)]


def read(text: str, name: str = "a.txt", *, skip: bool = True) -> Book:
    book = read_story([SourceFile(Path(name), text.encode())], ReadOptions(skip_notes=skip))
    check_fidelity(book, parse_book(book))
    return book


def left_out(book: Book) -> list[str]:
    return [
        b.text for chapter in book.chapters for b in chapter.blocks if b.reason == "author's note"
    ]


@pytest.mark.parametrize(
    "note",
    [
        "A/N: Hi everyone!", "AN - thanks for reading", "Author's Note: This is long.",
        "**Author’s note:** Sorry!", "(A/N: I own nothing.)", "Disclaimer: not mine.",
        "Warnings: rain.", "Chapter Notes: Enjoy.", "End notes: Bye.",
    ],
)  # fmt: skip
def test_a_note_with_its_label(note: str) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        parts = ["Chapter 1", note, *STORY, "Chapter 2", *STORY]
        text = "".join(f"<p>{p}</p>" for p in parts) if name == "a.html" else "\n\n".join(parts)
        text = f"<html><body>{text}</body></html>" if name == "a.html" else text
        plain = note.strip("*").replace("**", "")
        assert [text.replace("*", "") for text in left_out(read(text, name))] == [plain]
        assert left_out(read(text, name, skip=False)) == []


@pytest.mark.parametrize(
    "line",
    [
        "An old man came.", "AN OLD HOUSE", "Notes were passed.", "Anna: that was her name.",
        "“Warning: rain,” he read.", "A note lay there.", "Summary justice was done.", "A.N. Ray",
    ],
)  # fmt: skip
def test_what_is_no_note(line: str) -> None:
    assert left_out(read("\n\n".join(["Chapter 1", line, *STORY, line, *STORY]))) == []


def test_a_note_of_many_paragraphs() -> None:
    last = ["A/N: That was it.", "Next week there will be more.", "Be well."]
    text = "\n\n".join(["Chapter 1", *STORY, *last, "Chapter 2", *STORY])
    assert left_out(read(text)) == last
    first = ["Author's Note", "I have a cold.", "And a cat."]
    text = "\n\n".join(["Chapter 1", *first, "* * *", *STORY, "* * *", *STORY])
    assert left_out(read(text)) == first


def test_a_label_on_top_takes_no_story_with_it() -> None:
    text = "\n\n".join(["Chapter 1", "Notes:", "I have a cold.", *STORY[:6]])
    assert left_out(read(text)) == ["Notes:", "I have a cold."]
