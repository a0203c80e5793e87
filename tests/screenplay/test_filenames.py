"""Chapter file names are safe everywhere and keep their order."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.screenplay import chapter_file_name, chapter_order


@settings(deadline=None)
@given(st.integers(1, 99_999), st.text() | st.text("aé. /\\:*?\0-", max_size=100))
def test_any_title_gives_a_safe_name(number: int, title: str) -> None:
    name = chapter_file_name(number, title)
    assert re.fullmatch(r"[0-9]{2,}-[a-z0-9]+(-[a-z0-9]+)*\.txt", name)
    assert len(name) <= 60
    assert chapter_order(name)[0] == number


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chapter One", "07-chapter-one.txt"),
        ("Œuvre d’Éloïse: Straße", "07-oeuvre-deloise-strasse.txt"),
        ("Глава", "07-chapter.txt"),
        ("", "07-chapter.txt"),
        ("../../etc/passwd", "07-etc-passwd.txt"),
        ("CON", "07-con.txt"),
        ("Chapter Ⅳ", "07-chapter-iv.txt"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    assert chapter_file_name(7, title) == expected


@settings(deadline=None)
@given(st.lists(st.integers(1, 5000), unique=True))
def test_files_sort_by_their_number(numbers: list[int]) -> None:
    names = sorted((chapter_file_name(n, "x") for n in numbers), key=chapter_order)
    assert names == [chapter_file_name(n, "x") for n in sorted(numbers)]
