"""Markdown as pandoc and GitHub have it: marks that are not for the ear."""

from pathlib import Path

import pytest

from narrator.readers import ReadOptions, SourceFile, read_story


@pytest.mark.parametrize(
    "text,wanted",
    [
        ("# One {#one .unnumbered}\n\nIt rained.", ["One", "It rained."]),
        ("# One {-}\n\nIt rained.", ["One", "It rained."]),
        ("::: {.letter}\nDear Tom.\n:::", ["Dear Tom."]),
        ("It ~~never~~ rained.", ["It never rained."]),
        ("It ==never== rained.", ["It never rained."]),
        ("- [ ] Milk\n- [x] Oil", ["Milk", "Oil"]),
        ("He said so.[^1] Then.\n\n[^1]: Ibid", ["He said so. Then."]),
        ("He said so.[^a]\n\n[^a]: Ibid.", ["He said so."]),
        ("10^6^ men and H~2~O.", ["10⁶ men and H₂O."]),
        ("The [lamp]{.name} was out.", ["The [lamp] was out."]),
        ("He wrote a == b and c == d.", ["He wrote a == b and c == d."]),
        ("Set {x} and ~ten~ tens.", ["Set {x} and ~ten~ tens."]),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    book = read_story([SourceFile(Path("a.md"), text.encode())])
    assert [b.text for c in book.chapters for b in c.blocks if not b.reason] == wanted
    assert not book.warnings


def test_the_numbers_of_a_list_are_read() -> None:
    text = "1985. It rained.\n\nHe bought:\n\n1. *eggs* and\n2. [a hat](hat.html)\n\n- and bread\n"
    book = read_story([SourceFile(Path("a.md"), text.encode())])
    told = [block.text for chapter in book.chapters for block in chapter.blocks]
    assert told == ["1985. It rained.", "He bought:", "1. *eggs* and", "2. a hat", "and bread"]
    assert not book.warnings


def test_the_label_of_a_link_is_no_word_of_the_story() -> None:
    page = "She read [the old map][Harbour chart 262] to [Tam][].\n\n"
    page += "[Harbour chart 262]: a.html\n[Tam]: b.html\n"
    book = read_story([SourceFile(Path("a.md"), page.encode())], ReadOptions())
    assert [b.text for c in book.chapters for b in c.blocks] == ["She read the old map to Tam."]
    assert not book.warnings
