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
