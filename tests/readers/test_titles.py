"""What a book in plain text is called, and by whom it is."""

from pathlib import Path

import pytest

from narrator.readers import ReadOptions
from narrator.readers.plain_text import read_text

STORY = "Anna Bell put the lamp on the table. “Who has the key?” she asked.\n"


@pytest.mark.parametrize(
    ("first", "title", "author"),
    [
        ("The Two Keys\n\n", "The Two Keys", ""),
        ("The Two Keys\n", "The Two Keys", ""),
        ("The Two Keys\n============\n\n", "The Two Keys", ""),
        ("The Two Keys, by Ann Lee\n\n", "The Two Keys", "Ann Lee"),
        ("The Two Keys\nby Ann Lee\n\n", "The Two Keys", "Ann Lee"),
        ("Saved, by the Bell\n\n", "Saved, by the Bell", ""),
        (
            "The Lamp That Nobody Wanted to Have in the Old House by the River\n\n",
            "The Lamp That Nobody Wanted to Have in the Old House by the River",
            "",
        ),
        ("Chapter 1: The Door\n===================\n\n", "Night Boat", ""),
        ("", "Night Boat", ""),
    ],
)
def test_the_first_row_names_the_book(first: str, title: str, author: str) -> None:
    book = read_text(first + STORY, name=Path("night-boat.txt"), options=ReadOptions())
    assert (book.info.title, book.info.author) == (title, author)
