"""A file name is taken by every file system, whatever a book is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.publish.names import LONGEST, chapter_names, safe_name, shortened

nasty = st.text() | st.text("aé/\\:*?\"<>|\0\n .-~%'😀\u202e\u200d\u0301ß中", max_size=300)
RESERVED = ["CON", "nul", "Aux", "prn", "COM1", "lpt9", "com¹", "CONIN$"]


@given(nasty)
def test_any_text_gives_a_safe_name(text: str) -> None:
    name = safe_name(text, suffix=".mp3")
    assert name.endswith(".mp3")
    assert len(name.encode()) <= LONGEST
    assert not set(name) & set('/\\:*?"<>|')
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in name)
    assert name[0] not in " .-~"
    assert name[-5] not in " ."


@given(nasty)
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


@given(st.lists(nasty, max_size=120))
def test_no_two_chapters_share_a_name(titles: list[str]) -> None:
    names = chapter_names(titles, ".mp3")
    folded = {unicodedata.normalize("NFC", name).casefold() for name in names}
    assert len(folded) == len(titles)
    assert list(names) == sorted(names)


@pytest.mark.parametrize("word", RESERVED)
@pytest.mark.parametrize("tail", ["", ".txt", ".tar.gz", " .x"])
def test_reserved_words_of_windows_are_changed(word: str, tail: str) -> None:
    assert safe_name(word + tail).startswith("_")
    assert safe_name(word, suffix=".m4b").startswith("_")
    assert not safe_name(word + "cept").startswith("_")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chapter 1: The Start", "Chapter 1 - The Start"),
        ("Who?", "Who"),
        ('"Yes"', "'Yes'"),
        ("and/or", "and-or"),
        ("...", "Untitled"),
        ("", "Untitled"),
        (".hidden", "hidden"),
        ("The end. ", "The end"),
        ("a\n\tb", "a b"),
        ("e\u0301", "é"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("الفصل الأول", "الفصل الأول"),
        ("abc\u202ecba", "abccba"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_names_stay_like_their_titles(text: str, name: str) -> None:
    assert safe_name(text).removeprefix("-") == name


def test_numbers_are_as_wide_as_they_have_to_be() -> None:
    assert chapter_names(["One", "Two"], ".mp3") == ("01 - One.mp3", "02 - Two.mp3")
    assert chapter_names([""] * 100, ".mp3")[8] == "009.mp3"


@pytest.mark.parametrize("letter", ["a", "é", "中", "😀", "e\u0323\u0302", "👩\u200d🚀"])
def test_long_titles_end_with_a_whole_letter(letter: str) -> None:
    name = shortened(letter * 300, 250)
    assert name == letter * (len(name) // len(letter))
    assert 250 - len(letter.encode()) < len(name.encode()) <= 250


@given(nasty, st.integers(0, 50))
def test_shortened_is_a_beginning_that_fits(text: str, size: int) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert text.startswith(shortened(text, size))
    assert len(shortened(text, size).encode()) <= size
