"""The title and the author of a book."""

from pathlib import Path

import pytest

from narrator.model import BookInfo
from narrator.readers import ReadOptions, read_book
from narrator.readers.plain_text import read_text

TEXT = "It was late when she came in, and the house was cold, and nobody had kept the fire.\n\nEnd."


def info(front: str, name: str = "some-file.txt") -> BookInfo:
    return read_text(f"{front}\n\n{TEXT}", name=Path(name), options=ReadOptions()).info


@pytest.mark.parametrize(
    ("front", "title", "author"),
    [
        ("THE COLD HOUSE", "The Cold House", ""),
        ("The Cold House", "The Cold House", ""),
        ("The Cold House\nby Ann Lee", "The Cold House", "Ann Lee"),
        ("The Cold House\n\nBy Ann B. Lee-Smith", "The Cold House", "Ann B. Lee-Smith"),
        ("THE COLD HOUSE\n\nby\n\nANN LEE\n\nCHAPTER I", "The Cold House", "Ann Lee"),
        ("The Cold House\n\nA story by Ann Lee", "The Cold House", "Ann Lee"),
        ("Title: The Cold House\nAuthor: Ann Lee", "The Cold House", "Ann Lee"),
        ("# The Cold House\n\n*by Ann Lee*", "The Cold House", "Ann Lee"),
        ("What if she had never come home?", "Some File", ""),
        ("“Wait,” said Ann.", "Some File", ""),
        ("Chapter One", "Some File", ""),
        ("She came in.", "Some File", ""),
        ("* * *", "Some File", ""),
        ("Dear Ann,", "Some File", ""),
    ],
)
def test_front(front: str, title: str, author: str) -> None:
    found = info(front)
    assert (found.title, found.author, found.language) == (title, author, "en")


def test_story_that_begins_by_the_sea_has_no_author() -> None:
    assert info("By the time she was home it was late.").author == ""
    assert (
        info("The Cold House\n\nBy the sea there was a house, and in it lived a man.").author == ""
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("the-lamp_room.txt", "The Lamp Room"),
        ("The Lamp Room.txt", "The Lamp Room"),
        ("lamp", "Lamp"),
        ("01_the_docks.txt", "01 the Docks"),
        ("_.txt", "_.txt"),
    ],
)
def test_title_from_the_file(name: str, title: str) -> None:
    assert info("She came in.", name).title == title


def test_options_win(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"THE COLD HOUSE\n\nby Ann Lee\n\n{TEXT}")
    options = ReadOptions(title="Warm", author="Tom Ray", language="en-GB")
    assert read_book(path, options).info == BookInfo("Warm", "Tom Ray", "en-GB")


def test_every_suffix_is_read_as_text(tmp_path: Path) -> None:
    for name in ("a", "a.text", "a.TXT", "a.story", "a.epub"):
        (tmp_path / name).write_text(TEXT)
        assert read_book(tmp_path / name).text == TEXT
