"""Law 1 for plain text: every character that is not white space is in one block, in order."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.model import Block, BlockKind, Book
from narrator.readers import ReadOptions
from narrator.readers.plain_text import read_text

PARTS = st.sampled_from(
    [
        "Chapter 1", "CHAPTER II.", "Contents", "I", "2.", "* * *", "-x-", "# One", "===", "---",
        "Title: A", "by Ann Lee", "[12]", "[Illustration: a]", "He said no.", "“Yes,” she said.",
        "a line that stops in the middle of", "\u200b", "\u00a0", "    indented", "\f", "Part Two",
        "*** START OF THE PROJECT GUTENBERG EBOOK A ***", "The Project Gutenberg EBook of A",
        "*** END OF THE PROJECT GUTENBERG EBOOK A ***", "Produced by Ann", "THE END",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n\n\n", "\u2028", " ", "\f"])
STORIES = st.lists(st.tuples(PARTS, ENDS), min_size=1, max_size=30).map(
    lambda parts: "".join(part + end for part, end in parts)
)


def blocks_of(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def read(text: str) -> Book:
    return read_text(text, name=Path("a.txt"), options=ReadOptions())


def assert_nothing_lost(text: str) -> None:
    book = read(text)
    assert book.text == text
    places: list[int] = []
    for block in blocks_of(book):
        assert block.text == block.text.strip() != ""
        assert bool(block.reason) == (block.kind is BlockKind.SKIPPED)
        found = [block.place(at) for at in range(len(block.text))]
        assert found == sorted(set(found))
        assert "".join(text[place] for place in found if place is not None) == block.text
        places += [at for at in found if at is not None and not text[at].isspace()]
    assert sorted(places) == [at for at, sign in enumerate(text) if not sign.isspace()]


@given(STORIES)
@settings(max_examples=300, deadline=None)
def test_nothing_lost_in_a_story(text: str) -> None:
    assert_nothing_lost(text)


@given(st.text(min_size=1))
@settings(max_examples=300, deadline=None)
def test_nothing_lost_in_any_text(text: str) -> None:
    assert_nothing_lost(text)


@given(st.text(alphabet=" \n\r\t\fIVX1.*#-=ab'\"“”A", min_size=1))
@settings(max_examples=300, deadline=None)
def test_nothing_lost_in_marks(text: str) -> None:
    assert_nothing_lost(text)


def test_invisible_line_is_skipped_with_its_reason() -> None:
    kinds = [(block.kind, block.reason) for block in blocks_of(read("One.\n\u200b\ufeff\nTwo."))]
    assert kinds[1] == (BlockKind.SKIPPED, "invisible characters")
    assert [kind for kind, _ in kinds] == ["paragraph", "skipped", "paragraph"]


@pytest.mark.parametrize(
    "text",
    ["\n" * 200_000 + "a", "*" * 200_000, "a" * 200_000, "Chapter I\n" * 5_000, ". " * 100_000],
    ids=["blank lines", "stars", "one word", "headings", "full stops"],
)
def test_monotonous_text_takes_no_longer(text: str) -> None:
    assert_nothing_lost(text)


@pytest.mark.shared
def test_stories_and_novels(shared: Path) -> None:
    paths = sorted(shared.glob("data/*/*/novel_text.txt"))
    assert paths
    for path in paths:
        assert_nothing_lost(path.read_bytes().decode("utf-8"))
