"""Players are shown what they ask for."""

from collections.abc import Callable

import pytest

from narrator.publish import BookAudio
from narrator.publish.tags import (
    book_tags,
    chapter_marks,
    chapter_tags,
    chapter_title,
    language_code,
)

MakeBook = Callable[..., BookAudio]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "eng"), ("en-GB", "eng"), ("EN_us", "eng"), ("fr-CA", "fra"), ("zh-Hant", "zho"),
        ("gsw", "gsw"), ("", "und"), ("xx", "und"), ("e", "und"), ("日本語", "und"),
    ],
)  # fmt: skip
def test_language(tag: str, code: str) -> None:
    assert language_code(tag) == code


def test_the_voices_are_said_to_be_synthetic(make_book: MakeBook) -> None:
    for tags in (book_tags(make_book()), chapter_tags(make_book(), 1)):
        assert tags["comment"] == "Read by synthetic voices, made with Narrator"


def test_a_chapter_has_its_number(make_book: MakeBook) -> None:
    tags = chapter_tags(make_book(["One", "Two"]), 2)
    assert (tags["track"], tags["title"], tags["album"]) == ("2/2", "Two", "A Book")


def test_marks_lie_end_to_end(make_book: MakeBook) -> None:
    book = make_book(["One", "", "Three"])
    marks = chapter_marks(book)
    assert [mark.title for mark in marks] == ["One", "Chapter 2", "Three"]
    assert [mark.start for mark in marks] == [0, marks[0].end, marks[1].end]
    assert marks[-1].end == sum(chapter.audio.frames for chapter in book.chapters)


def test_a_long_title_fits_a_chapter_table(make_book: MakeBook) -> None:
    title = chapter_title(make_book(["é" * 300]), 1)
    assert title == "é" * 127
